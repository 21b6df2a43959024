import { expect, test } from 'vitest';
import { readGithub } from '../../../src/core/import/from-github.ts';
import { refusal } from '../../../src/core/problem/refusal.ts';
import { describeRefusal } from '../../../src/present/describe-refusal.ts';
import { faults, leftOut, readWith, short } from '../../support/reading.ts';
import { PIPE } from '../../support/screens.ts';

const read = readWith(readGithub, 'issues.json');

/** As `gh issue list --state all --json number,title,body,state,stateReason,labels,assignees,milestone,closedAt` prints it. */
const BY_GH = [
  { number: 4, title: 'Log in', body: 'With a link.\r\n\r\nDepends on #2 and #3.', state: 'OPEN', stateReason: '', labels: [{ id: 'L', name: 'priority: high', color: 'ff0000' }, { name: 'bug' }, { name: 'status/in progress' }], assignees: [{ login: 'ada' }, { login: 'bob' }], milestone: { number: 1, title: 'v1' }, closedAt: null },
  { number: 3, title: 'Send mail', body: '', state: 'CLOSED', stateReason: 'COMPLETED', labels: [{ name: 'P3' }], assignees: [], milestone: null, closedAt: '2026-01-03T09:00:00Z' },
  { number: 2, title: 'Ask for a name', body: null, state: 'CLOSED', stateReason: 'NOT_PLANNED', labels: [], assignees: [], milestone: null, closedAt: '2026-01-02T09:00:00Z' },
];

test('carries over states, priorities, people, and what a body says it waits for', () => {
  const reading = read(JSON.stringify(BY_GH, null, 1));
  expect(short(reading)).toEqual(['GH-4 task in_progress high ada GH-2+GH-3', 'GH-3 task done low - -', 'GH-2 task cancelled - - -']);
  expect(reading.draft.tasks[0]).toMatchObject({ phase: 'v1', notes: 'With a link.\n\nDepends on #2 and #3.\n\nAlso assigned:\nbob\n\nLabels:\nbug' });
  expect(reading.draft.tasks.map(({ origin, completed }) => [origin.line, completed])).toEqual([[2, null], [35, '2026-01-03T09:00:00Z'], [50, '2026-01-02T09:00:00Z']]);
});

test('reads the REST form, leaves pull requests out, and says what is none', () => {
  const reading = read('[{"number": 1, "title": "A", "state": "closed", "state_reason": "completed"}, {"number": 2, "title": "PR", "state": "open", "pull_request": {"url": "x"}}]');
  expect(short(reading)).toEqual(['GH-1 task done - - -']);
  expect(leftOut(reading)).toEqual(['1 no-task PR']);
  expect(faults(read('{"message": "Not Found"}'))).toEqual(['unreadable-source it holds something that is no issue: each needs a title 1']);
  expect(faults(read('<html>'))).toEqual(['unreadable-source it is no JSON 1']);
  expect(faults(read('[{"number": 1, "title": "A", "body": "Blocked by #2"},\n{"number": 2, "title": "B", "body": "waits for: #1"}]'))).toEqual(['dependency-cycle #1>#2>#1 1 2'].map((line) => line.replaceAll('#', 'GH-')));
  expect(faults(read('[{"number": 1, "title": "A"},\n{"number": 1, "title": "A"}]'))).toEqual(['duplicate-id GH-1 1 2']);
});

test('a file that is no such form is refused as that, not as a plan at odds with itself', () => {
  const { faults: found } = read('{');
  const { message } = describeRefusal(refusal('bad-plan', { form: 'github', faults: found }), PIPE);
  expect(message).toBe('This cannot be read as an export of github, so nothing was written:\n  unreadable-source: issues.json:1: it is no JSON');
});
