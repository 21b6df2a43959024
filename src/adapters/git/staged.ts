/** What stands in the caller's index, which a partial commit names: a temporary one, relative to where git was started. */
import { resolve } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { gitText, runGit } from './run-git.ts';

export function callersIndex({ root }: Location): Readonly<Record<string, string>> {
  const named = process.env['GIT_INDEX_FILE'];
  return named === undefined ? {} : { GIT_INDEX_FILE: resolve(root, named) };
}

/** Before the first commit everything staged is new. */
export async function stagedPaths(location: Location): Promise<readonly string[]> {
  const options = { env: callersIndex(location) };
  const { code, stdout } = await runGit(location, ['diff-index', '--cached', '--name-only', '-z', '--no-renames', 'HEAD', '--'], options);
  const text = code === 0 ? stdout.toString('utf8') : await gitText(location, ['ls-files', '--cached', '-z'], options);
  return text.split('\0').filter((path) => path !== '');
}
