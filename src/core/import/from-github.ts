/** GitHub issues: the JSON of `gh issue list --json ...`, or of the REST API. */
import { isRecord } from '../documents/with-value.ts';
import type { Kind, Priority, Status } from '../model.ts';
import { KINDS } from '../model.ts';
import { draftTask } from './draft.ts';
import type { DraftTask, LeftOut, Origin, Reader } from './draft.ts';
import { splitFieldBlock } from './field-block.ts';
import { foreignDraft, unreadableSource } from './foreign-draft.ts';
import { joinedNotes, textOf } from './foreign-values.ts';
import { priorityMeant, statusMeant } from './foreign-words.ts';
import { readJson } from './json-source.ts';

type Issue = Readonly<Record<string, unknown>>;

export const readGithub: Reader = (sources) => {
  const tasks: DraftTask[] = [];
  const leftOut: LeftOut[] = [];
  for (const source of sources) {
    const json = readJson(source);
    if ('reason' in json) return unreadableSource(source, json.reason, json.line);
    const issues = Array.isArray(json.value) ? json.value : [json.value];
    for (const issue of issues) {
      const origin: Origin = { file: source.name, line: json.lineOf(issue) ?? 1 };
      if (!isRecord(issue) || textOf(issue['title']) === null) return unreadableSource(source, 'it holds something that is no issue: each needs a title', origin.line);
      if (isRecord(issue['pull_request'])) leftOut.push({ text: textOf(issue['title']) ?? '', reason: 'no-task', origin, sureness: 'sure' });
      else tasks.push(taskOf(issue, `issue ${tasks.length + 1}`, origin));
    }
  }
  return foreignDraft(tasks, leftOut);
};

function taskOf(issue: Issue, otherwise: string, origin: Origin): DraftTask {
  const number = textOf(issue['number']);
  const { text, kept } = splitFieldBlock((textOf(issue['body']) ?? '').replaceAll('\r\n', '\n'));
  const labels = namesOf(issue['labels'], 'name');
  const said = labelsSay(labels);
  const others = [...namesOf(issue['assignees'], 'login')];
  return draftTask({
    key: number === null ? otherwise : `#${number}`,
    id: number === null ? null : `GH-${number}`,
    title: textOf(issue['title']) ?? '',
    origin,
    sureness: 'sure',
    status: stateOf(issue, said.status),
    priority: said.priority,
    kind: said.kind,
    agent: said.agent ?? others.shift() ?? null,
    group: said.group,
    phase: isRecord(issue['milestone']) ? textOf(issue['milestone']['title']) : textOf(issue['milestone']),
    completed: textOf(issue['closedAt']) ?? textOf(issue['closed_at']),
    dependencies: waitedFor(text).map((on) => ({ on, label: null })),
    notes: joinedNotes(['', text === '' ? null : text], ['Also assigned', others.join(', ') || null], ['Labels', said.others.join(', ') || null]),
    ...kept,
  });
}

function namesOf(value: unknown, key: string): readonly string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => (isRecord(item) ? (textOf(item[key]) ?? []) : (textOf(item) ?? []))) : [];
}

/** `Depends on #12 and #13`, `Blocked by: #4`. */
function waitedFor(text: string): readonly string[] {
  const found = text.matchAll(/\b(?:depends on|blocked by|waits for|requires)\b[:\s]*((?:#\d+(?:\s*(?:,|and|&)\s*)?)+)/gi);
  return [...new Set([...found].flatMap(([, numbers = '']) => numbers.match(/#\d+/g) ?? []))];
}

function stateOf(issue: Issue, labelled: Status | null): Status {
  if ((textOf(issue['state']) ?? 'open').toLowerCase() !== 'closed') return labelled === 'done' || labelled === 'cancelled' ? 'todo' : (labelled ?? 'todo');
  const reason = textOf(issue['stateReason']) ?? textOf(issue['state_reason']) ?? '';
  return /^(?:not_planned|duplicate)$/i.test(reason) ? 'cancelled' : 'done';
}

interface Said {
  status: Status | null;
  priority: Priority | null;
  kind: Kind;
  agent: string | null;
  group: string | null;
  readonly others: string[];
}

/** `priority: high`, `status/in progress`, `P1`: what labels say that a task has a field for. */
function labelsSay(labels: readonly string[]): Said {
  const said: Said = { status: null, priority: null, kind: 'task', agent: null, group: null, others: [] };
  for (const label of labels) {
    const [, key = '', value = ''] = /^\s*(\w+)\s*[:/]\s*(.+?)\s*$/.exec(label) ?? [];
    if (!isSaid(said, key.toLowerCase(), value)) {
      const bare = /^(?:p[0-4]|(?:high|medium|low|critical)[ -]priority)$/i.test(label.trim()) ? priorityMeant(label.trim().replace(/[ -]priority$/i, '')) : null;
      if (bare === null || said.priority !== null) said.others.push(label);
      else said.priority = bare;
    }
  }
  return said;
}

/** Whether a field took it; the first label of a kind counts. */
function isSaid(said: Said, key: string, value: string): boolean {
  const priority = key === 'priority' && said.priority === null ? priorityMeant(value) : null;
  const meant = statusMeant(value);
  const status = key === 'status' && said.status === null && meant.exact ? meant.status : null;
  const kind = key === 'kind' ? (KINDS.find((name) => name === value.toLowerCase()) ?? null) : null;
  if (priority !== null) said.priority = priority;
  else if (status !== null) said.status = status;
  else if (kind !== null) said.kind = kind;
  else if (key === 'agent' && said.agent === null) said.agent = value;
  else if (key === 'group' && said.group === null) said.group = value;
  else return false;
  return true;
}
