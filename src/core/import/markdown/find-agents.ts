/** Who works: sections headed by an agent, with what is said of it there; and lines such as "Project Manager: Antigravity". */
import { groupBy } from '../../group-by.ts';
import type { Origin } from '../draft.ts';
import { normal, oneLine } from './clean-text.ts';
import { holdsBoxes, listsIn, saysNoWork } from './context.ts';
import { setAgentField } from './agent-fields.ts';
import type { AgentField } from './agent-fields.ts';
import type { Findings, OpenAgent } from './findings.ts';
import { agentHeading, phaseHeading, readHeading, teamHeading } from './headings.ts';
import type { AgentHeading } from './headings.ts';
import type { Block, Inline, Item, Section } from './outline.ts';
import { labelledPart } from './labels.ts';
import { AGENT_FIELDS, AGENT_WORD, exactFieldOf, fieldOf, holds, isOne } from './vocabulary.ts';

export function findAgents(document: Section, file: string, found: Findings): void {
  visit(document, file, found, { isTeam: false, parent: document, known: 0 });
}

interface Above {
  readonly isTeam: boolean;
  readonly parent: Section;
  /** How many were known before: beside one another two headings are two agents, but one of those may be meant by a shorter name. */
  readonly known: number;
}

function visit(section: Section, file: string, found: Findings, above: Above): void {
  const { text } = section.heading;
  if (section.level > 0 && (phaseHeading(text) !== null || (saysNoWork(text) && agentHeading(text) === null && !holdsAgents(section)))) return;
  const agent = section.level === 0 ? null : agentOf(section, above);
  if (agent !== null) describe(found, calledBefore(agent, found, above), section, { file, line: section.line }, above.parent);
  const isTeam = section.level > 0 && agent === null && isAboutTeam(text);
  const known = found.agents.length;
  for (const child of section.children) visit(child, file, found, { isTeam, parent: section, known });
}

function calledBefore(agent: AgentHeading, found: Findings, { known }: Above): AgentHeading {
  const meant = found.resolve(agent.name);
  return meant !== null && found.isAmongFirst(meant, known) ? { ...agent, name: meant } : agent;
}

/** "Roles" or "Team structure" may stand above agents, though mostly nothing to do is below. */
function holdsAgents(section: Section): boolean {
  return section.children.some((child) => agentHeading(child.heading.text) !== null || labelsIn(child.blocks).length > 0 || holdsAgents(child));
}

export function isAboutTeam(text: string): boolean {
  const plain = normal(text);
  return plain.split(' ').length <= 5 && (holds(plain, AGENT_WORD) || holds(plain, PEOPLE));
}

const PEOPLE = ['équipe', 'assignments', 'developers', 'members', 'people', 'entwickler', 'mitglieder', 'zuweisungen', 'asignaciones', 'desarrolladores', '担当者', 'メンバー', '成员', '开发者', 'участники', 'исполнители'].map(normal);

/** The heading names one, and what is below or beside it bears that out. */
function agentOf(section: Section, { isTeam, parent }: Above): AgentHeading | null {
  const named = agentHeading(section.heading.text);
  const labels = labelsIn(section.blocks);
  if (named !== null) {
    return labels.length > 0 || holdsBoxes(section) || (headedBelow(parent).agents >= 2 && !isEmpty(section)) ? named : null;
  }
  const { bare, brackets } = readHeading(section.heading);
  const [name = bare, ...role] = bare.split(/\s+[–—-]\s+|\s*[:：]\s+/u);
  const telling = new Set(labels.filter((field) => ['role', 'focus', 'skills', 'expertise', 'responsibilities', 'hours', 'branch'].includes(field)));
  const isOneOf = isTeam && parent.children.length >= 2 && name.split(/\s+/).length <= 4 && (telling.size > 0 || holdsBoxes(section));
  return isOneOf || telling.size >= 2 ? { name, role: role.join(' ') || (brackets[0] ?? null) } : besideOthers(section, parent);
}

function besideOthers(section: Section, parent: Section): AgentHeading | null {
  const team = teamHeading(section.heading.text);
  return team === null || (headedBelow(parent).teams.get(team.word) ?? 0) < 2 || !holdsBoxes(section) ? null : { name: team.name, role: null };
}

interface Headed {
  readonly agents: number;
  /** By the word for one: "team", "squad". */
  readonly teams: ReadonlyMap<string, number>;
}

/** How many headings right below name an agent; counted once for all of them. */
function headedBelow(parent: Section): Headed {
  const known = HEADED.get(parent);
  if (known !== undefined) return known;
  const texts = parent.children.map(({ heading }) => heading.text);
  const teams = groupBy(texts.flatMap((text) => teamHeading(text) ?? []), ({ word }) => word, ({ name }) => name);
  const made = { agents: texts.filter((text) => agentHeading(text) !== null).length, teams: new Map([...teams].map(([word, names]) => [word, names.length])) };
  HEADED.set(parent, made);
  return made;
}

const HEADED = new WeakMap<Section, Headed>();

function isEmpty(section: Section): boolean {
  return section.blocks.length === 0 && section.children.length === 0;
}

