import { expect, test } from 'vitest';
import type { Ports } from '../../src/app/ports.ts';
import { status } from '../../src/app/overview/status.ts';
import { done } from '../../src/core/problem/refusal.ts';
import { aClaim } from '../support/a-claim.ts';
import { memoryPorts } from '../support/memory-ports.ts';

const FILES = {
  'deployment/coord.yaml': 'protocol: 1\n',
  'deployment/tasks/A-1.yaml': 'id: A-1\ntask: Open here\n',
  'deployment/tasks/A-2.yaml': 'id: A-2\ntask: Merged\nstatus: done\n',
  'deployment/tasks/A-3.yaml': 'id: A-3\ntask: Given up\nstatus: cancelled\n',
  'deployment/tasks/A-4.yaml': 'id: A-4\ntask: Waits\ndependencies: [A-5]\n',
  'deployment/tasks/A-5.yaml': 'id: A-5\ntask: First\n',
};

/** `looked`: ids of the tasks whose files were looked into. */
async function portsLookedInto(): Promise<{ readonly ports: Ports; readonly looked: string[] }> {
  const finished = aClaim({ state: 'done' });
  const ports = memoryPorts({ files: FILES, claims: { 'A-1': finished, 'A-2': finished, 'A-3': finished, 'a-4': finished, 'GONE-1': finished } });
  const opened = await ports.store.open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  const looked: string[] = [];
  const task = (id: string) => {
    looked.push(id);
    return opened.value.task(id);
  };
  return { ports: { ...ports, store: { ...ports.store, open: () => Promise.resolve(done({ ...opened.value, task })) } }, looked };
}

test('done elsewhere: what is open here, found without looking into the file of each done claim', async () => {
  const { ports, looked } = await portsLookedInto();
  const answer = await status(ports, 1, null);
  expect(answer.ok && answer.value.doneElsewhere).toMatchObject({ total: 2, rows: [{ live: { id: 'A-1' }, title: 'Open here' }] });
  expect(looked).toEqual([]);
});
