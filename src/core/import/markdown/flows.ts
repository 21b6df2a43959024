/** Flowcharts: edges between agents are needs, edges between tasks dependencies; a node that is neither becomes a milestone. */
import { normal } from './clean-text.ts';
import { depend } from './findings.ts';
import type { Findings, OpenTask } from './findings.ts';
import { phaseHeading } from './headings.ts';
import type { Flow } from './mermaid.ts';
import { readFlow } from './mermaid.ts';
import type { Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { splitId } from './ids.ts';
import type { Titles } from './titles.ts';
import { holds } from './vocabulary.ts';

/** Nodes of all flowcharts below. */
export function nodesIn(document: Section): readonly string[] {
  const fences = sectionsOf(document).flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'fence'));
  return fences.filter(({ language }) => language === 'mermaid').flatMap(({ text, line }) => [...(readFlow(text, line)?.nodes.keys() ?? [])]);
}

type Found = Findings['flows'][number];
type NodeKind = 'task' | 'milestone';

/** Where nothing else is work, the nodes of a plan are. */
export function takeFlows(found: Findings, titles: Titles): void {
  const kind = found.tasks.length === 0 ? 'task' : 'milestone';
  // What one chart made, the next one may name.
  for (const flow of found.flows) takeFlow(flow, kind, titles, found);
}

function takeFlow(one: Found, kind: NodeKind, titles: Titles, found: Findings): void {
  const { flow, file, line, above } = one;
  const labels = [...flow.nodes.values()].map(({ label }) => label);
  const agents = labels.filter((label) => found.agentMeant(label) !== null);
  if (agents.length * 2 >= labels.length && agents.length > 0) { takeNeeds(one, found); return; }
  const matches = new Map([...flow.nodes].map(([node, { label }]) => [node, taskOf(node, label, titles)]));
  const known = [...matches.values()].filter((task) => task !== null).length;
  const isPlan = isOfPlan(above);
  if (known === 0 && !isPlan) { found.leave(`${above}: ${labels.join(', ')}`, 'sample', { file, line }); return; }
  takeEdges(flow, file, matches, isPlan || known * 2 >= labels.length ? kind : null, found);
}

const PLAN_WORDS = ['dependencies', 'dependency', 'critical path', 'task graph', 'roadmap', 'execution order', 'order', 'sequence', 'plan', 'schedule', 'timeline', 'abhängigkeiten', 'abhängigkeit', 'reihenfolge', 'kritischer pfad', 'dependencias', 'orden', 'ruta crítica', 'dépendances', 'ordre', 'dipendenze', 'ordine', 'dependências', '依存', '順序', '依赖', '依賴', '顺序', '关键路径', 'зависимости', 'зависимостей', 'порядок', '의존'].map(normal);
const isOfPlan = (heading: string): boolean => holds(normal(heading), PLAN_WORDS);

function takeNeeds({ flow, file }: Found, found: Findings): void {
  for (const { from, to, label, line } of flow.edges) {
    const [giver, taker] = [from, to].map((node) => found.agentMeant(flow.nodes.get(node)?.label ?? node));
    if (giver && taker && giver !== taker) found.needs.push({ agent: taker, from: giver, label, origin: { file, line }, sureness: 'sure' });
    else found.leave(`${from} -> ${to}`, 'unknown-dependency', { file, line });
  }
}

function takeEdges(flow: Flow, file: string, matches: Map<string, OpenTask | null>, makes: NodeKind | null, found: Findings): void {
  for (const { from, to, label, line } of flow.edges) {
    const [before, after] = [from, to].map((node) => nodeTask(node, flow, file, matches, makes, found));
    if (before && after) depend(after, before.key, label);
    else found.leave(`${flow.nodes.get(from)?.label ?? from} -> ${flow.nodes.get(to)?.label ?? to}`, 'unknown-dependency', { file, line });
  }
}

function nodeTask(node: string, flow: Flow, file: string, matches: Map<string, OpenTask | null>, makes: NodeKind | null, found: Findings): OpenTask | null {
  const known = matches.get(node) ?? null;
  const { label = node, line = 1 } = flow.nodes.get(node) ?? {};
  if (known !== null || makes === null || phaseHeading(label) !== null) return known;
  const { id, rest } = splitId(label);
  const made = found.addTask({ id: makes === 'task' ? id : null, title: makes === 'task' && rest !== '' ? rest : label, kind: makes, origin: { file, line }, sureness: 'guess' });
  matches.set(node, made);
  return made;
}

function taskOf(node: string, label: string, titles: Titles): OpenTask | null {
  const id = splitId(label).id ?? label;
  return titles.withId(id) ?? titles.withId(node) ?? titles.called(label);
}
