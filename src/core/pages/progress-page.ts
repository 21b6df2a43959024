/** status/progress.md: each agent's tasks, with the days on which they were started and completed. */
import { settingsOf } from '../documents/settings.ts';
import { isOpen } from '../model.ts';
import type { Status, Task } from '../model.ts';
import { dayText } from './absolute-time.ts';
import { idText, inline, section } from './markdown.ts';
import { membersOf, tasksByAgent } from './page-facts.ts';
import type { PageFacts } from './page-facts.ts';

export function progressBlock({ workspace, graph }: Pick<PageFacts, 'workspace' | 'graph'>): string {
  const { timeZone } = settingsOf(workspace.config);
  const members = membersOf(workspace);
  const known = new Set<string | null>(members.map(({ id }) => id));
  const tasks = tasksByAgent(graph.tasks);
  const rest = graph.tasks.filter(({ agent }) => !known.has(agent));
  const part = (title: string, own: readonly Task[]): string => section(`${title}: ${doneOf(own)}`, own.map((task) => taskLine(task, timeZone)).join('\n'));
  return [
    `**Overall**: ${doneOf(graph.tasks)}`,
    ...members.map(({ id, name }) => part(inline(name), tasks.get(id) ?? [])),
    ...(rest.length === 0 ? [] : [part('Anyone', rest)]),
  ].join('\n\n');
}

function doneOf(tasks: readonly Task[]): string {
  const counted = tasks.filter(({ status }) => status !== 'cancelled');
  return `${counted.filter(({ status }) => status === 'done').length} of ${counted.length} done`;
}

/** Most boxes tell by themselves what is to do and what is done. An import of the page reads these words back. */
export const PAGE_STATES: Readonly<Record<Status, string>> = { todo: 'To do', in_progress: 'In progress', review: 'In review', done: 'Done', cancelled: 'Cancelled' };

const FACT = `(?:${Object.values(PAGE_STATES).join('|')}|(?:Started|Completed): [\\d-]+|\\d+%)`;
/** A title such as "Write (In review)", which says nothing of the task. */
const ENDS_LIKE_FACTS = new RegExp(`\\(${FACT}(?:, ${FACT})*\\)$`);

function taskLine(task: Task, timeZone: string): string {
  const { status, progress, started, completed, id } = task;
  const title = inline(task.title);
  const facts = [
    started === null ? '' : `Started: ${dayText(started, timeZone)}`,
    completed === null ? '' : `Completed: ${dayText(completed, timeZone)}`,
    status === 'todo' || status === 'done' ? '' : PAGE_STATES[status],
    isOpen(task) && progress !== null ? `${progress}%` : '',
  ].filter((fact) => fact !== '');
  const said = facts.length === 0 && ENDS_LIKE_FACTS.test(title) ? [PAGE_STATES[status]] : facts;
  return `- [${status === 'done' ? 'x' : ' '}] ${idText(id)} ${title}${said.length === 0 ? '' : ` (${said.join(', ')})`}`;
}
