/** Looking for files and for lines in them, in the work tree as it is; what git ignores is left out. */
import type { Location } from '../../app/ports.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { gitFailed, gitText, runGit } from './run-git.ts';

/** More than anybody reads. */
const LIMIT = 64 * 1024 * 1024;
const NOTHING_FOUND = 1;

export async function filesBelow(location: Location, folder: string): Promise<readonly string[]> {
  const paths = await gitText(location, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', folder === '' ? '.' : folder], { limit: LIMIT });
  return paths.split('\0').filter((path) => path !== '').sort();
}

export async function search(location: Location, pattern: string, folder: string): Promise<Result<readonly string[]>> {
  const args = ['grep', '--untracked', '-I', '-n', '-E', '--no-color', '-e', pattern, '--', folder === '' ? '.' : folder];
  const { code, stdout, stderr } = await runGit(location, args, { limit: LIMIT });
  if (code === NOTHING_FOUND) return done([]);
  if (code !== 0) {
    if (/regex|expression|command line|-e option/i.test(stderr)) return refused('bad-pattern', { pattern, reason: stderr.replace(/^fatal: /, '').trim() });
    throw gitFailed(args, stderr);
  }
  return done(stdout.toString('utf8').split('\n').filter((line) => line !== ''));
}
