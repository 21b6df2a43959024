/** beads: `.beads/issues.jsonl`, or what `bd export` prints: an issue a line. */
import { isRecord } from '../documents/with-value.ts';
import type { Kind } from '../model.ts';
import { draftTask } from './draft.ts';
import type { DraftTask, LeftOut, Origin, Reader } from './draft.ts';
import { foreignDraft, unreadableSource } from './foreign-draft.ts';
import { checkedStatus, itemsOf, joinedNotes, linesOf, textOf, textsOf } from './foreign-values.ts';
import { priorityMeant } from './foreign-words.ts';
import { readJsonLines } from './json-source.ts';
import type { JsonRecord } from './json-source.ts';
import { underParents } from './under-parents.ts';

/** An epic is reached when its parts are; a gate opens what waits for it. */
const KINDS: Readonly<Record<string, Kind>> = { epic: 'milestone', gate: 'gate' };
/** Of the ways in which issues belong together, these hold one up. */
const HOLDS_UP: ReadonlySet<string> = new Set(['blocks', 'conditional-blocks', 'waits-for']);

export const readBeads: Reader = (sources) => {
  const tasks: DraftTask[] = [];
  const leftOut: LeftOut[] = [];
  const parents = new Map<string, string>();
  for (const source of sources) {
    const { records, broken } = readJsonLines(source);
    if (broken.length > 0) return unreadableSource(source, 'this line is no JSON object', broken[0]);
    for (const record of records) {
      const origin: Origin = { file: source.name, line: record.line };
      const reason = notTaken(record);
      if (reason !== null) leftOut.push({ text: textOf(record.value['title']) ?? textOf(record.value['id']) ?? '', reason, origin, sureness: 'sure' });
      else tasks.push(taskOf(record, origin, leftOut, parents));
    }
  }
  return foreignDraft(underParents(tasks, parents), leftOut);
};

/** Deleted issues leave a stone; other records stand among the issues in later versions. */
function notTaken({ value }: JsonRecord): LeftOut['reason'] | null {
  const isIssue = (value['_type'] === undefined || value['_type'] === 'issue') && textOf(value['id']) !== null;
  return isIssue && value['status'] !== 'tombstone' ? null : 'no-task';
}

function taskOf({ value }: JsonRecord, origin: Origin, leftOut: LeftOut[], parents: Map<string, string>): DraftTask {
  const key = textOf(value['id']) ?? '';
  const { status, told } = checkedStatus(value['status'], origin);
  leftOut.push(...told);
  const edges = dependenciesOf(value['dependencies']);
  for (const { on, type } of edges) if (type === 'parent-child') parents.set(key, on);
  const minutes = value['estimated_minutes'];
  return draftTask({
    key,
    id: key,
    title: textOf(value['title']) ?? '',
    origin,
    sureness: 'sure',
    kind: KINDS[textOf(value['issue_type']) ?? ''] ?? 'task',
    status,
    priority: priorityMeant(value['priority']),
    agent: textOf(value['assignee']),
    estimate: typeof minutes === 'number' && minutes > 0 ? `${minutes} min` : null,
    deadline: textOf(value['due_at']),
    started: textOf(value['started_at']),
    completed: textOf(value['closed_at']),
    dependencies: edges.filter(({ type }) => HOLDS_UP.has(type)).map(({ on }) => ({ on, label: null })),
    acceptance: linesOf(value['acceptance_criteria']),
    notes: joinedNotes(['', textOf(value['description'])], ['Design', textOf(value['design'])], ['Notes', textOf(value['notes'])], ['Labels', textsOf(value['labels']).join(', ') || null]),
  });
}

/** The field was called `dep_type` in one branch of the tool. */
function dependenciesOf(value: unknown): readonly { readonly on: string; readonly type: string }[] {
  return itemsOf(value).flatMap((item) => {
    const on = textOf(item['depends_on_id']);
    return on === null || !isRecord(item) ? [] : [{ on, type: textOf(item['type']) ?? textOf(item['dep_type']) ?? 'blocks' }];
  });
}
