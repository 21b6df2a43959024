/** task-master: `.taskmaster/tasks/tasks.json`, lists of numbered tasks under tags, with numbered subtasks. */
import { isRecord } from '../documents/with-value.ts';
import { draftTask } from './draft.ts';
import type { DraftTask, LeftOut, Origin, Reader, SourceText } from './draft.ts';
import { foreignDraft, unreadableSource } from './foreign-draft.ts';
import { checkedStatus, itemsOf, joinedNotes, linesOf, textOf, textsOf } from './foreign-values.ts';
import { priorityMeant } from './foreign-words.ts';
import { readJson } from './json-source.ts';
import type { JsonSource } from './json-source.ts';
import { readKept } from './kept-fields.ts';
import { underParents } from './under-parents.ts';

/** The tag that is there from the beginning: its tasks keep their plain numbers. */
const MAIN_TAG = 'master';

type Record_ = Readonly<Record<string, unknown>>;

export const readTaskMaster: Reader = (sources) => {
  const leftOut: LeftOut[] = [];
  const tasks: DraftTask[] = [];
  const parents = new Map<string, string>();
  for (const source of sources) {
    const json = readJson(source);
    if ('reason' in json) return unreadableSource(source, json.reason, json.line);
    const lists = listsIn(json.value);
    if (lists === null) return unreadableSource(source, 'it holds no list of tasks');
    for (const { tag, items } of lists) {
      const reading: ListReading = { source, json, tag, items, prefix: lists.length === 1 || tag === MAIN_TAG ? '' : `${tag}-`, leftOut, parents };
      tasks.push(...items.flatMap((item) => tasksOf(item, reading)));
    }
  }
  return foreignDraft(underParents(tasks, parents), leftOut);
};

interface TagList {
  /** null: from before there were tags. */
  readonly tag: string | null;
  readonly items: readonly Record_[];
}

interface ListReading extends TagList {
  readonly source: SourceText;
  readonly json: JsonSource;
  readonly prefix: string;
  readonly leftOut: LeftOut[];
  readonly parents: Map<string, string>;
}

function listsIn(value: unknown): TagList[] | null {
  if (Array.isArray(value)) return [{ tag: null, items: value.filter(isRecord) }];
  if (!isRecord(value)) return null;
  if (Array.isArray(value['tasks'])) return [{ tag: null, items: value['tasks'].filter(isRecord) }];
  const tagged = Object.entries(value).flatMap(([tag, list]) => (isRecord(list) && Array.isArray(list['tasks']) ? [{ tag, items: list['tasks'].filter(isRecord) }] : []));
  return tagged.length === 0 ? null : tagged;
}

function tasksOf(item: Record_, reading: ListReading): DraftTask[] {
  const own = numberOf(item);
  const parts = itemsOf(item['subtasks']);
  const names = new Set(parts.map(numberOf));
  const subtasks = parts.map((part) => {
    const key = `${own}.${numberOf(part)}`;
    reading.parents.set(reading.prefix + key, reading.prefix + own);
    // A bare number means the subtask beside it where there is one.
    return taskOf(part, key, reading, (on) => (names.has(on) ? `${own}.${on}` : on));
  });
  return [taskOf(item, own, reading, (on) => on), ...subtasks];
}

/** null where it says no more than the title. */
function descriptionOf(item: Record_): string | null {
  const [title, description] = [textOf(item['title']), textOf(item['description'])];
  return title === null || title === description ? null : description;
}

function numberOf(item: Record_): string {
  return textOf(item['id']) ?? '';
}

function taskOf(item: Record_, name: string, { source, json, prefix, tag, leftOut }: ListReading, meant: (on: string) => string): DraftTask {
  const origin: Origin = { file: source.name, line: json.lineOf(item) ?? 1 };
  const { status, told } = checkedStatus(item['status'], origin);
  leftOut.push(...told);
  const metadata = isRecord(item['metadata']) ? item['metadata'] : {};
  return draftTask({
    key: prefix + name,
    id: prefix + name,
    title: textOf(item['title']) ?? textOf(item['description']) ?? '',
    origin,
    sureness: 'sure',
    status,
    priority: priorityMeant(item['priority']),
    agent: textOf(item['assignee']),
    group: prefix === '' ? null : tag,
    dependencies: textsOf(item['dependencies']).map((on) => ({ on: prefix + meant(on), label: null })),
    acceptance: [...linesOf(item['testStrategy']), ...linesOf(item['acceptanceCriteria'])],
    files: itemsOf(item['relevantFiles']).flatMap(({ path, action }) => (action === 'reference' ? [] : (textOf(path) ?? []))),
    notes: joinedNotes(['', descriptionOf(item)], ['', textOf(item['details'])]),
    ...readKept(metadata['coord']),
  });
}
