/** An index of our own, which begins as a tree: what the user has staged stays as it is. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { makeFolder } from '../make-folder.ts';
import { random } from '../random.ts';
import { gitText } from './run-git.ts';
import type { GitOptions } from './run-git.ts';

/** Answers the tree that is in the index after `fill`. To be called under the repository's lock. */
export async function treeThrough(location: Location, tree: string, fill: (options: Pick<GitOptions, 'writes' | 'env'>) => Promise<unknown>): Promise<string> {
  const folder = join(location.gitDir, 'coord');
  makeFolder(folder);
  // Nobody else writes while we hold the lock, so what is there was left by a coord that was stopped.
  for (const name of readdirSync(folder)) if (name.startsWith('index-')) rmSync(join(folder, name), { force: true });
  const index = join(folder, `index-${process.pid}-${random.hex(6)}`);
  const options = { writes: true, env: { GIT_INDEX_FILE: index } } as const;
  try {
    await gitText(location, ['read-tree', tree], options);
    await fill(options);
    return (await gitText(location, ['write-tree'], options)).trim();
  } finally {
    rmSync(index, { force: true });
    rmSync(`${index}.lock`, { force: true });
  }
}
