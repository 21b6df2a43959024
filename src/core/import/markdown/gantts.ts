/** Bars of gantt charts: what they say of tasks that stand elsewhere, and tasks where none does. */
import { estimateIn } from './estimates.ts';
import { depend } from './findings.ts';
import type { Findings, OpenTask } from './findings.ts';
import { phaseHeading } from './headings.ts';
import type { Bar } from './mermaid-gantt.ts';
import type { Titles } from './titles.ts';
import { dateIn } from './written-dates.ts';

type Chart = Findings['gantts'][number];

export function takeGantts(found: Findings, titles: Titles): void {
  for (const chart of found.gantts) takeGantt(chart, titles, found);
}

function takeGantt({ bars, file }: Chart, titles: Titles, found: Findings): void {
  const known = bars.map((bar) => (bar.id === null ? null : titles.withId(bar.id)) ?? titles.called(bar.title));
  const groups = new Map<string, string>();
  const groupOf = (section: string, line: number): string => groups.get(section) ?? setAndGet(groups, section, found.addGroup(section, null, null, { file, line }).key);
  const taken = bars.map((bar, index) => known[index] ?? newTask(bar, file, groupOf, found));
  const byId = new Map(bars.flatMap(({ id }, index) => (id === null ? [] : [[id, taken[index] ?? null] as const])));
  for (const [index, bar] of bars.entries()) {
    const task = taken[index];
    if (task === undefined || task === null) continue;
    for (const id of bar.after) {
      const before = byId.get(id) ?? null;
      if (before === null) found.leave(`${bar.title}: after ${id}`, 'unknown-dependency', { file, line: bar.line }, 'sure');
      else depend(task, before.key);
    }
    const previous = taken[index - 1];
    if (bar.isAfterPrevious && previous) depend(task, previous.key);
    describe(task, bar, file, found);
  }
}

function setAndGet(groups: Map<string, string>, name: string, key: string): string {
  groups.set(name, key);
  return key;
}

/** null: a bar for a whole phase, which is told. */
function newTask(bar: Bar, file: string, groupOf: (section: string, line: number) => string, found: Findings): OpenTask | null {
  const { title, section, line, tags } = bar;
  if (phaseHeading(title) !== null) {
    found.leave(`${title}: ${[bar.start, bar.end].filter((text) => text !== null).join(', ')}`, 'no-task', { file, line });
    return null;
  }
  return found.addTask({ id: null, title, kind: tags.has('milestone') ? 'milestone' : 'task', group: section === null ? null : groupOf(section, line), origin: { file, line }, sureness: 'likely' });
}

/** What stands at the task itself goes before what its bar says. */
function describe(task: OpenTask, bar: Bar, file: string, found: Findings): void {
  const { tags, start, end, title, line } = bar;
  const state = tags.has('done') ? 'done' : tags.has('active') ? 'in_progress' : null;
  if (state !== null && task.status === 'todo') task.status = state;
  if (tags.has('crit')) task.priority ??= 'high';
  const until = end === null ? null : dateIn(end);
  if (until !== null) task.deadline ??= until;
  else if (end !== null && !/^0+[a-z]*$/i.test(end)) setLength(task, end, bar, file, found);
  if (start !== null) found.leave(`${title}: begins ${start}`, 'no-field', { file, line }, 'sure');
}

function setLength(task: OpenTask, end: string, { title, line }: Bar, file: string, found: Findings): void {
  // A big M is a month, a small one a minute.
  const length = /\d(?:M|y|ms|s)$/.test(end) ? null : estimateIn(end);
  if (length === null) found.leave(`${title}: ${end}`, 'no-value', { file, line }, 'sure');
  else task.estimate ??= length;
}
