import { execFileSync } from 'node:child_process';

/** The environment in which everything is measured: no settings of the person at the keyboard, nothing of coord's own. */
export function cleanEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GIT_|COORD_|npm_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Bench',
    GIT_AUTHOR_EMAIL: 'bench@example.com',
    GIT_COMMITTER_NAME: 'Bench',
    GIT_COMMITTER_EMAIL: 'bench@example.com',
    LC_ALL: 'C.UTF-8',
  };
}

/**
 * @param {string} folder
 * @param {string[]} args
 * @param {string} [input]
 */
export function git(folder, args, input) {
  return execFileSync('git', args, { cwd: folder, env: cleanEnv(), input, encoding: 'utf8', maxBuffer: 2 ** 28 }).trimEnd();
}
