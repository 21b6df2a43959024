/** What every git goes by, in this repository and for this user: settings, attributes, hooks. Whoever may change them has every git run what it likes. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { digest } from '../digest.ts';
import { namesIn, textIn } from '../read-or-nothing.ts';

/** By path; what is not there is empty. */
export type GitSettings = ReadonlyMap<string, string>;

export function readGitSettings({ commonDir }: Pick<Location, 'commonDir'>, env: NodeJS.ProcessEnv = process.env): GitSettings {
  const ofUser = env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  const files = [
    ...['config', 'config.worktree', 'info/attributes'].map((name) => join(commonDir, name)),
    ...namesIn(join(commonDir, 'hooks')).filter((name) => !name.endsWith('.sample')).map((name) => join(commonDir, 'hooks', name)),
    ...(env['GIT_CONFIG_GLOBAL'] === undefined ? [join(homedir(), '.gitconfig'), join(ofUser, 'git/config')] : [env['GIT_CONFIG_GLOBAL']]),
    join(ofUser, 'git/attributes'),
  ];
  return new Map(files.map((path) => [path, digest(withoutBranches(textIn(path, 'latin1')))]));
}

export function settingsChanged(before: GitSettings, now: GitSettings): readonly string[] {
  const none = digest('');
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => (before.get(path) ?? none) !== (now.get(path) ?? none));
}

/** What git notes there of a branch when it is pushed says nothing of what is run. */
function withoutBranches(text: string): string {
  return text.replace(/^\[branch "[^\n]*\n(?:[ \t]+[^\n]*\n?)*/gm, '');
}
