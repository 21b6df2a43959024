/** Tables, by what their columns are called: of tasks, of time slots, of risks; those of agents are taken before. */
import { normal, oneLine } from './clean-text.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import { estimateIn } from './estimates.ts';
import { agentColumns, isAgentTable } from './agent-tables.ts';
import { hoursIn } from './hours.ts';
import { depend } from './findings.ts';
import type { Findings, OpenTask } from './findings.ts';
import { isNothing } from './ids.ts';
import type { Inline, Table } from './outline.ts';
import { NO_TEXT } from './outline.ts';
import { pathsNamed } from './paths.ts';
import { setShelf } from './shelves.ts';
import { agentNamed, setField } from './task-fields.ts';
import type { TaskField } from './task-fields.ts';
import { readTaskText } from './task-text.ts';
import { takeChannels } from './channels.ts';
import { columnsOf, idIn, isSum } from './columns.ts';
import { exactFieldOf, holds, RISK, TASK_FIELDS } from './vocabulary.ts';

export function takeTable(table: Table, context: Context, found: Findings): void {
  const columns = columnsOf(table);
  const leave = (reason: 'no-task' | 'mention'): void => found.leave(table.head.map(({ text }) => text).join(' | '), reason, at(context, table.line));
  if (isAgentTable(table)) { leaveColumns(table, agentColumns(table), context, found); return; }
  if (takeChannels(table, context, found)) return;
  if (isSlotTable(table)) { takeSlots(table, columns, context, found); return; }
  if (context.noWork) { leave('no-task'); return; }
  if (table.head.some(({ text }) => holds(normal(text), RISK)) && !columns.includes('id')) { takeRiskRows(table, context, found); return; }
  const others = columns.filter((column) => column !== null && !['title', 'notes', 'artifacts', 'acceptance'].includes(column));
  const isPhases = columns[0] === 'phase' && !table.head.some(({ text }) => exactFieldOf(text, TASK_FIELDS) === 'title');
  const isTold = !context.isAside || (['agent', 'status', 'estimate'] as const).some((column) => columns.includes(column));
  if (!columns.includes('title') || others.length === 0 || isPhases || !isTold) { leave('no-task'); return; }
  takeRows(table, columns, context, found);
}

function takeRows(table: Table, columns: readonly (TaskField | null)[], context: Context, found: Findings): void {
  const ids = table.rows.map(({ cells }) => idIn(cells[columns.indexOf('id')] ?? NO_TEXT));
  for (const [index, { cells, line }] of table.rows.entries()) {
    const cell = (column: TaskField): Inline => cells[columns.indexOf(column)] ?? NO_TEXT;
    const title = cell('title');
    if (title.text.trim() === '' || isSum(cells.find(({ text }) => text !== '')?.text ?? '')) continue;
    const text = readTaskText(title);
    const task = found.addTask({
      id: ids[index] ?? text.id,
      title: (text.notes === null ? text.title : `${text.title}: ${text.notes}`).slice(0, 500),
      agent: context.agent,
      status: title.struck ? 'cancelled' : (context.status ?? 'todo'),
      priority: text.priority,
      ...{ phase: context.phase, group: context.group, estimate: text.estimate, deadline: text.deadline, started: text.started },
      origin: at(context, line),
      sureness: 'sure',
    });
    for (const { on, label } of text.dependencies) depend(task, on, label);
    if (text.agent !== null) task.agent = agentNamed(text.agent, found);
    columns.forEach((column, number) => {
      const value = cells[number];
      if (column === null || column === 'id' || column === 'title' || value === undefined) return;
      if (column === 'phase' || column === 'group') { setShelf(task, column, value, context, line, found); return; }
      if (column === 'estimate') setEstimate(task, value, table.head[number]?.text ?? '');
      else setField(task, column, value, line, found, context);
    });
    if (task.files.length === 0) task.files.push(...pathsNamed(title));
  }
  leaveColumns(table, columns, context, found);
}

/** What a column without a field says, by its head. */
function leaveColumns({ head, rows, line }: Table, columns: readonly (string | null)[], context: Context, found: Findings): void {
  for (const [index, column] of columns.entries()) {
    const said = rows.map(({ cells }) => oneLine(cells[index]?.text ?? '')).filter((text) => !isNothing(text));
    const [first] = said;
    if (column === null && first !== undefined) found.leave(`${head[index]?.text ?? ''}: ${first}${said.length > 1 ? ` (and ${said.length - 1} more)` : ''}`, 'no-field', at(context, line), 'sure');
  }
}

function setEstimate(task: OpenTask, { text }: Inline, head: string): void {
  const said = oneLine(text);
  if (!isNothing(said)) task.estimate = estimateIn(said, bareUnit(head)) ?? task.estimate ?? said;
}

function bareUnit(head: string): 'hours' | 'days' {
  return /\bdays?\b|\btage?\b|\bpt\b|días|jours|giorni|dias|日|天|дн/iu.test(head) ? 'days' : 'hours';
}

/** A column of times of day. */
function isSlotTable({ head, rows }: Table): boolean {
  return head.length > 1 && rows.length > 0 && rows.every(({ cells }) => hoursIn(cells[0]?.text ?? '') !== null);
}

/** Who works when, and what is left by then: said of the agents, whose tasks stand elsewhere. */
function takeSlots(table: Table, columns: readonly (TaskField | null)[], context: Context, found: Findings): void {
  for (const { cells, line } of table.rows) {
    const name = agentNamed(cells[columns.indexOf('agent')]?.text ?? '', found);
    const title = cells[columns.indexOf('title')]?.text ?? '';
    if (name === null) {
      found.leave(cells.map(({ text }) => text).join(' | '), 'no-task', at(context, line));
      continue;
    }
    const agent = found.agentCalled(name, at(context, line), 'likely');
    agent.hours ??= hoursIn(cells[0]?.text ?? '');
    const output = oneLine(cells[columns.indexOf('artifacts')]?.text ?? '');
    if (output !== '' && !agent.outputs.includes(output)) agent.outputs.push(output);
    found.leave(`${cells[0]?.text ?? ''} ${name}: ${title}`, 'mention', at(context, line), 'sure');
  }
}

function takeRiskRows(table: Table, context: Context, found: Findings): void {
  const risk = table.head.findIndex(({ text }) => holds(normal(text), RISK));
  const mitigation = table.head.findIndex(({ text }) => /mitigat|response|maßnahme|mitigación|対策|缓解|应对|меры/iu.test(text));
  const owner = columnsOf(table).indexOf('agent');
  for (const { cells, line } of table.rows) {
    const name = oneLine(cells[risk]?.text ?? '');
    if (name === '') continue;
    found.risks.push({ risk: name, owner: owner === -1 ? null : agentNamed(cells[owner]?.text ?? '', found), mitigation: oneLine(cells[mitigation]?.text ?? '') || null, origin: at(context, line), sureness: 'likely' });
  }
}
