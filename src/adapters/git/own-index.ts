/** An index of our own: what the user has staged stays as it is. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { makeFolder } from '../make-folder.ts';
import { random } from '../random.ts';
import { gitText } from './run-git.ts';
import type { GitOptions } from './run-git.ts';

/** Begins as a tree; answers the tree that is in the index after `fill`. To be called under the repository's lock. */
export async function treeThrough(location: Location, tree: string, fill: (options: Pick<GitOptions, 'writes' | 'env'>) => Promise<unknown>): Promise<string> {
  const folder = join(location.gitDir, 'coord');
  makeFolder(folder);
  // Nobody else writes while we hold the lock, so what is there was left by a coord that was stopped.
  for (const name of readdirSync(folder)) if (name.startsWith('index-')) rmSync(join(folder, name), { force: true });
  return withIndex(location, 'index', async (_, env) => {
    const options = { writes: true, env } as const;
    await gitText(location, ['read-tree', tree], options);
    await fill(options);
    return (await gitText(location, ['write-tree'], options)).trim();
  });
}

/** An index that is not there yet, and no more afterwards. `name`: what those of this kind are called. */
export async function withIndex<T>(location: Location, name: string, use: (path: string, env: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
  const folder = join(location.gitDir, 'coord');
  makeFolder(folder);
  const index = join(folder, `${name}-${process.pid}-${random.hex(6)}`);
  try {
    return await use(index, { GIT_INDEX_FILE: index });
  } finally {
    rmSync(index, { force: true });
    rmSync(`${index}.lock`, { force: true });
  }
}
