import { expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { shell } from '../support/shell.ts';

const FILES = {
  'deployment/coord.yaml': 'protocol: 1\nproject: Shop\ntimezone: Europe/Berlin\nteam: { backend: {} }\n',
  'deployment/tasks/A.yaml': 'id: A\ntask: Serve *all*\nagent: backend\nstatus: done\nestimate: 1 hour\nstarted: 2025-08-12T08:00:00Z\ncompleted: 2025-08-12T10:00:00Z\n',
  'deployment/tasks/B.yaml': 'id: B\ntask: Show\nagent: backend\nstatus: done\nstarted: 2025-08-08T08:00:00Z\ncompleted: 2025-08-08T10:00:00Z\n',
  'deployment/status/blockers/b.md': '---\ntask: A\nby: backend\nwaits_on: human:ops\nseverity: P1\nraised: 2025-08-12T05:30:00Z\nneeded: A key\n---\n',
};
const now = new Date('2025-08-12T12:00:00Z');
const report = (words: string, files: Readonly<Record<string, string>> = FILES) => shell(VERBS, ['report', 'retro', ...words.split(' ').filter((word) => word !== '')], { ports: memoryPorts({ files, now }), now });

it('is Markdown with what was done, what stood in the way, how estimates held, and what follows', async () => {
  expect((await report('daily')).stdout).toBe(`# The day of Shop

2025-08-12 00:00 to 2025-08-12 14:00 (Europe/Berlin). 100 % of the whole is done.

## Done (1)

- **A** Serve \\*all\\* (backend)

## Blockers (1)

| task | severity | needed | waited on | how long |
| --- | --- | --- | --- | --- |
| A | P1 | A key | human:ops | 6 h 30 m, still open |

## Estimates

1 task: 1 h of work estimated, 2 h taken, 2 times as much.

| task | agent | estimated | taken | times as much |
| --- | --- | --- | --- | --- |
| A | backend | 1 h | 2 h | 2 |

## What to change

- Most of the waiting, 6 h 30 m in 1 blocker, was on human:ops: ask earlier, or name somebody who answers in their place.
- Done without a verifier: A. Name one for the next: \`coord task set <id> verify=<name>\`.
`);
});

it('says when what is late was due', async () => {
  const files = { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/A.yaml': 'id: A\ntask: Serve\nagent: backend\ndeadline: 2025-08-11\n' };
  const { stdout } = await report('weekly', files);
  expect(stdout).toContain('## Due, and not done\n\n- **A** Serve (backend, due 2025-08-11)\n');
  expect(stdout).not.toContain('## Estimates');
});

it('reaches back a week, or to the first that is known', async () => {
  const told = async (span: string): Promise<unknown> => JSON.parse((await report(`${span} --format json`)).stdout);
  expect(await told('weekly')).toMatchObject({ from: '2025-08-05T12:00:00.000Z', to: '2025-08-12T12:00:00.000Z', done: ['B', 'A'] });
  expect(await told('final')).toMatchObject({ from: '2025-08-08T08:00:00.000Z', completion: 1, estimates: [{ task: 'A', estimate_minutes: 60, actual_minutes: 120, factor: 2 }] });
});

it('has something to say of nothing, and refuses other words', async () => {
  expect((await report('final', { 'deployment/coord.yaml': 'protocol: 1\n' })).stdout).toContain('Nothing was done.');
  expect([(await report('yearly')).exit, (await report('')).exit]).toEqual([2, 2]);
});
