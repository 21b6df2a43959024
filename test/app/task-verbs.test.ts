import { describe, expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import { done } from '../../src/app/tasks/done.ts';
import { doctor } from '../../src/app/setup/doctor.ts';
import { next } from '../../src/app/overview/next.ts';
import { show } from '../../src/app/overview/show.ts';
import { taskAdd } from '../../src/app/tasks/task-add.ts';
import type { TaskAddRequest } from '../../src/app/tasks/task-add.ts';
import { taskSet } from '../../src/app/tasks/task-set.ts';
import { taskSplit } from '../../src/app/tasks/task-split.ts';
import { validate } from '../../src/app/checks/validate.ts';
import { taskSetText } from '../../src/present/tasks/task-changes.ts';
import { says } from '../support/handoff-words.ts';
import { realPorts } from '../support/real-ports.ts';
import type { TestRepository } from '../support/repository.ts';
import { teamRepository } from '../support/team-repository.ts';

async function taskIn(repository: TestRepository, id: string) {
  const opened = await (await realPorts(repository)).store.open();
  return opened.ok ? opened.value.task(id) : null;
}

async function adds(repository: TestRepository, request: Partial<TaskAddRequest> & { readonly title: string }) {
  const answer = await taskAdd(await realPorts(repository), { id: null, agent: null, fields: {}, as: null, ...request });
  return answer.ok ? answer.value : answer.refusal;
}

async function sets(repository: TestRepository, id: string, ...assignments: string[]) {
  const answer = await taskSet(await realPorts(repository), { id, assignments, as: null });
  return answer.ok ? answer.value : answer.refusal;
}

async function splits(repository: TestRepository, id: string, ...titles: string[]) {
  const answer = await taskSplit(await realPorts(repository), { id, titles, as: 'backend' });
  return answer.ok ? answer.value : answer.refusal;
}

describe('a milestone that is reached', () => {
  test('is shown as such, and claimed by nobody', async () => {
    const repository = teamRepository();
    await sets(repository, 'DOC-001', 'status=cancelled');
    await adds(repository, { id: 'SHIPPED', title: 'All is out', fields: { kind: 'milestone', dependencies: ['DOC-001'] } });
    await adds(repository, { id: 'AFTER', title: 'Rest', fields: { dependencies: ['SHIPPED'] } });
    const ports = await realPorts(repository);
    expect(await show(ports, 'SHIPPED', null)).toMatchObject({ value: { shown: { reached: true } } });
    expect(await show(ports, 'AFTER', null)).toMatchObject({ value: { shown: { reached: false, ready: true, dependencies: [{ id: 'SHIPPED', status: 'done' }] } } });
    const taken = await claim(ports, { id: 'SHIPPED', as: 'backend', worktree: false, take: false, takeOver: false });
    expect(taken).toMatchObject({ refusal: { code: 'not-ready', facts: { holds: [{ why: 'milestone' }] } } });
  });
});

describe('task add', () => {
  test('one file, one commit; the agent by any name; valid', async () => {
    const repository = teamRepository();
    expect(await adds(repository, { id: 'API-001', title: 'Serve "it": all', agent: 'Backend Agent', fields: { priority: 'high', dependencies: ['FIX-001'], acceptance: ['a, b', 'c'] }, as: 'frontend' })).toMatchObject({
      id: 'API-001', file: 'deployment/tasks/API-001.yaml', commit: { committed: true },
    });
    expect(await taskIn(repository, 'API-001')).toMatchObject({ title: 'Serve "it": all', agent: 'backend', priority: 'high', dependencies: [{ id: 'FIX-001' }], acceptance: ['a, b', 'c'] });
    expect(repository.git('log', '-1', '--format=%B').trim()).toBe('Add API-001: Serve "it": all\n\nCoord-Task: API-001\nCoord-Agent: frontend');
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(await validate(await realPorts(repository), { staged: false, strict: true })).toMatchObject({ ok: true, value: { findings: [] } });
  });

  test('an id is made from whose task it is', async () => {
    const repository = teamRepository();
    expect(await adds(repository, { title: 'One', agent: 'backend' })).toMatchObject({ id: expect.stringMatching(/^BACKEND-[0-9A-Z]{4}$/) as string });
    expect(await adds(repository, { title: 'Two' })).toMatchObject({ id: expect.stringMatching(/^TASK-[0-9A-Z]{4}$/) as string });
  });

  test('an id is never used again: of a task, of a file, of a claim, whatever its case', async () => {
    const repository = teamRepository();
    expect(await adds(repository, { id: 'fix-001', title: 'x' })).toEqual({ code: 'id-taken', facts: { id: 'fix-001', file: 'deployment/tasks/FIX-001.yaml' } });
    repository.git('update-ref', 'refs/coord/tasks/OLD-1', repository.git('rev-parse', 'HEAD:deployment/coord.yaml'));
    expect(await adds(repository, { id: 'OLD-1', title: 'x' })).toEqual({ code: 'id-taken', facts: { id: 'OLD-1', file: 'refs/coord/tasks/OLD-1' } });
    expect(await adds(repository, { id: '../x', title: 'x' })).toMatchObject({ code: 'bad-value' });
  });

  test('what would not be valid is not written', async () => {
    const repository = teamRepository();
    for (const [fields, code] of [[{ dependencies: ['NONE-1'] }, 'missing-dependency'], [{ priority: 'urgent' }, 'schema-violation'], [{ deadline: '2025-02-30' }, 'invalid-date'], [{ verify: ['lint'] }, 'unknown-verifier'], [{ files: ['../x'] }, 'path-escape']] as const) {
      expect(await adds(repository, { title: 'x', fields })).toMatchObject({ code: 'would-break', facts: { problems: [{ code }] } });
    }
    expect(await adds(repository, { title: 'x', agent: 'Backnd' })).toEqual({ code: 'no-such-agent', facts: { name: 'Backnd', nearest: 'backend', agents: ['frontend', 'backend', 'testing'] } });
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('many at once are all there', async () => {
    const repository = teamRepository();
    await Promise.all(Array.from({ length: 8 }, (_, at) => adds(repository, { id: `N-${at}`, title: 'x' })));
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(repository.git('ls-files', 'deployment/tasks').split('\n').filter((file) => file.includes('/N-'))).toHaveLength(8);
  });
});

describe('task set', () => {
  test('changes the values named and nothing else', async () => {
    const repository = teamRepository();
    const before = repository.read('deployment/tasks/INFRA-001.yaml');
    expect(await sets(repository, 'infra-001', 'priority=high')).toMatchObject({ id: 'INFRA-001', changed: ['priority'], commit: { committed: true }, reopened: false });
    expect(repository.read('deployment/tasks/INFRA-001.yaml')).toBe(before.replace('medium', 'high'));
  });

  test('lists, numbers, names of agents, empty values', async () => {
    const repository = teamRepository();
    await sets(repository, 'INFRA-001', 'agent=Frontend', 'files=a/{b,c}/**, d', 'acceptance=one, with a comma', 'estimate=3', 'progress=20', 'deadline=2025-09-01', 'x-note=y');
    await sets(repository, 'INFRA-001', 'dependencies+=FIX-001', 'acceptance+=two', 'deadline=', 'actions=["a, b", c]');
    expect(await taskIn(repository, 'INFRA-001')).toMatchObject({
      agent: 'frontend', files: ['a/{b,c}/**', 'd'], acceptance: ['one, with a comma', 'two'], actions: ['a, b', 'c'], estimate: 180, progress: 20, deadline: null, dependencies: [{ id: 'FIX-001' }],
    });
  });

  test('what is so already makes no commit', async () => {
    const repository = teamRepository();
    expect(await sets(repository, 'INFRA-001', 'priority=medium')).toMatchObject({ changed: [], commit: null });
    expect(repository.git('log', '--format=%s')).toBe('Begin');
  });

  test('lets one circle be mended while another lies behind it, and refuses one more', async () => {
    const waits = (id: string, ...on: string[]) => ({ [`deployment/tasks/${id}.yaml`]: `id: ${id}\ntask: Do ${id}\ndependencies: [${on.join(', ')}]\n` });
    const repository = teamRepository({ ...waits('A-1', 'B-1'), ...waits('B-1', 'A-1', 'C-1'), ...waits('C-1', 'B-1') });
    expect(await sets(repository, 'A-1', 'dependencies=')).toMatchObject({ changed: ['dependencies'] });
    expect(await sets(repository, 'A-1', 'dependencies=C-1', 'priority=high')).toMatchObject({ changed: ['dependencies', 'priority'] });
    expect(await sets(repository, 'FIX-001', 'dependencies=UI-004')).toMatchObject({ code: 'would-break', facts: { problems: [{ code: 'dependency-cycle' }] } });
  });

  test('refuses what would break: a circle, an unknown dependency, a wrong value', async () => {
    const repository = teamRepository();
    expect(await sets(repository, 'FIX-001', 'dependencies=UI-004')).toMatchObject({ code: 'would-break', facts: { problems: [{ code: 'dependency-cycle' }] } });
    expect(await sets(repository, 'FIX-001', 'dependencies=UI-005')).toMatchObject({ code: 'would-break', facts: { problems: [{ code: 'missing-dependency' }] } });
    expect(await sets(repository, 'FIX-001', 'progress=200')).toMatchObject({ code: 'would-break', facts: { problems: [{ code: 'schema-violation' }] } });
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('refuses what is not set this way', async () => {
    const repository = teamRepository();
    const message = async (text: string) => {
      const answer = await sets(repository, 'FIX-001', text);
      return 'code' in answer && answer.code === 'usage' ? answer.facts.message : answer;
    };
    expect(await message('priority')).toBe('"priority" should be like priority=high');
    expect(await message('id=X-1')).toBe('An id never changes. Cancel the task and add another');
    expect(await message('proof=yes')).toBe('The proof is what coord done saw');
    expect(await message('status=done')).toBe('A task becomes done by coord done, which proves it');
    expect(await message('prioritt=high')).toBe('A task has no field "prioritt"; did you mean priority?');
    expect(await message('colour=red')).toMatch(/^A task has no field "colour"; it has task, agent, priority, .*notes and any x- field$/);
    expect(await message('task+=more')).toBe('task is no list, so nothing can be added to it');
    expect(await sets(repository, 'FIX-002', 'priority=high')).toMatchObject({ code: 'no-such-task' });
  });

  test('an open status lets a task that was done be claimed again, with a higher token', async () => {
    const repository = teamRepository();
    const claims = async () => claim(await realPorts(repository), { id: 'DOC-001', as: 'testing', worktree: false, take: false, takeOver: false });
    await claims();
    await done(await realPorts(repository), { id: null, as: null, handoff: says({}) });
    expect(await claims()).toMatchObject({ ok: false, refusal: { code: 'already-done' } });
    expect(await sets(repository, 'DOC-001', 'status=todo', 'progress=')).toMatchObject({ reopened: true });
    expect(await claims()).toMatchObject({ ok: true, value: { claim: { token: 2 } } });
  });

  test('work that is done and whose branch is gone is named, and the task opened again', async () => {
    const repository = teamRepository({ 'deployment/tasks/DOC-001.yaml': 'id: DOC-001\ntask: Write the guide\nagent: testing\nstatus: todo\n' });
    const claims = async () => claim(await realPorts(repository), { id: 'DOC-001', as: 'testing', worktree: false, take: false, takeOver: false });
    const why = async () => {
      const answer = await next(await realPorts(repository), { agent: null, count: 9, why: true, resume: false, as: null });
      return answer.ok ? answer.value.why?.find(({ id }) => id === 'DOC-001')?.withheld : null;
    };
    repository.git('switch', '-q', '-c', 'testing/DOC-001');
    await claims();
    await done(await realPorts(repository), { id: null, as: null, handoff: says({}) });
    const head = repository.git('rev-parse', 'HEAD~1');
    repository.git('switch', '-q', 'main');
    expect(await why()).toEqual({ why: 'done-elsewhere', by: 'testing', branch: 'testing/DOC-001' });
    expect((await doctor(await realPorts(repository), null)).claims.lost).toEqual([]);
    repository.git('branch', '-q', '-D', 'testing/DOC-001');
    const lost = { id: 'DOC-001', agent: 'testing', branch: 'testing/DOC-001', head, isKept: true };
    expect(await why()).toEqual({ why: 'done-but-lost', ...lost });
    expect(await claims()).toEqual({ ok: false, refusal: { code: 'done-but-lost', facts: lost } });
    expect((await doctor(await realPorts(repository), null)).claims.lost).toEqual([lost]);
    const opened = await taskSet(await realPorts(repository), { id: 'DOC-001', assignments: ['status=todo'], as: 'testing' });
    expect(opened).toMatchObject({ ok: true, value: { changed: [], reopened: true } });
    expect(opened.ok && taskSetText(opened.value)).toBe('DOC-001 is opened again.');
    expect(await claims()).toMatchObject({ ok: true, value: { claim: { token: 2 } } });
  });

  test('what was done and is opened again is not all done any more', async () => {
    const text = 'id: A\ntask: Dig\nstatus: done\nprogress: 100\ncompleted: 2025-08-12\n';
    const repository = teamRepository({ 'deployment/tasks/A.yaml': text, 'deployment/tasks/B.yaml': text.replace('A', 'B').replace('100', '80') });
    expect(await sets(repository, 'A', 'status=todo')).toMatchObject({ changed: ['status', 'progress', 'completed'] });
    expect(await taskIn(repository, 'A')).toMatchObject({ status: 'todo', progress: null, completed: null });
    expect(await sets(repository, 'B', 'status=review', 'completed=2025-08-13')).toMatchObject({ changed: ['status', 'completed'] });
    expect(await taskIn(repository, 'B')).toMatchObject({ status: 'review', progress: 80, completed: '2025-08-13' });
  });

  test('a file whose place cannot be edited is left alone, by name', async () => {
    const repository = teamRepository({ 'deployment/tasks/A.yaml': 'id: A\ntask: &t Anchored\nnotes: *t\n' });
    expect(await sets(repository, 'A', 'task=Other')).toMatchObject({ code: 'edit-refused', facts: { file: 'deployment/tasks/A.yaml' } });
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('task split', () => {
  test('parts take over its work; it waits for them; what waits for it stays as it is', async () => {
    const repository = teamRepository();
    await sets(repository, 'FIX-001', 'dependencies=DOC-001');
    const before = repository.read('deployment/tasks/UI-004.yaml');
    expect(await splits(repository, 'FIX-001', 'First half', 'Second half')).toMatchObject({
      id: 'FIX-001', parts: [{ id: 'FIX-001-1', file: 'deployment/tasks/FIX-001-1.yaml' }, { id: 'FIX-001-2' }], commit: { committed: true },
    });
    expect(await taskIn(repository, 'FIX-001')).toMatchObject({ kind: 'milestone', dependencies: [{ id: 'DOC-001' }, { id: 'FIX-001-1' }, { id: 'FIX-001-2' }] });
    expect(await taskIn(repository, 'FIX-001-2')).toMatchObject({ title: 'Second half', agent: 'frontend', priority: 'high', verify: ['build'], files: ['web/**'], dependencies: [{ id: 'DOC-001' }] });
    expect(repository.read('deployment/tasks/UI-004.yaml')).toBe(before);
    expect(repository.git('log', '-1', '--format=%s')).toBe('Split FIX-001 into FIX-001-1, FIX-001-2');
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(await splits(repository, 'FIX-001-1', 'a', 'b')).toMatchObject({ parts: [{ id: 'FIX-001-1-1' }, { id: 'FIX-001-1-2' }] });
  });

  test('not one that is being worked on, is over, or into one', async () => {
    const repository = teamRepository({ 'deployment/tasks/OLD.yaml': 'id: OLD\ntask: Old\nstatus: done\n' });
    await claim(await realPorts(repository), { id: 'FIX-001', as: 'frontend', worktree: false, take: false, takeOver: false });
    expect(await splits(repository, 'FIX-001', 'a', 'b')).toEqual({ code: 'split-held', facts: { id: 'FIX-001', agent: 'frontend' } });
    expect(await splits(repository, 'OLD', 'a', 'b')).toMatchObject({ code: 'already-done' });
    expect(await splits(repository, 'INFRA-001', 'a')).toMatchObject({ code: 'usage' });
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});
