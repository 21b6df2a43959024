/**
 * Cuts a queue's text into its tasks without reading them: each has the lines from its dash to the next. So a queue can be read
 * task by task, and where one of five hundred changed, that one alone.
 */
import type { Pointer, Priority } from '../model.ts';
import { TASK_LISTS } from './task-lists.ts';

export interface TaskLines {
  /** YAML of its list with this task alone. Its value does not hang on what stands around it, unless there are anchors. */
  readonly yaml: string;
  /** In the whole file. */
  readonly pointer: Pointer;
  /** That of its list. */
  readonly priority: Priority;
}

const BEGINNING = /^(?: *(?:#.*)?\n)*task_queue: *\n/;
const HEADING = /^ +([a-z]+_priority): *$/;

/** In the order of lists. null where lines alone do not show where tasks begin and end: other keys, brackets, tabs, CRLF. */
export function cutQueue(text: string): readonly TaskLines[] | null {
  const marks = findMarks(text);
  if (marks === null) return null;
  return TASK_LISTS.flatMap(([list, priority]) => {
    const ofList = marks.flatMap((mark, at) => (mark.list === list && mark.isTask ? [text.slice(mark.at, marks[at + 1]?.at)] : []));
    return ofList.map((lines, index) => ({ yaml: `${list}:\n${lines}`, pointer: ['task_queue', list, index], priority }));
  });
}

/** A line with which a list or a task begins. */
interface Mark {
  readonly at: number;
  readonly list: string;
  readonly isTask: boolean;
}

function findMarks(text: string): readonly Mark[] | null {
  const marks: Mark[] = [];
  const columns = new Map<string, number>();
  let list = '';
  /** Of the dashes in the list; -1 before the first. */
  let dashes = -1;
  let next: number;
  for (let at = BEGINNING.exec(text)?.[0].length ?? -1; at < text.length; at = next) {
    if (at === -1) return null;
    const end = text.indexOf('\n', at);
    next = end === -1 ? text.length : end + 1;
    let from = at;
    while (text[from] === ' ') from++;
    const column = from - at;
    const isInTask = dashes !== -1 && column > dashes;
    if (isInTask || from === end || from === text.length || text[from] === '#') continue;
    if (text[from] === '-' && text[from + 1] === ' ' && (dashes === -1 ? column >= (columns.get(list) ?? Infinity) : column === dashes)) dashes = column;
    else {
      list = HEADING.exec(text.slice(at, end === -1 ? undefined : end))?.[1] ?? '';
      if (!isNewList(list, column, columns)) return null;
      columns.set(list, column);
      dashes = -1;
    }
    marks.push({ at, list, isTask: dashes !== -1 });
  }
  return marks;
}

/** A list that a queue has, in the column of the others. */
function isNewList(list: string, column: number, columns: ReadonlyMap<string, number>): boolean {
  const [first = column] = columns.values();
  return TASK_LISTS.some(([known]) => known === list) && !columns.has(list) && column === first;
}
