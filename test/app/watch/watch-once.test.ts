import { expect, it } from 'vitest';
import { watchOnce } from '../../../src/app/watch/watch-once.ts';
import { refused } from '../../../src/core/problem/refusal.ts';
import { memoryPorts } from '../../support/memory-ports.ts';

it('does nothing about what happened where what was seen cannot be kept: the next look would do it again', async () => {
  const settings = 'protocol: 1\nverifiers: { smoke: { run: [./smoke] } }\nreactions: [{ on: task.ready, do: run, verifier: smoke }]\n';
  const before = memoryPorts({ files: { 'deployment/coord.yaml': settings } });
  const asked = { since: null, reacts: true, describe: () => '', show: () => undefined };
  const acted: string[] = [];
  const told: string[] = [];
  const request = { ...asked, event: ({ event }: { readonly event: string }) => void told.push(event), acted: ({ name }: { readonly name: string | null }) => void acted.push(String(name)) };
  await watchOnce(before, request);
  const after = memoryPorts({ files: { 'deployment/coord.yaml': settings, 'deployment/tasks/A-1.yaml': 'id: A-1\ntask: Do it\n' } });
  const full = { ...before.watching, keep: () => Promise.resolve(refused('not-writable', { path: 'watched.json', reason: 'the disk is full' })) };
  expect(await watchOnce({ ...after, watching: full }, request)).toMatchObject({ ok: false, refusal: { code: 'not-writable' } });
  expect([told, acted]).toEqual([['record.created', 'task.ready'], []]);
  expect(await watchOnce({ ...after, watching: before.watching }, request)).toMatchObject({ ok: true });
  expect([told.length, acted]).toEqual([4, ['smoke']]);
});
