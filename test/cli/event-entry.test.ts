/** Each line of `coord watch --json` is of the form that its schema describes. */
import { expect, test } from 'vitest';
import { actEntry, beganEntry, eventEntry, troubleEntry } from '../../src/cli/event-entry.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { compilerOf, differences, validatorOf } from '../support/read-schemas.ts';
import { shell } from '../support/shell.ts';
import { common, EVENTS, OF_TASK } from '../support/watch-events.ts';

const fits = validatorOf(compilerOf('.', 'answers'), 'answers/watch.schema.json');
const NOW = new Date('2025-08-12T12:00:00Z');

test('of every event, of what keeps it from seeing, and of acts', () => {
  const act = { rule: 'reactions[0]', does: 'notify', name: null, events: [{ ...common('done'), event: 'task.done', ...OF_TASK }] } as const;
  const lines = [
    ...EVENTS.map(eventEntry),
    beganEntry(null, NOW),
    beganEntry(NOW, NOW),
    troubleEntry({ trouble: 'folder-gone', folder: 'deployment' }, 'It is gone.', NOW),
    troubleEntry({ trouble: 'no-notices', reason: 'ENOSPC' }, 'No more notices.', NOW),
    actEntry(act, null, NOW),
    actEntry(act, 'it did not arrive', NOW),
  ];
  for (const line of lines) expect(differences(fits, line), JSON.stringify(line)).toEqual([]);
});

test('coord watch --once --json prints one object a line, also of what was done', async () => {
  const files = { 'deployment/coord.yaml': 'protocol: 1\nteam: { frontend: {} }\nverifiers: { smoke: { run: [./smoke] } }\nreactions: [{ on: deadline.near, do: run, verifier: smoke }]\n', 'deployment/tasks/A-1.yaml': 'id: A-1\ntask: Do it\ndeadline: 2025-08-13 13:00\n' };
  const before = memoryPorts({ files });
  await shell(VERBS, ['watch', '--once', '--json'], { ports: before });
  const { exit, stdout } = await shell(VERBS, ['watch', '--once', '--json'], { ports: { ...memoryPorts({ files, now: new Date('2025-08-12T14:00:00Z') }), watching: before.watching } });
  const lines = stdout.trim().split('\n').map((line): unknown => JSON.parse(line));
  for (const line of lines) expect(differences(fits, line)).toEqual([]);
  expect({ exit, lines }).toMatchObject({ exit: 0, lines: [{ event: 'deadline.near', task: 'A-1' }, { event: 'reaction.done', act: 'run', name: 'smoke', on: 'deadline.near', count: 1 }] });
});
