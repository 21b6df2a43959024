import { expect, test } from 'vitest';
import { readBacklog } from '../../../src/core/import/from-backlog.ts';
import { faults, leftOut, short } from '../../support/reading.ts';

const file = (path: string, front: string, body = ''): { name: string; text: string } => ({ name: `backlog/${path}.md`, text: `---\n${front}\n---\n\n${body}` });

const SEARCH = file(
  'tasks/back-355.04 - Search-by-type',
  "id: BACK-355.04\ntitle: 'Search: by type'\nstatus: In Progress\nassignee:\n  - '@ada'\n  - '@bob'\ncreated_date: '2026-01-01 23:37'\nlabels:\n  - core\ndependencies:\n  - back-354\nmilestone: v1\nparent_task_id: BACK-355\npriority: high\nordinal: 128000\ndue_date: '2026-02-01'",
  `## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
Find by type.
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [x] #1 The list takes a type
- [ ] #2 Several types may be given
<!-- AC:END -->

## Implementation Plan

<!-- SECTION:PLAN:BEGIN -->
1. Read the type
2. Filter by it
<!-- SECTION:PLAN:END -->

## Implementation Notes

<!-- SECTION:NOTES:BEGIN -->
Mind the index.
<!-- SECTION:NOTES:END -->
`,
);

test('carries over states, priorities, dependencies, criteria and steps', () => {
  const reading = readBacklog([
    SEARCH,
    file('tasks/back-354 - Types', 'id: back-354\ntitle: Types\nstatus: Done\nassignee: [@ada]\ndependencies: []', '## Description\n\nOf old.\n\n## Acceptance Criteria\n\n- [ ] Works\n'),
    file('tasks/back-355 - Filters', 'id: BACK-355\ntitle: Filters\nstatus: To Do\nassignee: @ada\ndependencies: []'),
    file('archive/tasks/back-9 - Never', 'id: BACK-9\ntitle: Never\nstatus: To Do\ndependencies: []'),
    file('decisions/decision-1 - JSON', 'id: decision-1\ntitle: JSON\nstatus: accepted'),
    { name: 'backlog/readme.md', text: 'About' },
  ]);
  expect(short(reading)).toEqual(['BACK-355.04 task in_progress high ada back-354', 'back-354 task done - ada -', 'BACK-355 task todo - ada BACK-355.04', 'BACK-9 task cancelled - - -']);
  expect(reading.draft.tasks[0]).toMatchObject({
    phase: 'v1',
    deadline: '2026-02-01',
    acceptance: ['The list takes a type', 'Several types may be given'],
    actions: ['Read the type', 'Filter by it'],
    notes: 'Find by type.\n\nNotes:\nMind the index.\n\nAlso assigned:\nbob\n\nLabels:\ncore',
  });
  expect(reading.draft.tasks[1]).toMatchObject({ notes: 'Of old.', acceptance: ['Works'] });
  expect(leftOut(reading)).toEqual(['1 no-task backlog/decisions/decision-1 - JSON.md', '1 no-task backlog/readme.md']);
});

test('line ends of Windows change nothing', () => {
  const { name, text } = SEARCH;
  expect(readBacklog([{ name, text: text.replaceAll('\n', '\r\n') }])).toEqual(readBacklog([SEARCH]));
});

test('a broken file, an unknown state, an id that stands twice', () => {
  expect(faults(readBacklog([{ name: 'a.md', text: '---\nid: [\n---\n' }]))).toEqual(['unreadable-source its front matter cannot be read (front-matter-syntax) 1']);
  expect(faults(readBacklog([{ name: 'a.md', text: '---js\nid: 1\n---\n' }]))).toEqual(['unreadable-source its front matter cannot be read (executable-front-matter) 1']);
  expect(faults(readBacklog([file('tasks/a', 'id: task-1\ntitle: A'), file('tasks/b', 'id: TASK-1\ntitle: B')]))).toEqual(['duplicate-id task-1 1 1']);
  expect(leftOut(readBacklog([file('tasks/a', 'id: task-1\ntitle: A\nstatus: Icebox')]))).toEqual(['1 no-value status: Icebox']);
});
