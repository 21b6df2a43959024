/** Files that say what work is held to: settings, agents, and what runs in CI. Whoever works does not change them by the way. */
import { headsOf } from '../glob.ts';
import { matches } from '../policy/overlap.ts';

/** Files and folders that hosting sites and CI services go by. */
const OF_CI = [
  '.github', '.gitlab', '.gitlab-ci.yml', '.gitea', '.forgejo', '.circleci', '.buildkite', '.woodpecker', '.woodpecker.yml', '.woodpecker.yaml', '.ci',
  '.drone.yml', '.travis.yml', '.cirrus.yml', '.appveyor.yml', 'appveyor.yml', 'azure-pipelines.yml', 'bitbucket-pipelines.yml', 'Jenkinsfile',
];

export function isRule(path: string, folder: string): boolean {
  return ruleOf(path, folder) !== null;
}

/** Whether one of the globs names it, or its folder, letter by letter: that a wildcard takes in everything means nobody thought of this. */
export function namesRule(globs: readonly string[], path: string, folder: string): boolean {
  const names = ruleOf(path, folder)?.split('/') ?? [];
  return globs.some((glob) => matches(glob, path) && headsOf(glob).some((head) => names.every((name, at) => head[at] === name)));
}

/** The file or folder on the list that it is, or lies in. Where case does not count, `.GitHub` is that folder too. */
function ruleOf(path: string, folder: string): string | null {
  const whole = path.toLowerCase();
  return [`${folder}/coord.yaml`, `${folder}/agents`, ...OF_CI].find((rule) => whole === rule.toLowerCase() || whole.startsWith(`${rule.toLowerCase()}/`)) ?? null;
}
