import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import type { ClaimCommand } from '../../src/app/claims/asking.ts';
import { release } from '../../src/app/claims/release.ts';
import { releaseAbandoned } from '../../src/app/claims/release-abandoned.ts';
import { realPorts } from '../support/real-ports.ts';
import type { TestRepository } from '../support/repository.ts';
import { COORD_YAML, teamRepository } from '../support/team-repository.ts';

const NOON = new Date('2025-08-12T12:00:00Z');
const after = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

const asks = (as: string, id: string | null, more: Partial<ClaimCommand> = {}): ClaimCommand => ({ id, as, worktree: false, take: false, takeOver: false, ...more });

async function claimed(repository: TestRepository, command: ClaimCommand, now = NOON) {
  const answer = await claim(await realPorts(repository, now), command);
  return answer.ok ? answer.value : answer.refusal;
}

function linked(repository: TestRepository, name: string): TestRepository {
  repository.git('worktree', 'add', '-q', '-b', name, `../${name}`);
  return repository.at(join(dirname(repository.root), name));
}

describe('claim', () => {
  test('the task named: held until the lease ends, and no file is written', async () => {
    const repository = teamRepository();
    expect(await claimed(repository, asks('frontend', 'fix-001'))).toMatchObject({
      id: 'FIX-001',
      title: 'Fix website deployment',
      isNew: true,
      lostFrom: null,
      near: null,
      claim: { state: 'held', agent: 'frontend', token: 1, since: '2025-08-12T12:00:00Z', until: '2025-08-12T14:00:00Z', branch: null, worktree: repository.root, head: repository.git('rev-parse', 'HEAD') },
    });
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('where claims should be shared through a remote that git does not know: taken all the same, and it is said', async () => {
    const repository = teamRepository({ 'deployment/coord.yaml': `${COORD_YAML}claims: origin\n` });
    expect(await claimed(repository, asks('frontend', 'FIX-001'))).toMatchObject({ isNew: true, notShared: { remote: 'origin', reason: null }, claim: { remote: null } });
  });

  test('without an id: the best for the agent, then what is meant for anyone, then nothing', async () => {
    const repository = teamRepository();
    expect(await claimed(repository, asks('frontend', null))).toMatchObject({ id: 'FIX-001' });
    expect(await claimed(repository, asks('frontend', null))).toMatchObject({ id: 'DOC-001' });
    expect(await claimed(repository, asks('frontend', null))).toEqual({ code: 'nothing-to-claim', facts: { agent: 'frontend', waiting: 1, held: 2 } });
  });

  test('held by another: since when, where, and what is free instead', async () => {
    const repository = teamRepository();
    const other = linked(repository, 'other');
    await claimed(other, asks('frontend', 'FIX-001'));
    expect(await claimed(repository, asks('backend', 'FIX-001', { take: true }), after(2))).toEqual({
      code: 'held-by-another',
      facts: { id: 'FIX-001', agent: 'frontend', since: '2025-08-12T12:00:00Z', until: '2025-08-12T14:00:00Z', where: '../other', free: ['INFRA-001', 'DOC-001'], asking: 'backend' },
    });
  });

  test('the same agent in another worktree, or another agent in the same one, is another', async () => {
    const repository = teamRepository();
    const other = linked(repository, 'other');
    await claimed(repository, asks('frontend', 'FIX-001'));
    expect(await claimed(other, asks('frontend', 'FIX-001'))).toMatchObject({ code: 'held-by-another' });
    expect(await claimed(repository, asks('backend', 'FIX-001'))).toMatchObject({ code: 'held-by-another' });
  });

  test('two sessions of one agent in one worktree are two', async () => {
    const repository = teamRepository();
    const ports = await realPorts(repository);
    const session = (name: string | null) => ({ ...ports, caller: { ...ports.caller, session: name } });
    await claim(session('one'), asks('frontend', 'FIX-001'));
    expect(await claim(session('two'), asks('frontend', 'FIX-001'))).toMatchObject({ ok: false, refusal: { code: 'held-by-another' } });
    expect(await release(session('two'), { id: 'FIX-001', as: null })).toMatchObject({ ok: false, refusal: { code: 'not-the-holder' } });
    expect(await claim(session('one'), asks('frontend', 'FIX-001'))).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await release(session(null), { id: 'FIX-001', as: null })).toEqual({ ok: true, value: { id: 'FIX-001', notShared: null } });
  });

  test('held here already: says so, and renews when under half is left', async () => {
    const repository = teamRepository();
    await claimed(repository, asks('frontend', 'FIX-001'));
    expect(await claimed(repository, asks('frontend', 'FIX-001'), after(60))).toMatchObject({ isNew: false, claim: { until: '2025-08-12T14:00:00Z', token: 1 } });
    expect(await claimed(repository, asks('frontend', 'FIX-001'), after(61))).toMatchObject({ isNew: false, claim: { until: '2025-08-12T15:01:00Z', token: 1 } });
  });

  test('expired: shows what was left behind; taken over only on request, with a higher token', async () => {
    const repository = teamRepository();
    const other = linked(repository, 'other');
    await claimed(other, asks('frontend', 'FIX-001'));
    other.write('web/index.html', 'half');
    expect(await claimed(repository, asks('testing', 'FIX-001', { take: true }), after(135))).toMatchObject({ code: 'held-by-another' });
    // The branch's own commits are of today, long after this lease: capped at now, they keep it alive for another lease.
    expect(await claimed(repository, asks('testing', 'FIX-001', { take: true }), after(136))).toMatchObject({ code: 'held-by-another' });
    other.git('checkout', '-q', '--detach');
    other.git('branch', '-q', '-D', 'other');
    expect(await claimed(repository, asks('testing', 'FIX-001', { take: true }), after(136))).toEqual({
      code: 'expired-claim',
      facts: { id: 'FIX-001', agent: 'frontend', until: '2025-08-12T14:00:00.000Z', branch: 'other', left: ['../other', '../other/web/index.html'] },
    });
    expect(await claimed(repository, asks('testing', 'FIX-001', { take: true, takeOver: true }), after(136))).toMatchObject({ isNew: true, lostFrom: 'frontend', claim: { agent: 'testing', token: 2 } });
    const lost = await release(await realPorts(other), { id: 'FIX-001', as: null });
    expect(lost).toEqual({ ok: false, refusal: { code: 'not-the-holder', facts: { id: 'FIX-001', holder: 'testing', lost: true } } });
  });

  test('a time given that has not come yet takes nothing from anybody', async () => {
    const repository = teamRepository();
    const other = linked(repository, 'other');
    await claimed(other, asks('frontend', 'FIX-001'));
    const ports = await realPorts(repository);
    const ahead = { ...ports, clock: { now: () => after(10_000), real: () => after(1) } };
    expect(await claim(ahead, asks('testing', 'FIX-001', { take: true, takeOver: true }))).toMatchObject({ ok: false, refusal: { code: 'held-by-another' } });
    expect(await releaseAbandoned(ahead, 'FIX-001')).toMatchObject({ ok: false, refusal: { code: 'not-abandoned', facts: { holder: 'frontend' } } });
    expect(await releaseAbandoned(ahead, null)).toMatchObject({ ok: true, value: { released: [] } });
    // One claimed by it lasts no longer than any other.
    expect(await claim(ahead, asks('backend', 'INFRA-001'))).toMatchObject({ ok: true, value: { claim: { since: '2025-08-12T12:01:00Z', until: '2025-08-12T14:01:00Z' } } });
  });

  test('what may not be started is refused with its reason', async () => {
    const repository = teamRepository({ 'deployment/tasks/OLD.yaml': 'id: OLD\ntask: Old\nstatus: done\n', 'deployment/tasks/NO.yaml': 'id: NO\ntask: No\nstatus: cancelled\n', 'deployment/tasks/BAD-1.yaml': 'id: [\n' });
    expect(await claimed(repository, asks('frontend', 'UI-004'))).toEqual({ code: 'not-ready', facts: { id: 'UI-004', holds: [{ why: 'waits-for', ids: ['FIX-001'] }] } });
    expect(await claimed(repository, asks('backend', 'FIX-001'))).toEqual({ code: 'wrong-agent', facts: { id: 'FIX-001', agent: 'backend', assigned: 'frontend' } });
    expect(await claimed(repository, asks('backend', 'FIX-001', { take: true }))).toMatchObject({ claim: { agent: 'backend' } });
    expect(await claimed(repository, asks('backend', 'OLD'))).toEqual({ code: 'already-done', facts: { id: 'OLD', where: 'see deployment/tasks/OLD.yaml' } });
    expect(await claimed(repository, asks('backend', 'NO'))).toEqual({ code: 'cancelled', facts: { id: 'NO' } });
    expect(await claimed(repository, asks('backend', 'BAD-1'))).toEqual({ code: 'unreadable-record', facts: { id: 'BAD-1', file: 'deployment/tasks/BAD-1.yaml' } });
    expect(await claimed(repository, asks('backend', 'FIX-002'))).toEqual({ code: 'no-such-task', facts: { id: 'FIX-002', nearest: ['FIX-001'] } });
    expect(await claimed(repository, asks('nobody', 'FIX-001'))).toMatchObject({ code: 'no-such-agent' });
  });

  test('a claim that cannot be read is nobody\'s to take', async () => {
    const repository = teamRepository();
    repository.git('update-ref', 'refs/coord/tasks/FIX-001', repository.git('rev-parse', 'HEAD:deployment/coord.yaml'));
    expect(await claimed(repository, asks('frontend', 'FIX-001'))).toEqual({ code: 'unreadable-claim', facts: { id: 'FIX-001' } });
  });

  test('two tasks on the same files: possible by name, and said', async () => {
    const repository = teamRepository({ 'deployment/tasks/WEB-2.yaml': 'id: WEB-2\ntask: Other\nfiles: [web/index.html]\n' });
    await claimed(repository, asks('frontend', 'FIX-001'));
    expect(await claimed(repository, asks('backend', 'WEB-2'))).toMatchObject({ id: 'WEB-2', near: { with: 'FIX-001', files: 'web/index.html' } });
  });

  test('released: the next claim has a higher token; done on another branch: not started again', async () => {
    const repository = teamRepository();
    await claimed(repository, asks('frontend', 'FIX-001'));
    expect(await release(await realPorts(repository), { id: null, as: null })).toEqual({ ok: true, value: { id: 'FIX-001', notShared: null } });
    expect(await release(await realPorts(repository), { id: null, as: null })).toEqual({ ok: false, refusal: { code: 'holds-nothing', facts: {} } });
    expect(await claimed(repository, asks('frontend', 'FIX-001'))).toMatchObject({ claim: { token: 2 } });
    const ports = await realPorts(repository);
    const ref = await ports.claims.read('FIX-001');
    if (ref?.claim) await ports.claims.swap('FIX-001', ref.oid, { ...ref.claim, state: 'done', branch: 'frontend/FIX-001' });
    expect(await claimed(repository, asks('frontend', 'FIX-001'))).toMatchObject({ code: 'done-but-lost', facts: { branch: 'frontend/FIX-001' } });
    repository.git('branch', 'frontend/FIX-001');
    expect(await claimed(repository, asks('frontend', 'FIX-001'))).toEqual({ code: 'already-done', facts: { id: 'FIX-001', where: 'on branch frontend/FIX-001 and not merged here' } });
  });

  test('eight worktrees ask for the same task at once: one has it', async () => {
    const repository = teamRepository();
    const trees = Array.from({ length: 8 }, (_, at) => linked(repository, `w${at}`));
    const answers = await Promise.all(trees.map((tree) => claimed(tree, asks('frontend', 'FIX-001'))));
    expect(answers.filter((answer) => 'isNew' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'code' in answer && answer.code === 'held-by-another')).toHaveLength(7);
  });

  test('eight worktrees ask for anything at once: no two have the same', async () => {
    const more = Array.from({ length: 6 }, (_, at) => [`deployment/tasks/X-${at}.yaml`, `id: X-${at}\ntask: X\n`]);
    const repository = teamRepository(Object.fromEntries(more) as Record<string, string>);
    const trees = Array.from({ length: 8 }, (_, at) => linked(repository, `w${at}`));
    const answers = await Promise.all(trees.map((tree) => claimed(tree, asks('frontend', null))));
    const ids = answers.map((answer) => ('id' in answer ? answer.id : answer.code));
    expect(new Set(ids)).toEqual(new Set(['FIX-001', 'DOC-001', 'X-0', 'X-1', 'X-2', 'X-3', 'X-4', 'X-5']));
  });
});

describe('claim --worktree', () => {
  test('makes worktree and branch beside the repository, and the holding is there', async () => {
    const repository = teamRepository();
    const path = join(dirname(repository.root), 'app-FIX-001');
    expect(await claimed(repository, asks('frontend', 'FIX-001', { worktree: true }))).toMatchObject({ madeWorktree: true, claim: { branch: 'frontend/FIX-001', worktree: path } });
    expect(repository.at(path).git('branch', '--show-current')).toBe('frontend/FIX-001');
    expect(await (await realPorts(repository)).claims.holdings()).toEqual([]);
    expect(await release(await realPorts(repository.at(path)), { id: null, as: null })).toEqual({ ok: true, value: { id: 'FIX-001', notShared: null } });
  });

  test('from a linked worktree it still stands beside the main one', async () => {
    const repository = teamRepository();
    expect(await claimed(linked(repository, 'other'), asks('backend', 'INFRA-001', { worktree: true }))).toMatchObject({ claim: { branch: 'backend/INFRA-001', worktree: join(dirname(repository.root), 'app-INFRA-001') } });
  });

  test('is refused where the task or the settings are not committed, for the worktree would lack them', async () => {
    const repository = teamRepository();
    repository.write('deployment/tasks/NEW-1.yaml', 'id: NEW-1\ntask: New\nagent: frontend\n');
    const lacking = { code: 'plan-uncommitted', facts: { id: 'NEW-1', paths: ['deployment/tasks/NEW-1.yaml'], on: null } };
    expect(await claimed(repository, asks('frontend', 'NEW-1', { worktree: true }))).toEqual(lacking);
    expect(existsSync(join(dirname(repository.root), 'app-NEW-1'))).toBe(false);
    repository.git('rm', '-q', '--cached', 'deployment/coord.yaml');
    repository.git('add', 'deployment/tasks/NEW-1.yaml');
    repository.git('commit', '-q', '-m', 'Task');
    expect(await claimed(repository, asks('frontend', 'NEW-1', { worktree: true }))).toEqual({ code: 'plan-uncommitted', facts: { id: 'NEW-1', paths: ['deployment/coord.yaml'], on: null } });
    expect(await claimed(repository, asks('frontend', 'NEW-1'))).toMatchObject({ isNew: true, claim: { token: 1 } });
  });

  test('tells of settings that were changed and not committed: it is proven by the old ones', async () => {
    const repository = teamRepository();
    repository.write('deployment/coord.yaml', `${repository.read('deployment/coord.yaml')}# changed\n`);
    repository.write('deployment/agents/backend.md', 'Mind the tests.\n');
    const otherThere = { paths: ['deployment/coord.yaml', 'deployment/agents/backend.md'], branch: repository.git('branch', '--show-current') };
    expect(await claimed(repository, asks('backend', 'INFRA-001', { worktree: true }))).toMatchObject({ isNew: true, otherThere });
    expect(await claimed(repository, asks('frontend', 'FIX-001'))).toMatchObject({ isNew: true, otherThere: null });
  });

  test('when it cannot be made the task is free again', async () => {
    const repository = teamRepository();
    repository.git('branch', 'frontend/FIX-001');
    expect(await claimed(repository, asks('frontend', 'FIX-001', { worktree: true }))).toEqual({ code: 'branch-exists', facts: { branch: 'frontend/FIX-001' } });
    expect(existsSync(join(dirname(repository.root), 'app-FIX-001'))).toBe(false);
    expect(await claimed(repository, asks('frontend', 'FIX-001'))).toMatchObject({ isNew: true, claim: { token: 2 } });
  });
});

describe('who acts', () => {
  test('without any name it asks; a branch by the agent\'s pattern or git\'s settings say it', async () => {
    const repository = teamRepository();
    expect(await claimed(repository, { ...asks('', null), as: null })).toEqual({ code: 'who-are-you', facts: { agents: ['frontend', 'backend', 'testing'] } });
    repository.git('config', 'coord.agent', 'Backend Agent');
    expect(await claimed(repository, { ...asks('', null), as: null })).toMatchObject({ id: 'INFRA-001' });
    repository.git('checkout', '-q', '-b', 'frontend/something');
    expect(await claimed(repository, { ...asks('', null), as: null })).toMatchObject({ id: 'FIX-001', claim: { agent: 'frontend' } });
  });

  test('without a team any id will do', async () => {
    const repository = teamRepository({ 'deployment/coord.yaml': 'protocol: 1\n' });
    expect(await claimed(repository, asks('me', 'DOC-001'))).toMatchObject({ claim: { agent: 'me', branch: null } });
  });
});