/** Labels in paragraphs and lists, as far as they are said of an agent. */
function labelsIn(blocks: readonly Block[]): readonly AgentField[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.inline.text.split('\n').flatMap((line) => agentField(labelledPart(line)?.label ?? ''));
    if (block.kind !== 'list') return [];
    return block.items.filter(({ box }) => box === null).flatMap(({ inline }) => agentField(labelledPart(inline.text)?.label ?? ''));
  });
}

function agentField(label: string): readonly AgentField[] {
  const field = label === '' ? null : exactFieldOf(label, AGENT_FIELDS);
  return field === null ? [] : [field];
}

const CRITERIA = { criteria: AGENT_FIELDS.criteria };

function describe(found: Findings, { name, role }: AgentHeading, section: Section, origin: Origin, parent: Section): void {
  const agent = found.agentCalled(name, origin, 'sure');
  if (fieldOf(readHeading(parent.heading).bare, CRITERIA) !== null) for (const block of section.blocks) takeBlock(agent, 'criteria', block);
  if (teamHeading(section.heading.text)?.name === name) found.addAlias(agent, readHeading(section.heading).bare);
  agent.role ??= role === null ? null : oneLine(role);
  readLabels(agent, section.blocks);
  for (const child of section.children) readField(agent, child);
}

/** "### Tools" below an agent tells of its tools; what is deeper is looked at too, as long as it is no work. */
function readField(agent: OpenAgent, section: Section): void {
  const field = holdsBoxes(section) ? null : fieldOf(readHeading(section.heading).bare, AGENT_FIELDS);
  if (field === null) for (const child of section.children) readField(agent, child);
  else for (const block of section.blocks) takeBlock(agent, field, block);
}

function takeBlock(agent: OpenAgent, field: AgentField, block: Block): void {
  if (block.kind === 'list') for (const { inline } of block.items) setAgentField(agent, field, inline);
  if (block.kind === 'paragraph') setAgentField(agent, field, block.inline);
}

function readLabels(agent: OpenAgent, blocks: readonly Block[]): void {
  let label: AgentField | null = null;
  for (const block of blocks) {
    if (block.kind === 'paragraph') label = readParagraph(agent, block.inline);
    else if (block.kind === 'list') {
      for (const item of block.items) readItem(agent, item, label);
      label = null;
    } else label = null;
  }
}

function readParagraph(agent: OpenAgent, inline: Inline): AgentField | null {
  let last: AgentField | null = null;
  for (const line of inline.text.split('\n')) {
    const part = labelledPart(line);
    const [field = null] = part === null ? [] : agentField(part.label);
    const next = /(?:^|\s)(\S+)[:：]$/u.exec(line);
    last = next === null ? null : (agentField(next[1] ?? '')[0] ?? null);
    if (field !== null && part !== null && part.value !== '') setAgentField(agent, field, { ...inline, text: part.value.replace(/\s+\S+[:：]$/u, ''), code: inline.code.filter((code) => part.value.includes(code)) });
    if (field !== null && part?.value === '') last = field;
  }
  return last;
}

function readItem(agent: OpenAgent, item: Item, label: AgentField | null): void {
  if (item.box !== null) return;
  const part = labelledPart(item.inline.text);
  const [field = null] = part === null ? [] : agentField(part.label);
  if (field === null || part === null) {
    if (label !== null) setAgentField(agent, label, item.inline);
    return;
  }
  if (part.value !== '') setAgentField(agent, field, { ...item.inline, text: part.value });
  for (const list of listsIn(item.blocks)) for (const inner of list.items) setAgentField(agent, field, inner.inline);
}

/** "Project Manager: Antigravity (Primary Orchestrator)" before the first list of work: whoever is called PM later is meant. */
export function findTitles(document: Section, found: Findings, origin: (line: number) => Origin): void {
  for (const block of [...document.blocks, ...document.children.slice(0, 1).flatMap(({ blocks }) => blocks)]) {
    if (block.kind !== 'paragraph') continue;
    for (const line of block.inline.text.split('\n')) {
      const part = labelledPart(line);
      if (part === null || part.value === '' || !isTitle(part.label)) continue;
      const [name = '', role] = part.value.split(/\s*[(（]/u);
      const agent = found.agentCalled(name.trim(), origin(block.line), 'likely');
      agent.role ??= role?.replace(/[)）]\s*$/u, '') ?? null;
      const initials = part.label.split(/\s+/).map((word) => word[0] ?? '').join('');
      for (const alias of [part.label, ...(initials.length >= 2 ? [initials.toUpperCase()] : [])]) found.addAlias(agent, alias);
    }
  }
}

const TITLES = ['project manager', 'product manager', 'coordinator', 'orchestrator', 'tech lead', 'technical lead', 'team lead', 'lead', 'scrum master', 'projektleiter', 'projektleitung', 'jefe de proyecto', 'chef de projet', 'capo progetto', 'gerente de projeto', 'プロジェクトマネージャー', '项目经理', 'руководитель проекта'].map(normal);
const isTitle = (label: string): boolean => isOne(normal(label), TITLES);
