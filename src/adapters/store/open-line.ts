/** The workspace as it was before and after each commit of HEAD's own line: each blob is read once. */
import type { Location } from '../../app/ports.ts';
import type { PastView } from '../../app/view.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { firstParents } from '../git/first-parents.ts';
import type { LineCommit } from '../git/first-parents.ts';
import { isShallow, readHead } from '../git/history.ts';
import { gitText } from '../git/run-git.ts';
import { loadSnapshot } from './cache-files.ts';
import { listTree } from './list-tree.ts';
import { openTrees } from './open-trees.ts';
import { isRecord } from './staged-trees.ts';
import type { Entry, Tree } from './tree.ts';

/** The first one is what stood there before; null as its commit: nothing did. */
export async function openLine(location: Location, build: string, after: string | Date): Promise<Result<AsyncIterable<PastView>>> {
  const { commit: head } = await readHead(location);
  if (head === null) return refused('no-first-commit', { verb: 'watch --since' });
  const commits = await firstParents(location, after);
  const [first] = commits;
  const start = first === undefined ? head : first.parent;
  if (start === null && isShallow(location)) return refused('shallow-clone', { what: 'events of the past' });
  const tree: Tree = start === null ? new Map() : await listTree(location, start);
  const began = typeof after === 'string' ? await timeOf(location, after) : after.getTime();
  return done(views({ location, build, start, began, tree }, commits));
}

interface Beginning {
  readonly location: Location;
  readonly build: string;
  readonly start: string | null;
  readonly began: number;
  readonly tree: Tree;
}

async function* views({ location, build, start, began, tree }: Beginning, commits: readonly LineCommit[]): AsyncIterable<PastView> {
  const changes = commits.map((commit) => recordsOf(location, commit));
  const open = await openTrees({ location, snapshot: loadSnapshot(location, build)?.snapshot ?? null }, [tree, ...changes.map(entriesOf)]);
  yield { commit: start, at: began, view: await open(tree) };
  const now = new Map(tree);
  let at = began;
  for (const [index, { commit, at: time }] of commits.entries()) {
    for (const [file, entry] of changes[index] ?? []) {
      if (entry === null) now.delete(file);
      else now.set(file, entry);
    }
    // Clocks differ from machine to machine: on one line, time only goes on.
    at = Math.max(at, time);
    yield { commit, at, view: await open(new Map(now)) };
  }
}

function recordsOf(location: Location, { changes }: LineCommit): ReadonlyMap<string, Entry | null> {
  return new Map(changes.filter(({ file }) => isRecord(location, file)).map(({ file, entry }) => [file, entry]));
}

function entriesOf(changes: ReadonlyMap<string, Entry | null>): Tree {
  return new Map([...changes].flatMap(([file, entry]) => (entry === null ? [] : [[file, entry] as const])));
}

async function timeOf(location: Location, commit: string): Promise<number> {
  return Number(await gitText(location, ['log', '-1', '--no-show-signature', '--format=%ct', '--end-of-options', commit, '--'])) * 1000;
}
