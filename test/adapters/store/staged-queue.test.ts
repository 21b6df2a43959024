/** Of a queue that is staged no more than the tasks whose lines changed are read: that must find what reading all does. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStore } from '../../../src/adapters/store/workspace-store.ts';
import type { Location } from '../../../src/app/ports.ts';
import type { Staged } from '../../../src/adapters/store/open-staged.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { makeRepository } from '../../support/repository.ts';

const TASKS = ['A', 'B', 'C', 'D', 'E'].map((id, at) => [`    - id: ${id}`, `      task: Do ${id}`, `      dependencies: [${at === 0 ? '' : 'A'}]`]);
const FILES = {
  'deployment/coord.yaml': 'protocol: 1\nteam: {backend: {name: Backend}}\n',
  'deployment/tasks/queue.yaml': ['task_queue:', '  high_priority:', ...TASKS.slice(0, 3).flat(), '  low_priority:', ...TASKS.slice(3).flat(), ''].join('\n'),
  'deployment/tasks/F.yaml': 'id: F\ntask: t\ndependencies: [E]\n',
};
const LINES = FILES['deployment/tasks/queue.yaml'].split('\n');

const PUT = ['    - id: G', '      task: other', '      task: one more', '      dependencies: [F]', '      dependencies: [X]', '      dependencies: [B]', '      agent: Backend', '      agent: nobody', '      status: done', '      unknown: 1', '    # c', '', '  medium_priority:', '    - {id: H, task: t}', '    - {id: a, task: t}', '    - {id: F, task: t}', '      notes: &a x', '      notes: |', '        - text', '<<<<<<< ours', 'x-a: 1'];
interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly put: readonly string[];
}
const wild: fc.Arbitrary<Edit> = fc.record({ at: fc.integer({ min: 2, max: LINES.length - 1 }), drop: fc.constantFrom(0, 1, 3), put: fc.oneof(fc.array(fc.constantFrom(...PUT), { maxLength: 2 }), fc.constantFrom(...TASKS)) });
/** One line of a task, or a new task before it. */
const tame: fc.Arbitrary<Edit> = fc.tuple(fc.constantFrom(2, 5, 8, 12, 15), fc.constantFrom({ drop: 0, put: ['    - {id: G, task: new, dependencies: [A]}'] }, { drop: 0, put: ['    # c'] }, { skip: 1, drop: 1, put: ['      task: other'] }, { skip: 2, drop: 1, put: ['      dependencies: [F]'] }, { skip: 2, drop: 1, put: ['      agent: Backend'] })).map(([at, { skip = 0, drop, put }]) => ({ at: at + skip, drop, put }));
const edits: fc.Arbitrary<readonly Edit[]> = fc.oneof(tame.map((edit) => [edit]), fc.array(fc.oneof(wild, tame), { minLength: 1, maxLength: 2 }));

async function openStaged(location: Location): Promise<Staged> {
  const opened = await createStore(location, 'test').openStaged();
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const newIn = ({ staged, before }: Staged): readonly string[] => {
  const known = new Set(before.map((found) => JSON.stringify(found)));
  return staged.problems.map((found) => JSON.stringify(found)).filter((found) => !known.has(found));
};

it('finds the same as reading all', { timeout: 300_000 }, async () => {
  const repository = makeRepository({ files: FILES });
  const location = await repository.location();
  const [cache, aside] = [join(location.gitDir, 'coord/cache'), join(location.gitDir, 'coord/aside')];
  await createStore(location, 'test', { now: () => Date.now() + 3_600_000 }).open();
  cpSync(cache, aside, { recursive: true });
  const seen = { inPart: 0, clean: 0, faulty: 0 };
  const property = fc.asyncProperty(edits, async (made) => {
    repository.write('deployment/tasks/queue.yaml', made.reduce((lines, { at, drop, put }) => lines.toSpliced(at, drop, ...put), LINES).join('\n'));
    repository.git('add', '-A');
    cpSync(aside, cache, { recursive: true });
    const quickly = await openStaged(location);
    rmSync(cache, { recursive: true });
    const whole = await openStaged(location);
    expect(newIn(quickly)).toEqual(newIn(whole));
    const isPart = quickly.staged.workspace().tasks.length < whole.staged.workspace().tasks.length;
    seen.inPart += isPart ? 1 : 0;
    seen[newIn(whole).length === 0 ? 'clean' : 'faulty']++;
  });
  await fc.assert(property, { numRuns: runs(60) });
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
});
