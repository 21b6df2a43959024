/** Who took a handoff over, in its file. */
import type { Acknowledged } from '../model.ts';
import { refused } from '../problem/refusal.ts';
import type { Result } from '../problem/refusal.ts';
import { editRecord } from './edit-record.ts';
import type { RecordText } from './edit-record.ts';
import { handoffName } from './handoff-name.ts';
import { readFile } from './read-file.ts';

/** The new text of its file; refused where another was quicker. */
export function withTakeOver(record: RecordText, { by, at }: Acknowledged): Result<string> {
  const handoff = readFile(record.file, record.text, record.folder).handoff ?? null;
  const now = handoff?.acknowledged ?? null;
  if (now !== null) return refused('taken-over', { name: handoffName(record.file), ...now });
  return editRecord(record, { acknowledged: { by, at } }, handoff?.place.pointer ?? []);
}

/** Whether nothing else became of its file than that this agent took it over. */
export function isTakeOver(before: RecordText, now: string, agent: string): boolean {
  const answer = readFile(before.file, now, before.folder).handoff?.acknowledged ?? null;
  const taken = answer?.by === agent ? withTakeOver(before, answer) : null;
  return taken?.ok === true && taken.value === now;
}
