/** Two dispatchers in two clones: claims that are shared through a bare repository decide who does what. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkDispatch } from '../../bench/dispatch/check-dispatch.mjs';
import { gitIn, makeDispatchArena } from '../../bench/dispatch/dispatch-arena.mjs';
import type { DispatchArena } from '../../bench/dispatch/dispatch-arena.mjs';
import { dispatch } from '../../bench/dispatch/kill-dispatch.mjs';
import { BINARY } from '../support/coord-binary.ts';
import { makeFolder } from '../support/repository.ts';

const HOUR = 3_600_000;

/** Clones of one arena, that have their trace in common. */
function clonesOf(names: readonly string[], isApart: boolean): readonly DispatchArena[] {
  const place = makeFolder();
  const arena = makeDispatchArena(place, { rounds: isApart ? 2 : 1, isApart, settings: 'claims: origin\nlimits: { timeout: 10 minutes }\n' });
  gitIn(place)('clone', '-q', '--bare', 'app', 'hub.git');
  return names.map((name) => {
    gitIn(place)('clone', '-q', 'hub.git', name);
    const root = join(place, name);
    const git = gitIn(root);
    git('config', 'user.name', 'Bench');
    git('config', 'user.email', 'bench@example.com');
    return { ...arena, root, git, hub: gitIn(join(place, 'hub.git')) };
  });
}

it('share the work: each task is done once, both come to an end, and all can be merged', { timeout: HOUR }, async () => {
  const arenas = clonesOf(['one', 'other'], true);
  // Each has room for two agents, and none of the first three ends before all three have begun: so both are at work at once.
  const endings = await Promise.all(arenas.map((arena) => dispatch(arena, BINARY, null, { words: ['--max', '2'], together: 3 })));
  const told = endings.map(({ output }) => output).join('\n');
  expect(endings.map(({ exit }) => exit), told).toEqual([0, 0]);
  const merges = arenas.map(({ git }) => git('log', '--merges', '--format=%s').split('\n').filter((subject) => subject !== '').length);
  expect(Math.min(...merges), told).toBeGreaterThan(0);
  for (const { git } of arenas) {
    git('pull', '-q', '--no-rebase', '--no-edit');
    git('push', '-q');
  }
  arenas[0]?.git('pull', '-q', '--ff-only');
  for (const arena of arenas) expect(checkDispatch(arena), told).toEqual([]);
  const { trace = '', tasks = [] } = arenas[0] ?? {};
  expect(readFileSync(trace, 'utf8').trim().split('\n').toSorted()).toEqual(tasks.flatMap(({ id }) => [`begin ${id}`, `end ${id}`]).toSorted());
  for (const arena of arenas) expect((await dispatch(arena, BINARY, null)).output).toBe('Nothing could be started.\n');
});

it('begin nothing on files that somebody in the other clone is at', { timeout: HOUR }, async () => {
  const [one, other] = clonesOf(['one', 'other'], false);
  if (one === undefined || other === undefined) throw new Error('two clones were asked for');
  expect((await dispatch(one, BINARY, null, { verb: ['claim', 'SHARED-1'], words: ['--as', 'frontend', '--worktree'] })).exit).toBe(0);
  expect((await dispatch(other, BINARY, null, { words: ['--agent', 'backend'] })).output).toMatch(/^\S+ \S+ BACKEND-1 backend started\n.*done in.*\n.*merged into main\n1 task done\.\n$/);
});
