/** The board as somebody sees it who looks on: what happened, and figures that are not worked out each time. */
import { expect, test } from 'vitest';
import { lookOn } from '../../src/app/board/look-on.ts';
import { EnvironmentFailure } from '../../src/core/problem/environment-failure.ts';
import { done, refusal } from '../../src/core/problem/refusal.ts';
import { memoryPorts } from '../support/memory-ports.ts';

const FILES = { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/A-1.yaml': 'id: A-1\ntask: First\n', 'deployment/tasks/A-2.yaml': 'id: A-2\ntask: Then\ndependencies: [A-1]\n' };
const COMMIT = { commit: 'c0ffee'.padEnd(40, '0'), at: 0, subject: 'Begin', agents: [], tasks: [], files: [] };

/** `histories`: how often all of it was read. */
function looking() {
  const on = { now: new Date('2025-08-12T12:00:00Z'), commit: COMMIT, histories: 0, isGitGone: false };
  const memory = memoryPorts({
    files: FILES,
    git: {
      workspaceHistory(_, most) {
        if (on.isGitGone) return Promise.reject(new EnvironmentFailure(refusal('git-missing', {})));
        if (most === undefined) on.histories += 1;
        return Promise.resolve([on.commit]);
      },
    },
  });
  const ports = { ...memory, clock: { now: () => on.now, real: () => on.now } };
  const read = lookOn(ports, { rows: 100, as: null });
  const look = async (): Promise<unknown> => {
    const answer = await read();
    return answer.ok ? answer.value.events.map(({ event, key }) => [event, key.split('/').at(-1)]) : answer.refusal.code;
  };
  const write = (path: string, text: string) => ports.writer.write(() => Promise.resolve(done({ changes: [{ path, text }], value: null })));
  return { on, look, write };
}

test('what happened since it began is told, the newest first, and stays', async () => {
  const { look, write } = looking();
  expect(await look()).toEqual([]);
  await write('deployment/tasks/A-1.yaml', 'id: A-1\ntask: First\nstatus: done\n');
  const told = await look();
  expect(told).toEqual([['task.ready', expect.anything()], ['task.done', expect.anything()]]);
  expect(await look()).toEqual(told);
});

test('figures hold for a minute, unless something is committed', async () => {
  const { on, look } = looking();
  for (const seconds of [0, 59]) {
    on.now = new Date(Date.parse('2025-08-12T12:00:00Z') + seconds * 1000);
    await look();
  }
  expect(on.histories).toBe(1);
  on.now = new Date('2025-08-12T12:01:00Z');
  await look();
  expect(on.histories).toBe(2);
  on.commit = { ...COMMIT, commit: 'beef'.padEnd(40, '0') };
  await look();
  expect(on.histories).toBe(3);
});

test('what is wrong with the machine is an answer too, and it goes on after that', async () => {
  const { on, look } = looking();
  on.isGitGone = true;
  expect(await look()).toBe('git-missing');
  on.isGitGone = false;
  expect(await look()).toEqual([]);
});
