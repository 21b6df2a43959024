/** Tables, by what their columns are called: of tasks, of agents, of time slots, of risks. */
import { cleanTitle, normal, oneLine } from './clean-text.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import { estimateIn } from './estimates.ts';
import { setAgentField } from './agent-fields.ts';
import type { AgentField } from './agent-fields.ts';
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
import { columnsByHead, columnsOf, idIn } from './columns.ts';
import { AGENT_FIELDS, AGENT_WORD, exactFieldOf, fieldOf, holds, RISK, TASK_FIELDS } from './vocabulary.ts';

const MEMBER = [...AGENT_WORD, ...['role', 'member', 'name', 'person', 'developer', 'engineer', 'rolle', 'mitglied', 'entwickler', 'rol', 'miembro', 'nombre', 'membre', 'rôle', 'nom', 'ruolo', 'membro', 'nome', '担当者', '名前', '役割', 'メンバー', '角色', '成员', '姓名', 'роль', 'участник', 'имя'].map(normal)];

const ROLE = { role: AGENT_FIELDS.role };
const { id, status, priority, estimate, deadline, dependencies } = TASK_FIELDS;
const OF_WORK = { id, status, priority, estimate, deadline, dependencies };

export function isAgentTable(table: Table): boolean {
  const { head, rows } = table;
  if (isHandleTable(table) || isContactTable(table)) return true;
  const [first, ...others] = head.map(({ text }) => normal(text));
  if (first === undefined || !isMember(first)) return false;
  if (columnsByHead(head).includes('title') && !isOfPeople(head)) return false;
  const isNamed = rows.every(({ cells }) => /\p{L}{2}/u.test(cells[0]?.text ?? ''));
  return isNamed && others.some((text) => fieldOf(text, AGENT_FIELDS) !== null);
}

/** Name and role, and nothing that only work has. */
function isOfPeople(head: readonly Inline[]): boolean {
  const columns = columnsByHead(head);
  const isRole = head.slice(1).some(({ text }) => exactFieldOf(text, ROLE) !== null);
  return columns.indexOf('title') === 0 && isRole && !head.some(({ text }) => exactFieldOf(text, OF_WORK) !== null);
}

/** Each row begins with an `@handle` of its own, and none tells of work. */
function isHandleTable({ head, rows }: Table): boolean {
  const isHandles = rows.length > 1 && rows.every(({ cells }) => /^@[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(cells[0]?.text ?? ''));
  const isOfWork = (): boolean => columnsByHead(head).some((column, index) => column === 'title' && !isMember(normal(head[index]?.text ?? '')));
  return isHandles && new Set(rows.map(({ cells }) => cells[0]?.text)).size === rows.length && !isOfWork();
}

/** Somebody else in each row, and how to reach them: "Who | What | Chat". */
function isContactTable({ head, rows }: Table): boolean {
  const columns = columnsByHead(head);
  if (columns[0] !== 'agent' || rows.length < 2 || head.some(({ text }) => exactFieldOf(text, OF_WORK) !== null)) return false;
  const isOneEach = new Set(rows.map(({ cells }) => cells[0]?.text ?? '')).size === rows.length;
  return isOneEach && head.some((_, index) => index > 0 && rows.every(({ cells }) => ADDRESS.test(cells[index]?.text.trim() ?? '')));
}

const ADDRESS = /^(?:@[\p{L}\p{N}._-]+|\S+@\S+\.\p{L}+|\+?\d[\d ()/.-]{5,})$/u;

const isMember = (head: string): boolean => holds(head, MEMBER);

export function takeAgents(table: Table, file: string, found: Findings): void {
  const isContacts = isContactTable(table);
  const columns = columnsByHead(table.head);
  const fields = table.head.map(({ text }, index) => (index === 0 ? null : isContacts && columns[index] === 'title' ? 'role' : fieldOf(text, AGENT_FIELDS)));
  const before = found.agents.length;
  for (const { cells, line } of table.rows) {
    const cell = oneLine(cells[0]?.text ?? '').replace(/^@/, '');
    if (cell === '' || isSum(cell)) continue;
    const name = cell.replace(/\s*[（(][^()]*[)）]$/u, '') || cell;
    // Two rows are two agents; one of them may be somebody who was told of before under a longer name.
    const meant = found.resolve(name);
    const agent = found.agentCalled(meant !== null && found.isAmongFirst(meant, before) ? meant : name, { file, line }, 'sure');
    fields.forEach((field, index) => {
      const cell = cells[index];
      if (index > 0 && cell !== undefined && cell.text !== '' && (isOtherName(table, index) || (isContacts && /^@\S+$/u.test(cell.text.trim())))) found.addAlias(agent, oneLine(cell.text));
      else if (field !== null && cell !== undefined) setCell(agent, field, cell);
    });
  }
}

/** "Developer" beside "Agent" names somebody once more; "Role" does only where the rows are not named otherwise. */
function isOtherName({ head, rows }: Table, index: number): boolean {
  const text = head[index]?.text ?? '';
  if (!isMember(normal(text))) return false;
  return exactFieldOf(text, ROLE) === null || rows.some(({ cells }) => /^@/u.test(cells[index]?.text ?? ''));
}

function setCell(agent: Parameters<typeof setAgentField>[0], field: AgentField, cell: Inline): void {
  if (field === 'owns' && cell.text.startsWith('/')) return;
  setAgentField(agent, field, cell);
}

export function takeTable(table: Table, context: Context, found: Findings): void {
  const columns = columnsOf(table);
  const leave = (reason: 'no-task' | 'mention'): void => found.leave(table.head.map(({ text }) => text).join(' | '), reason, at(context, table.line));
  if (isAgentTable(table)) { leave('mention'); return; }
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
      ...{ phase: context.phase, group: context.group, estimate: text.estimate, deadline: text.deadline },
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
function leaveColumns({ head, rows, line }: Table, columns: readonly (TaskField | null)[], context: Context, found: Findings): void {
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

const SUMS = /^(?:total|sum|subtotal|gesamt|summe|suma|totale|合計|总计|合计|итого|всего|합계)\b/iu;
const isSum = (text: string): boolean => SUMS.test(cleanTitle(text)) || /^(?:合計|总计|合计|итого)/u.test(text);

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
