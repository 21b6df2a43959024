import { expect, test } from 'vitest';
import { readSpecKit } from '../../../src/core/import/from-spec-kit.ts';
import { faults, readWith, short } from '../../support/reading.ts';

const TASKS = `# Tasks: Photo albums

**Input**: Design documents from \`/specs/001-albums/\`

## Format: \`[ID] [P?] [Story] Description\`

- **[P]**: Can run side by side

<!--
- [ ] T900 A sample
-->

## Phase 1: Setup (Shared Infrastructure)

- [x] T001 Create the folders per the plan
- [X] T002 [P] Configure the linter in .eslintrc.cjs

## Phase 2: Foundational (Blocking Prerequisites)

- [ ] T003 Set up the schema in src/db/schema.sql
- [ ] T004 [P] Routing in \`server.ts\`
- [ ] T005 [P] Logging

**Checkpoint**: Foundation ready

## Phase 3: User Story 1 - Make an album (Priority: P1) 🎯 MVP

### Tests for User Story 1

- [ ] T006 [P] [US1] Contract test in tests/contract/test_albums.py
- [ ] T007 [US1] Album service in src/services/album.ts, and src/models/ (depends on T004, T005)

## Phase 4: User Story 2 - Share it (Priority: P2)

- [ ] T008 [US2] Share it

## Phase N: Polish

- [ ] TXXX [P] Documentation in docs/

\`\`\`bash
- [ ] T901 Another sample
\`\`\`
`;

test('phases, turns and named dependencies become what waits for what', () => {
  const reading = readWith(readSpecKit, 'specs/001-albums/tasks.md')(TASKS);
  expect(short(reading)).toEqual([
    'T001 task done - - -',
    'T002 task done - - -',
    'phase-1-checkpoint milestone done - - T001+T002',
    'T003 task todo - - phase-1-checkpoint',
    'T004 task todo - - T003',
    'T005 task todo - - T003',
    'phase-2-checkpoint milestone todo - - T003+T004+T005',
    'T006 task todo - - phase-1-checkpoint+phase-2-checkpoint',
    'T007 task todo - - T004+T005+T006',
    'phase-3-checkpoint milestone todo - - T006+T007',
    'T008 task todo - - phase-1-checkpoint+phase-2-checkpoint',
    'phase-4-checkpoint milestone todo - - T008',
    '- task todo - - phase-1-checkpoint+phase-2-checkpoint+phase-3-checkpoint+phase-4-checkpoint',
    'phase-5-checkpoint milestone todo - - line 39',
  ]);
  expect(reading.draft.phases.map(({ name }) => name)).toEqual(['Phase 1: Setup', 'Phase 2: Foundational', 'Phase 3: User Story 1 - Make an album', 'Phase 4: User Story 2 - Share it', 'Phase N: Polish']);
  expect(reading.draft.tasks.filter(({ files }) => files.length > 0).map(({ id, files, group }) => [id, files.join(' '), group])).toEqual([
    ['T003', 'src/db/schema.sql', null],
    ['T004', 'server.ts', null],
    ['T006', 'tests/contract/test_albums.py', 'US1'],
    ['T007', 'src/services/album.ts src/models/**', 'US1'],
    [null, 'docs/**', null],
  ]);
  expect(faults(reading)).toEqual([]);
  expect(reading.draft.tasks.find(({ id }) => id === 'phase-2-checkpoint')?.title).toBe('Phase 2: Foundational complete');
});

test('several features keep their tasks apart', () => {
  const one = '## Phase 1: Setup\n- [ ] T001 A\n';
  expect(short(readSpecKit([{ name: 'specs/001-a/tasks.md', text: one }, { name: 'specs/002-b/tasks.md', text: one }]))).toEqual([
    '001-a-T001 task todo - - -', '001-a-phase-1-checkpoint milestone todo - - 001-a-T001', '002-b-T001 task todo - - -', '002-b-phase-1-checkpoint milestone todo - - 002-b-T001',
  ]);
});

test('what stands twice, and what waits for itself around a corner, is told', () => {
  const read = readWith(readSpecKit, 'tasks.md');
  expect(faults(read('- [ ] T001 A\n- [ ] T001 B\n'))).toContain('duplicate-id T001 1 2');
  expect(faults(read('- [ ] T001 [P] A (depends on T002)\n- [ ] T002 [P] B (depends on T001)\n'))).toEqual(['dependency-cycle T001>T002>T001 1 2']);
  expect(read('# Nothing\n').draft.tasks).toEqual([]);
});
