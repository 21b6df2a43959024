import { expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import { progress } from '../../src/app/tasks/progress.ts';
import { realPorts } from '../support/real-ports.ts';
import type { TestRepository } from '../support/repository.ts';
import { teamRepository } from '../support/team-repository.ts';

const NOON = new Date('2025-08-12T12:00:00Z');
const at = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

async function held(): Promise<TestRepository> {
  const repository = teamRepository();
  await claim(await realPorts(repository, NOON), { id: 'FIX-001', as: 'frontend', worktree: false, take: false, takeOver: false });
  return repository;
}

async function notes(repository: TestRepository, amount: string, note: string | null = null, now = NOON) {
  const answer = await progress(await realPorts(repository, now), { amount, note, id: null, as: null });
  return answer.ok ? answer.value : answer.refusal;
}

test('sets and adds, never past 100, one commit each', async () => {
  const repository = await held();
  expect(await notes(repository, '60%')).toMatchObject({ id: 'FIX-001', progress: 60, file: 'deployment/tasks/FIX-001.yaml', commit: { committed: true } });
  expect(await notes(repository, '+15')).toMatchObject({ progress: 75 });
  expect(await notes(repository, '+90')).toMatchObject({ progress: 100 });
  expect(repository.git('log', '--format=%s')).toBe('FIX-001: 100 % done\nFIX-001: 75 % done\nFIX-001: 60 % done\nBegin');
  expect(repository.git('status', '--porcelain')).toBe('');
});

test('notes are kept in the file, one a line, dated', async () => {
  const repository = await held();
  await notes(repository, '10', 'found the leak: it is "here"');
  await notes(repository, '20', 'mended');
  const opened = await (await realPorts(repository)).store.open();
  expect(opened.ok && opened.value.task('FIX-001')?.notes).toBe('2025-08-12: found the leak: it is "here"\n2025-08-12: mended');
});

test('renews the lease when under half of it is left', async () => {
  const repository = await held();
  const until = async () => (await (await realPorts(repository)).claims.read('FIX-001'))?.claim?.until;
  await notes(repository, '10', null, at(60));
  expect(await until()).toBe('2025-08-12T14:00:00Z');
  await notes(repository, '20', null, at(61));
  expect(await until()).toBe('2025-08-12T15:01:00Z');
});

test.each(['', 'much', '101', '-5', '1e1'])('"%s" is no progress', async (amount) => {
  expect(await notes(await held(), amount)).toMatchObject({ code: 'bad-value', facts: { value: amount } });
});

test('only for the holder', async () => {
  expect(await notes(teamRepository(), '10')).toEqual({ code: 'holds-nothing', facts: {} });
});
