import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { gitText } from './run-git.ts';

/** `git update-index --assume-unchanged`, or --skip-worktree for a file that is there: a sparse checkout leaves its files out. */
export async function hidden(location: Location): Promise<readonly string[]> {
  const entries = (await gitText(location, ['ls-files', '-v', '-z', '--full-name', '--', ':/'], { env: { GIT_LITERAL_PATHSPECS: '0' } })).split('\0');
  return entries.flatMap((entry) => {
    const [tag, path] = [entry.slice(0, 1), entry.slice(2)];
    const isHidden = /[a-z]/.test(tag) || (tag === 'S' && existsSync(join(location.root, path)));
    return isHidden ? [path] : [];
  });
}
