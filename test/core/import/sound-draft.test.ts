import { expect, it } from 'vitest';
import { draftTask, EMPTY_DRAFT } from '../../../src/core/import/draft.ts';
import { soundDraft } from '../../../src/core/import/sound-draft.ts';

const origin = { file: 'tasks.json', line: 3 };
const task = (id: string, status: 'done' | 'todo') => draftTask({ key: id, id, title: `Do ${id}`, origin, sureness: 'sure', status, approvers: ['human:ada', 'pm'] });

it('asks nobody to approve what is done already, and tells of it', () => {
  const { tasks, leftOut } = soundDraft({ ...EMPTY_DRAFT, tasks: [task('A-1', 'done'), task('B-1', 'todo')] });
  expect(tasks.map(({ approvers }) => approvers)).toEqual([[], ['human:ada', 'pm']]);
  expect(leftOut).toEqual([{ text: 'A-1: human:ada, pm', reason: 'approved-there', origin, sureness: 'sure' }]);
});

it.each(['4 S', '4 HOURS', '90 sec'])('leaves out an estimate that no file can hold: %s', (estimate) => {
  const { tasks, leftOut } = soundDraft({ ...EMPTY_DRAFT, tasks: [{ ...task('B-1', 'todo'), estimate }] });
  expect(tasks.map((one) => one.estimate)).toEqual([null]);
  expect(leftOut).toEqual([{ text: `estimate: ${estimate}`, reason: 'no-value', origin, sureness: 'sure' }]);
});
