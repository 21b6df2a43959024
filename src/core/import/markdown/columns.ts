/** What the columns of a table hold: as their heads call it, and where no head is known, as their cells show it. */
import { cleanTitle, normal, oneLine } from './clean-text.ts';
import type { Inline, Table } from './outline.ts';
import { NO_TEXT } from './outline.ts';
import type { TaskField } from './task-fields.ts';
import { isNothing, splitDependencies, splitId } from './ids.ts';
import { dateIn } from './written-dates.ts';
import { exactFieldOf, fieldOf, holds, TASK_FIELDS } from './vocabulary.ts';

type Columns = readonly (TaskField | null)[];

/** By heads first; a column of ids, and one that names these ids, tell themselves in any language. */
export function columnsOf(table: Table): Columns {
  return withDependencies(table, withIds(table, withTargets(table, columnsByHead(table.head))));
}

/** Words that make a head the title though others stand beside them. */
const WORK_WORDS = ['task', 'tasks', 'story', 'work item', 'aufgabe', 'aufgaben', 'arbeitspaket', 'tarea', 'tareas', 'tâche', 'compito', 'tarefa', 'タスク', '作業', '任务', '任務', 'задача', 'задачи', '작업'].map(normal);

/** Each field once: whole heads go before parts of them. A head that could be the title twice is a note the second time. */
export function columnsByHead(head: readonly Inline[]): Columns {
  const known = BY_HEAD.get(head);
  if (known !== undefined) return known;
  const made = readHeads(head);
  BY_HEAD.set(head, made);
  return made;
}

/** Asked of each table by many rules. */
const BY_HEAD = new WeakMap<readonly Inline[], Columns>();

function readHeads(head: readonly Inline[]): Columns {
  const columns: (TaskField | null)[] = head.map(() => null);
  const used = new Set<TaskField>();
  const heads = head.map(({ text }) => cleanTitle(text));
  for (const read of [exactFieldOf, fieldOf]) {
    heads.forEach((text, index) => {
      const field = columns[index] === null ? read(text, TASK_FIELDS) : null;
      if (field === null || used.has(field) || (field === 'title' && read === fieldOf && !holds(normal(text), WORK_WORDS))) return;
      columns[index] = field;
      used.add(field);
    });
  }
  heads.forEach((text, index) => {
    if (columns[index] === null && exactFieldOf(text, TASK_FIELDS) === 'title') columns[index] = 'notes';
  });
  return columns;
}

const TARGET = ['target', 'ziel', 'objetivo', 'cible', 'obiettivo', 'meta', '目標', '目标', 'цель'].map(normal);

/** A target is a date to some and a result to others: its cells tell. */
function withTargets(table: Table, columns: Columns): Columns {
  const at = table.head.findIndex(({ text }, index) => columns[index] === null && TARGET.includes(normal(text)));
  const said = textsIn(table, at).filter((text) => !isNothing(text));
  const isDates = at !== -1 && said.length > 0 && said.every((text) => dateIn(text) !== null);
  return isDates && !columns.includes('deadline') ? columns.with(at, 'deadline') : columns;
}

/** The first column that nobody knows, with another id in each row. */
function withIds(table: Table, columns: Columns): Columns {
  const at = columns.indexOf(null);
  if (at === -1 || columns.includes('id') || table.rows.length < 2) return columns;
  const cells = textsIn(table, at);
  const isIds = new Set(cells).size === cells.length && cells.every((text) => splitId(`${text}: .`).id !== null || (at === 0 && /^\d{1,3}\.?$/.test(text)));
  return isIds ? columns.with(at, 'id') : columns;
}

/** A column in which nothing stands but ids of other rows. */
function withDependencies(table: Table, columns: Columns): Columns {
  const id = columns.indexOf('id');
  if (id === -1 || columns.includes('dependencies')) return columns;
  const ids = textsIn(table, id).map((text) => idIn({ ...NO_TEXT, text })?.toLowerCase() ?? '');
  const at = columns.findIndex((column, index) => column === null && isOfOthers(textsIn(table, index), ids));
  return at === -1 ? columns : columns.with(at, 'dependencies');
}

function isOfOthers(cells: readonly string[], ids: readonly string[]): boolean {
  const named = cells.map((text) => splitDependencies(text).map(({ on }) => on.toLowerCase()));
  return named.some((some) => some.length > 0) && named.every((some, row) => some.every((one) => ids.includes(one) && one !== ids[row]));
}

const textsIn = ({ rows }: Table, column: number): readonly string[] => rows.map(({ cells }) => oneLine(cells[column]?.text ?? ''));

/** What a cell of ids holds; a number alone tells rows apart only in its own table, so it is none. */
export function idIn({ text }: Inline): string | null {
  const id = oneLine(text).replace(/^[`#[(]+|[`\])]+$/g, '');
  if (id === '' || /^[-–—]+$/.test(id)) return null;
  return splitId(`${id}: .`).id ?? (id.split(/\s/).length === 1 ? id : null);
}

/** A row that only adds up the others. */
export const isSum = (text: string): boolean => SUMS.test(cleanTitle(text)) || /^(?:合計|总计|合计|итого)/u.test(text);

const SUMS = /^(?:total|sum|subtotal|gesamt|summe|suma|totale|合計|总计|合计|итого|всего|합계)\b/iu;
