import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';
import { readTaskText } from '../../../../src/core/import/markdown/task-text.ts';
import { readPlan } from '../../../support/read-plan.ts';

const read = (text: string) => {
  const { title, agent, estimate, deadline, status, priority, dependencies } = readTaskText({ text, lead: null, code: [], struck: false });
  return { title, agent, estimate, deadline, status, priority, dependencies: dependencies.map(({ on }) => on) };
};

test.each([
  ['Dig (@ann, 1 day)', { title: 'Dig', agent: 'ann', estimate: '1 day' }],
  ['Dig (owner: Ann, 2d, high)', { title: 'Dig', agent: 'Ann', estimate: '2 days', priority: 'high' }],
  ['挖池塘（负责人：李强，2天）', { title: '挖池塘', agent: '李强', estimate: '2 days' }],
  ['Dig (by hand, 2 days)', { title: 'Dig (by hand)', estimate: '2 days' }],
  ['Dig — @ann, 2d (needs A-1)', { title: 'Dig', agent: 'ann', estimate: '2 days', dependencies: ['A-1'] }],
  ['Dig — @ann, 2d (see the map)', { title: 'Dig (see the map)', agent: 'ann', estimate: '2 days' }],
  ['Dig ✅', { title: 'Dig', status: 'done' }],
  ['Dig @ann #garden #spring', { title: 'Dig', agent: 'ann' }],
  ['Dig @ann #garden due:2026-06-12', { title: 'Dig', agent: 'ann', deadline: '2026-06-12' }],
  ['Dig 📅 2026-06-12 #garden', { title: 'Dig', deadline: '2026-06-12' }],
  ['Dig (owner: amy; depends on: A one, B two; estimate: 3h)', { title: 'Dig', agent: 'amy', dependencies: ['A one', 'B two'], estimate: '3 hours' }],
  ['Dig (depends on: A one, B two, estimate: 3h)', { title: 'Dig', dependencies: ['A one', 'B two'], estimate: '3 hours' }],
  ['Dig (needs A-1, Fill it, 2 days, high)', { title: 'Dig', dependencies: ['A-1', 'Fill it'], estimate: '2 days', priority: 'high' }],
  ['Dig (after P0, P1)', { title: 'Dig', dependencies: ['P0', 'P1'] }],
  ['Dig (after A-1, P1)', { title: 'Dig', dependencies: ['A-1'], priority: 'high' }],
  ['Dig !!', { title: 'Dig', priority: 'high' }],
  ['!!! Dig #garden', { title: 'Dig', priority: 'high' }],
  ['Dig 🔽', { title: 'Dig', priority: 'low' }],
  ['Dig ⏫ 📅 2026-06-12', { title: 'Dig', priority: 'high', deadline: '2026-06-12' }],
  ['Dig (Ann, 2d; needs A-1)', { title: 'Dig (Ann)', estimate: '2 days', dependencies: ['A-1'] }],
  ['Dig (½ day)', { title: 'Dig', estimate: '0.5 days' }],
  ['Dig (1½ h)', { title: 'Dig', estimate: '1.5 hours' }],
  ['Dig (1/2 day)', { title: 'Dig', estimate: '0.5 days' }],
  ['Dig — depende de: Fill it', { title: 'Dig', dependencies: ['Fill it'] }],
  ['Dig (2 days) — depends on: Fill it, Plant it', { title: 'Dig', estimate: '2 days', dependencies: ['Fill it', 'Plant it'] }],
  ['Dig — needs: a spade', { title: 'Dig — needs: a spade' }],
  ['Dig — bis zum 20.03.2026', { title: 'Dig', deadline: '2026-03-20' }],
  ['Dig, by Friday', { title: 'Dig, by Friday' }],
  ['Dig (2 days) 🔴', { title: 'Dig', estimate: '2 days', priority: 'high' }],
  ['G-1: 🌱 Dig', { title: 'Dig' }],
  ['挖池塘 —— 2天', { title: '挖池塘', estimate: '2 days' }],
  ['Dig — dépend de « Fill it »', { title: 'Dig', dependencies: ['Fill it'] }],
  ['Fill it after A-1', { title: 'Fill it', dependencies: ['A-1'] }],
  ['Fill it (after A-1 and A-2)', { title: 'Fill it', dependencies: ['A-1', 'A-2'] }],
])('%s', (text, expected) => {
  expect(read(text)).toEqual({ agent: null, estimate: null, deadline: null, status: null, priority: null, dependencies: [], ...expected });
});

test.each(['Try again after 3', 'Dig (S, M or L)', 'Dig 2/3 of it', 'Pay due: 2026-13-45', 'Plan B (draft)', 'Wait for lunch', 'Dig now!!', 'Dig !'])('leaves %j as it is', (text) => {
  expect(read(text).title).toBe(text);
});

