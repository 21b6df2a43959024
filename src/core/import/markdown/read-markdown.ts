/** Plans in Markdown to one draft: outlines first, then who works, then the work, then what waits for what. */
import { isRecord } from '../../documents/with-value.ts';
import { EMPTY_DRAFT } from '../draft.ts';
import type { Draft, Reading, SourceText } from '../draft.ts';
import { circles, needCircles } from '../draft-faults.ts';
import { soundDraft } from '../sound-draft.ts';
import { cleanTitle, oneLine } from './clean-text.ts';
import { findClosing } from './closing-phase.ts';
import { outermost } from './context.ts';
import { isDataFile, readDataFile } from './data-file.ts';
import { DataLines } from './data-lines.ts';
import { takeData, takeValue } from './data-work.ts';
import { findAgents, findTitles } from './find-agents.ts';
import { Findings } from './findings.ts';
import { nodesIn, takeFlows } from './flows.ts';
import { takeGantts } from './gantts.ts';
import { putInOrder, resolveNames } from './order.ts';
import { takeProgress } from './own-progress.ts';
import type { Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { findOwners } from './owners.ts';
import { findPeople } from './people.ts';
import { readData } from './read-data.ts';
import type { Data } from './read-data.ts';
import { readOutline } from './read-outline.ts';
import { leaveLastChecks } from './last-checks.ts';
import { mergeSame } from './same-task.ts';
import { Titles } from './titles.ts';
import { isAgentTable, takeAgents } from './agent-tables.ts';
import { walk } from './walk.ts';

export function readMarkdown(sources: readonly SourceText[]): Reading {
  const found = new Findings();
  const data = sources.filter(isDataFile).map(readDataFile);
  const broken = data.flatMap((one) => ('fault' in one ? one.fault : []));
  if (broken.length > 0) return { draft: EMPTY_DRAFT, faults: broken };
  const all = sources.filter((source) => !isDataFile(source)).map((source) => ({ ...readDocument(source), file: source.name }));
  const documents = all.filter(({ outline, file }) => !takeProgress(outline, file, found));
  for (const { outline, file } of documents) findTeam(outline, file, found);
  for (const { outline, file, front } of documents) {
    const context = outermost(file);
    if (front !== null) takeValue(front.value, { lines: new DataLines(front, 2), context, found });
    walk(outline, context, found);
    leaveLastChecks(outline, file, found);
  }
  for (const one of data) if ('data' in one) takeData(one.data, 1, { ...outermost(one.file), isWork: true }, found);
  const same = mergeSame(found);
  const titles = new Titles(found.tasks);
  resolveNames(found, titles);
  takeGantts(found, titles);
  takeFlows(found, titles);
  putInOrder(found);
  dropEmptyPhases(found);
  return { draft: soundDraft(draftOf(found, documents)), faults: [...same, ...circles(found.tasks), ...needCircles(found.needs)] };
}

interface Front extends Data {
  readonly value: Readonly<Record<string, unknown>>;
}

/** Front matter is YAML or nothing; the lines below keep their numbers. */
function readDocument({ text }: SourceText): { readonly outline: Section; readonly front: Front | null } {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const found = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(plain);
  const data = found === null ? null : readData(found[1] ?? '', '');
  if (found === null || data === null || !isRecord(data.value)) return { outline: readOutline(plain), front: null };
  return { outline: readOutline(plain.slice(found[0].length), found[0].split('\n').length - 1), front: { ...data, value: data.value } };
}

function findTeam(outline: Section, file: string, found: Findings): void {
  findAgents(outline, file, found);
  for (const { blocks } of sectionsOf(outline)) for (const block of blocks) if (block.kind === 'table' && isAgentTable(block)) takeAgents(block, file, found);
  findPeople(outline, file, found);
  findOwners(outline, file, found);
  findClosing(outline, found);
  for (const node of nodesIn(outline)) found.nodes.add(node);
  findTitles(outline, found, (line) => ({ file, line }));
}

/** A heading that promised a phase and held none of its work. */
function dropEmptyPhases(found: Findings): void {
  const used = new Set(found.tasks.map(({ phase }) => phase));
  for (const phase of found.phases.all()) {
    if (used.has(phase.key) || phase.continues.length > 0) continue;
    found.leave(phase.name, 'no-task', phase.origin);
    found.phases.remove(phase);
  }
}

function draftOf(found: Findings, documents: readonly { readonly outline: Section; readonly front: Front | null }[]): Draft {
  const [first] = documents;
  const heading = first?.outline.children.find(({ level }) => level === 1)?.heading.text;
  const named = first?.front?.value['project'] ?? first?.front?.value['title'];
  const { agents, needs, tasks, syncPoints, areas, channels, risks, settings, leftOut } = found;
  for (const task of tasks) {
    const title = oneLine(task.title);
    if (title !== task.title) task.title = title;
  }
  const project = typeof named === 'string' ? named : heading === undefined ? null : cleanTitle(heading);
  return { project: project === '' ? null : project, timezone: null, integration: null, agents, needs, tasks, groups: found.groups.all(), phases: found.phases.all(), syncPoints, areas, channels, risks, settings, leftOut };
}
