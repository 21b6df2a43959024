import { expect, test } from 'vitest';
import { dateIn } from '../../../../src/core/import/markdown/written-dates.ts';
import { readPlan } from '../../../support/read-plan.ts';

test.each([
  ['2026-05-04', '2026-05-04'], ['2026年5月4日', '2026-05-04'], ['4.5.2026', '2026-05-04'], ['by May 4, 2026', '2026-05-04'], ['4th of May 2026', '2026-05-04'],
  ['4. März 2026', '2026-03-04'], ['4 de marzo de 2026', '2026-03-04'], ['1er août 2026', '2026-08-01'], ['25/12/2026', '2026-12-25'], ['12/25/2026', '2026-12-25'], ['5/5/2026', '2026-05-05'],
])('%s is one day', (text, date) => {
  expect(dateIn(text)).toBe(date);
});

test.each(['04/05/2026', '13/14/2026', '2026-02-30', 'May 4', 'March', '4 apples 2026', '1.2'])('%s is none, or may be two', (text) => {
  expect(dateIn(text)).toBeNull();
});

test('what no field can hold is told, from Markdown too', () => {
  const { tasks, leftOut } = readPlan('| ID | Task | Due | Estimate | Status | Priority |\n| - | - | - | - | - | - |\n| A-1 | Dig | May 4 | large | Blocked | sometime |\n');
  expect(tasks).toMatchObject({ Dig: { deadline: null, estimate: null, status: 'todo' } });
  expect([...leftOut].sort()).toEqual(['deadline: May 4', 'estimate: large', 'priority: sometime', 'status: Blocked']);
});
