/** What changed, as git tells it: by settings of ours, whatever the user's are. */
import { copyFileSync, existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { withIndex } from './own-index.ts';
import { gitText, runGit } from './run-git.ts';

/** Of both: a number of lines around a change would ask for a patch besides. */
const FORM = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '--find-renames', '--submodule=short', '--ignore-submodules=none', '--diff-algorithm=myers', '--src-prefix=a/', '--dst-prefix=b/', '-O/dev/null'];

interface Diff {
  readonly records: string;
  readonly patch: string;
}

export function diff(location: Location, from: string, to: string | null): Promise<Diff> {
  return to === null ? withNewFiles(location, (env) => between(location, [from], env)) : between(location, [from, to], {});
}

export async function pathsAt(location: Location, commit: string): Promise<readonly string[]> {
  const paths = await gitText(location, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', '--end-of-options', commit]);
  return paths.split('\0').filter((path) => path !== '');
}

async function between(location: Location, commits: readonly string[], env: Readonly<Record<string, string>>): Promise<Diff> {
  const args = (form: string, ...more: readonly string[]): string[] => ['diff', form, ...more, ...FORM, '--end-of-options', ...commits, '--'];
  const records = await gitText(location, args('--raw', '-z', '--no-abbrev'), { env });
  return { records, patch: records === '' ? '' : await gitText(location, args('--patch', '--unified=3', '--inter-hunk-context=0'), { env }) };
}

/** Git takes what was changed after its index was written for changed: a copy must not be younger than what it is a copy of. */
function copyAsOld(from: string, to: string): void {
  const seconds = Math.floor(statSync(from).mtimeMs / 1000);
  copyFileSync(from, to);
  utimesSync(to, seconds, seconds);
}

/** In an index of our own, a copy of the user's, new files are announced: then git tells of them as of the others. */
function withNewFiles<T>(location: Location, ask: (env: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
  const own = join(location.gitDir, 'index');
  return withIndex(location, 'new-files', async (index, env) => {
    if (existsSync(own)) copyAsOld(own, index);
    // A file that may not be read is no reason to tell of none.
    await runGit(location, ['add', '--intent-to-add', '--ignore-errors', '--', '.'], { env, writes: true });
    return ask(env);
  });
}
