/** What is staged beside what HEAD holds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { View } from '../../app/view.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { loadSnapshot } from './cache-files.ts';
import { areTasks, openNearby } from './staged-nearby.ts';
import type { StagedTrees } from './staged-trees.ts';

export interface Staged {
  readonly staged: View;
  /** Problems of HEAD's tree. */
  readonly before: readonly PlacedProblem[];
  readonly changed: ReadonlySet<string>;
}

export async function openStaged(location: Location, build: string, trees: StagedTrees): Promise<Result<Staged>> {
  const snapshot = loadSnapshot(location, build)?.snapshot ?? null;
  const [near, changes] = await Promise.all([snapshot && openNearby(location, snapshot, trees.entries), trees.changes]);
  const changed = new Set(changes.keys());
  const hasNone = trees.entries.length === 0 && changed.size === 0;
  // A folder that was never added is nothing staged, and no reason to refuse.
  if (hasNone && !existsSync(join(location.root, location.folder))) return refused('no-workspace', { folder: location.folder });
  if (near && areTasks(location, [...changed])) return done({ staged: near, before: [], changed });
  const index = trees.records();
  const head = new Map(index);
  for (const [file, { before }] of changes) {
    if (before === null) head.delete(file);
    else head.set(file, before);
  }
  const { openTrees } = await import('./open-trees.ts');
  const open = await openTrees({ location, snapshot }, [index, head]);
  const base = await open(head);
  return done({ staged: await open(index), before: base.problems, changed });
}
