/** Two dispatchers in two clones: claims that are shared through a bare repository decide who does what. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkDispatch } from '../../bench/dispatch/check-dispatch.mjs';
import { gitIn, makeDispatchArena } from '../../bench/dispatch/dispatch-arena.mjs';
import type { DispatchArena } from '../../bench/dispatch/dispatch-arena.mjs';
import { dispatch } from '../../bench/dispatch/kill-dispatch.mjs';
import { BINARY, runBinaryBeside } from '../support/coord-binary.ts';
import { twoClones } from '../support/clones.ts';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';

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

const SAME_FILES = {
  'deployment/coord.yaml': `protocol: 1
project: app
commit: true
claims: origin
main: main
integration: main
team:
  frontend: { owns: [web/**], runtime: script }
  backend: { owns: [api/**], runtime: script }
runtimes:
  script: { kind: command, run: [node, agent.mjs], env: [TRACE] }
`,
  'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\nfiles: [shared/**]\n',
  'deployment/tasks/API-1.yaml': 'id: API-1\ntask: Answer it\nagent: backend\nfiles: [shared/**]\n',
  // Goes on until another is at work, too, or long enough for that to be seen.
  'agent.mjs': `import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const { TRACE, COORD_TASK } = process.env;
appendFileSync(TRACE, 'begin ' + COORD_TASK + '\\n');
for (let turn = 0; turn < 100 && readFileSync(TRACE, 'utf8').split('begin').length < 3; turn++) await new Promise((next) => setTimeout(next, 20));
mkdirSync('shared', { recursive: true });
writeFileSync('shared/' + COORD_TASK, 'done');
appendFileSync(TRACE, 'end ' + COORD_TASK + '\\n');
`,
};

/** The first two claims that are pushed wait for each other: both dispatchers have looked before either claims. */
const MEET = `mkdir -p met
while read -r old new ref; do case "$ref" in refs/coord/tasks/*) : > "met/$(basename "$ref")" ;; esac; done
turns=0
while [ "$(ls met | wc -l)" -lt 2 ] && [ "$turns" -lt 500 ]; do sleep 0.1; turns=$((turns + 1)); done
`;

it('that begin on the same files in the same moment are never at work at once: one of them gives way, or waits', { timeout: HOUR }, async () => {
  const { hub, one, other } = twoClones(SAME_FILES);
  hub.hook('pre-receive', MEET);
  const trace = join(hub.path, '../trace');
  const work = (clone: Story, task: string) => runBinaryBeside(clone.root, ['dispatch', '--task', task], { env: { TRACE: trace } });
  const ended = await Promise.all([work(one, 'UI-1'), work(other, 'API-1')]);
  const told = ended.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  const begun = readFileSync(trace, 'utf8');
  expect(begun, told).toMatch(/^(begin (\S+)\nend \2\n){1,2}$/);
  const [, first = '', next] = /^begin (\S+)\n.*\n(?:begin (\S+))?/.exec(begun) ?? [];
  // The one that saw the other first waits for it to give way: where that has begun before, and ended in that time, nobody has to.
  if (next !== undefined) return;
  const [second, clone, agent] = first === 'UI-1' ? (['API-1', other, 'backend'] as const) : (['UI-1', one, 'frontend'] as const);
  expect(told).toContain(`${second} ${agent} cancelled: ${first}, which may touch the same files, was begun in the same moment\n`);
  expect(told).toContain('1 task done.\n');
  const { stdout } = await work(clone, second);
  expect(stdout).toContain('1 task done.\n');
});
