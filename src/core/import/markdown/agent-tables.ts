/** Tables of those who work, by what their columns are called and what stands in them. */
import { setAgentField } from './agent-fields.ts';
import type { AgentField } from './agent-fields.ts';
import { normal, oneLine } from './clean-text.ts';
import { columnsByHead, isSum } from './columns.ts';
import type { Findings } from './findings.ts';
import { hoursIn } from './hours.ts';
import type { Inline, Table } from './outline.ts';
import { AGENT_FIELDS, AGENT_WORD, exactFieldOf, fieldOf, holds, TASK_FIELDS } from './vocabulary.ts';

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
  const columns = agentColumns(table);
  const before = found.agents.length;
  for (const { cells, line } of table.rows) {
    const cell = oneLine(cells[0]?.text ?? '').replace(/^@/, '');
    if (cell === '' || isSum(cell)) continue;
    const name = cell.replace(/\s*[（(][^()]*[)）]$/u, '') || cell;
    // Two rows are two agents; one of them may be somebody who was told of before under a longer name.
    const meant = found.resolve(name);
    const agent = found.agentCalled(meant !== null && found.isAmongFirst(meant, before) ? meant : name, { file, line }, 'sure');
    columns.forEach((column, index) => {
      const cell = cells[index];
      if (index === 0 || column === null || cell === undefined || cell.text === '') return;
      if (column === 'name') found.addAlias(agent, oneLine(cell.text));
      else setCell(agent, column, cell);
    });
  }
}

/** null: nothing of an agent is called so. */
export function agentColumns(table: Table): readonly (AgentField | 'name' | null)[] {
  const isContacts = isContactTable(table);
  const columns = columnsByHead(table.head);
  return table.head.map(({ text }, index) => {
    if (index === 0 || isOtherName(table, index) || (isContacts && table.rows.some(({ cells }) => /^@\S+$/u.test(cells[index]?.text.trim() ?? '')))) return 'name';
    const field = isContacts && columns[index] === 'title' ? 'role' : fieldOf(text, AGENT_FIELDS);
    return field !== null && table.rows.some(({ cells }) => isFit(field, cells[index]?.text ?? '')) ? field : null;
  });
}

/** Hours are times of day; paths are those of the repository, not of a machine. */
function isFit(field: AgentField, text: string): boolean {
  if (field === 'hours') return hoursIn(text) !== null;
  return field === 'owns' ? !text.startsWith('/') : field !== 'phase';
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
