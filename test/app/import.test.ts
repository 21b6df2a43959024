import { expect, test } from 'vitest';
import { importPlan } from '../../src/app/planning/import.ts';
import type { ClaimRef, Ports } from '../../src/app/ports.ts';
import { done } from '../../src/core/problem/refusal.ts';
import { aClaim } from '../support/a-claim.ts';
import { memoryPorts } from '../support/memory-ports.ts';

/** A plan of one task, and what the remote was last seen to hold. */
function plan(seen: readonly ClaimRef[]): Ports {
  const ports = memoryPorts({ now: new Date('2026-03-02T12:30:00Z'), files: { 'deployment/coord.yaml': 'protocol: 1\nclaims: origin\n' } });
  const sources = { read: () => Promise.resolve(done([{ name: 'PLAN.md', text: '# Plan\n\n- [ ] **API-7**: Say who is asked\n' }])) };
  return { ...ports, sources, remotes: { ...ports.remotes, list: () => Promise.resolve(seen) } };
}

test.each([
  ['that nobody has is taken', [], ['API-7'], []],
  ['that a claim of another clone has is left to it', [{ id: 'api-7', oid: '1'.repeat(40), claim: aClaim({ remote: 'origin' }) }], [], ['id-taken']],
])('an id %s', async (_, seen, ids, reasons) => {
  const answer = await importPlan(plan(seen), { from: 'markdown', sources: ['PLAN.md'], dryRun: true, as: null });
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value.placement.tasks.map(({ id }) => id)).toEqual(ids);
  expect(answer.value.placement.leftOut.map(({ reason }) => reason)).toEqual(reasons);
});

test('what an edited plan calls or gives otherwise than the workspace is told, and left as it is there', async () => {
  const task = 'id: API-7\ntask: Say who asks\nagent: ann\nstatus: in_progress\nx-source: PLAN.md:3\n';
  const ports = memoryPorts({ now: new Date('2026-03-02T12:30:00Z'), files: { 'deployment/coord.yaml': 'protocol: 1\nteam: {ann: {}, tom: {}}\n', 'deployment/tasks/API-7.yaml': task } });
  const text = '# Plan\n\n- [x] **API-7**: Say who is asked (@tom)\n';
  const answer = await importPlan({ ...ports, sources: { read: () => Promise.resolve(done([{ name: 'PLAN.md', text }])) } }, { from: 'markdown', sources: ['PLAN.md'], dryRun: false, as: 'ann' });
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value.files).toEqual([]);
  expect(answer.value.placement.leftOut.map(({ text: said, reason }) => `${reason} ${said}`)).toEqual(['differs API-7: title: Say who is asked', 'differs API-7: agent: tom', 'differs API-7: status: done']);
});

test('a plan that comes again tells what it expects otherwise now, and what it has no more or calls otherwise', async () => {
  const files: Record<string, string> = { 'deployment/coord.yaml': 'protocol: 1\n' };
  const reads = async (text: string) => {
    const ports = memoryPorts({ now: new Date('2026-03-02T12:30:00Z'), files });
    const answer = await importPlan({ ...ports, sources: { read: () => Promise.resolve(done([{ name: 'PLAN.md', text }])) } }, { from: 'markdown', sources: ['PLAN.md'], dryRun: false, as: null });
    if (!answer.ok) throw new Error(answer.refusal.code);
    for (const path of answer.value.files) files[path] = (await ports.files.read(path)) ?? '';
    const { tasks, leftOut } = answer.value.placement;
    return [...tasks.flatMap(({ id, isNew }) => (isNew ? [id] : [])), ...leftOut.map(({ text: said, reason, origin }) => `${reason} ${said} (${origin.line})`)];
  };
  expect(await reads('# Plan\n\n- [ ] **A-1**: Dig (2 days)\n- [ ] Paint the fence\n- [ ] **A-2**: Plant, after A-9\n- [x] Measure\n')).toEqual(['A-1', 'paint-the-fence', 'A-2', 'measure', 'A-9']);
  expect(await reads('# Plan\n\n- [ ] **A-1**: Dig by 2026-12-15 (16 hours)\n- [ ] Paint the gate\n- [ ] **A-2**: Plant, after A-9\n')).toEqual(['paint-the-gate', 'gone paint-the-fence: Paint the fence (4)', 'differs A-1: deadline: 2026-12-15 (3)']);
  expect(await reads('# Plan\n\n- [ ] **A-1**: Dig (3 days)\n- [ ] Paint the gate\n- [ ] Paint the fence\n- [ ] **A-2**: Plant, after A-9\n')).toEqual(['differs A-1: estimate: 3 days (3)']);
});
