import type { Location } from '../../app/ports.ts';
import { gitText } from '../git/run-git.ts';
import type { GitOptions } from '../git/run-git.ts';
import { isRecord } from './staged-trees.ts';
import type { Tree } from './tree.ts';

/** Files of records in a commit or tree. */
export async function listTree(location: Location, tree: string, env: GitOptions['env'] = {}): Promise<Tree> {
  const text = await gitText(location, ['ls-tree', '-r', '-z', '--full-tree', tree, '--', location.folder], { env });
  return new Map(
    text.split('\0').flatMap((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', , oid = ''] = line.slice(0, Math.max(0, tab)).split(' ');
      const file = line.slice(tab + 1);
      return isRecord(location, file) ? [[file, { mode, oid }] as const] : [];
    }),
  );
}
