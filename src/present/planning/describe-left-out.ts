/** What an import saw and did not take, and why, in a line. */
import type { LeftOut, LeftOutReason } from '../../core/import/draft.ts';
import { placeOf } from '../describe-fault.ts';
import { say } from '../text/plain.ts';
import { cut } from '../text/width.ts';

export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  'no-task': 'no task by its form and place',
  'mention': 'tells of a task that stands elsewhere',
  'sample': 'a sample or program text',
  'no-path': 'no path inside the repository',
  'unknown-dependency': 'waits for something that is described nowhere',
  'itself': 'a task cannot wait for itself',
  'kept': 'the workspace has this already, or its own order',
  'differs': 'kept as it is in the workspace',
  'gone': 'the plan has it no more, or calls it otherwise',
  'id-taken': 'the id is taken here by a task of another title, or of another clone',
  'done-before': 'what it waited for is not done, and it is',
  'approved-there': 'it is done already, and who approved it is not told',
  'no-value': 'no value that the field can hold',
  'no-field': 'no field is for it',
};

export function describeLeftOut({ text, reason, origin, sureness }: LeftOut): string {
  return say`${placeOf(origin)} "${cut(text, 60)}": ${LEFT_OUT_WORDS[reason]} (${sureness})`;
}