test('a name beside a length of work is whose it is', () => {
  expect(readPlan('- [ ] Dig (Ann, 1 day)\n- [ ] Fill (Tom, 2 days)\n- [ ] Rest\n').tasks).toMatchObject({ Dig: { agent: 'Ann', estimate: '1 day' }, Fill: { agent: 'Tom' }, Rest: { agent: null } });
});

test('plain boxes below one that is for somebody are its steps; those that are for others are tasks', () => {
  const { tasks } = readPlan('- [ ] Dig (owner: Ann)\n  - [x] Mark it\n  - [ ] Lift the turf\n- [ ] Fill (owner: Ann)\n  - [ ] Buy sand @tom\n  - [ ] Pour\n');
  expect(tasks).toMatchObject({ Dig: { kind: 'task', status: 'in_progress', actions: ['Mark it', 'Lift the turf'] }, Fill: { kind: 'milestone' }, 'Buy sand': { agent: 'tom' }, Pour: { agent: 'Ann' } });
});

test('a note keeps its lines', () => {
  const { tasks } = readMarkdown([{ name: 'PLAN.md', text: '- [ ] Dig\n  by hand,\n  in spring\n' }, { name: 'q.yaml', text: 'tasks:\n  - title: Fill\n    notes: |\n      Slowly.\n\n      Then   rest.\n' }]).draft;
  expect(tasks.map(({ title, notes }) => [title, notes])).toEqual([['Dig', 'by hand,\nin spring'], ['Fill', 'Slowly.\n\nThen rest.']]);
});

test('a file named in the title is what the task touches; a library or a word with a dot in it is none', () => {
  const { tasks } = readPlan('- [ ] Run `load-test.py` against `web/src/`\n- [ ] Move `user.name` to `Node.js`\n');
  expect(Object.values(tasks).map(({ files }) => files)).toEqual([['load-test.py', 'web/src/'], []]);
});

test('two names joined by a word may be one title', () => {
  expect(readPlan('- [ ] Cart & checkout\n- [ ] Dig\n- [ ] Fill (after Cart & checkout)\n- [ ] Rest (after Dig and Fill)\n').tasks).toMatchObject({ Fill: { after: ['Cart & checkout'] }, Rest: { after: ['Dig', 'Fill'] } });
});

test('what waits for itself is told, and waits for nothing', () => {
  const { tasks, leftOut } = readPlan('## Tasks\n\n1. Dig, after 1\n2. Fill, after 1\n');
  expect(tasks).toMatchObject({ Dig: { after: [] }, Fill: { after: ['Dig'] } });
  expect(leftOut).toEqual(['Dig: 1']);
});

test('boxes below a heading within a task are its criteria or steps', () => {
  const { tasks } = readPlan('### Task 7: Dig\n\n#### Accepted when\n\n- [ ] it is deep\n\n#### In turn\n\n- [ ] lift the grass\n\n### Task 8: Fill\n\n- [ ] step\n');
  expect(Object.keys(tasks)).toEqual(['Dig', 'Fill']);
});

test('paths below "Files" may have verbs before them and lines behind; boxes behind them are steps', () => {
  const { tasks } = readPlan('### Task 1: Dig\n\n**Files:**\n- Create: `src/a.ts`\n- Test: `test/a.test.ts:4-9`\n\n- [ ] **Step 1: Write the test**\n\nExpected: it fails\n\n### Task 2: Fill\n\n- [ ] step\n');
  expect(tasks).toMatchObject({ Dig: { files: ['src/a.ts', 'test/a.test.ts'], actions: ['Step 1: Write the test'], acceptance: [] } });
});

test('of boxes below one with an estimate its steps are made, else tasks', () => {
  const { tasks } = readPlan('- [ ] Dig (3 days)\n  - [x] lift the grass\n  - [ ] go down\n- [ ] Fill\n  - [ ] carry\n  - [ ] pour\n');
  expect(Object.entries(tasks).map(([title, { kind, status }]) => [title, kind, status])).toEqual([['Dig', 'task', 'in_progress'], ['Fill', 'milestone', 'todo'], ['carry', 'task', 'todo'], ['pour', 'task', 'todo']]);
});

test('a table of names and roles is one of people', () => {
  const { tasks, agents } = readPlan('| Name | Role | Time zone |\n| - | - | - |\n| Ann Lee | Gardener | CET |\n| Tom | Digger | GMT |\n\n- [ ] Dig (Tom)\n');
  expect([Object.keys(tasks), agents]).toEqual([['Dig'], ['Ann Lee', 'Tom']]);
});

test('lines of a paragraph that each have the mark of a state and an id are work', () => {
  const { tasks } = readPlan('## Phase 1: Pond\n\n✅ **1.1 Dig** – _Owner: Ann_\n🔄 **1.2 Fill** – _Owner: Tom_\n');
  expect(tasks).toMatchObject({ Dig: { id: '1.1', agent: 'Ann', status: 'done' }, Fill: { agent: 'Tom', status: 'in_progress' } });
});
