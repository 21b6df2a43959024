import { expect, test } from 'vitest';
import { readPlan } from '../../../support/read-plan.ts';

const CHART = `
## Timeline

\`\`\`mermaid
gantt
    title Pond
    dateFormat YYYY-MM-DD
    section Earth
    Dig the pond   :crit, done, dig, 2026-03-02, 3d
    Carry it off   :active, after dig, 2026-03-09
    section Water
    Line it        :line, after dig, 4h
    Fill it        :1w
    Rest           :rest, after nobody, 2M
    Swim           :milestone, after line rest, 0d
    Phase 2        :2026-04-01, 2w
\`\`\`
`;

test('bars are tasks, with what is said of each', () => {
  const { tasks } = readPlan(CHART);
  expect(tasks).toMatchObject({
    'Dig the pond': { kind: 'task', status: 'done', estimate: '3 days', after: [] },
    'Carry it off': { status: 'in_progress', deadline: '2026-03-09', estimate: null, after: ['Dig the pond'] },
    'Line it': { status: 'todo', estimate: '4 hours', after: ['Dig the pond'] },
    'Fill it': { estimate: '1 week', after: ['Line it'] },
    'Swim': { kind: 'milestone', estimate: null, after: ['Line it', 'Rest'] },
  });
  expect(Object.keys(tasks)).toHaveLength(6);
});

test('what no task can hold is told', () => {
  expect(readPlan(CHART).leftOut).toEqual(expect.arrayContaining(['Dig the pond: begins 2026-03-02', 'Rest: after nobody', 'Rest: 2M', 'Phase 2: 2026-04-01, 2w']));
});

test('a bar of a task that stands elsewhere tells of that task', () => {
  const { tasks } = readPlan('- [ ] **G-1**: Dig the pond (1 day)\n- [ ] **G-2**: Fill it\n\n```mermaid\ngantt\n  Dig the pond :a, 2026-03-02, 3d\n  G-2 :G-2, after a, 2d\n```\n');
  expect(tasks).toMatchObject({ 'Dig the pond': { id: 'G-1', estimate: '1 day' }, 'Fill it': { id: 'G-2', estimate: '2 days', after: ['Dig the pond'] } });
  expect(Object.keys(tasks)).toHaveLength(2);
});
