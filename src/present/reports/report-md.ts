/** The report in short, as Markdown: a comment that a job finds again by its first line and writes anew. */
import type { Overview } from '../../app/reports/report-overview.ts';
import type { Drawing } from '../../core/graph/drawing.ts';
import { literal } from '../../core/markdown-text.ts';
import type { Metrics } from '../../core/metrics/make-metrics.ts';
import { blockerClock } from '../blockers/blocker-clock.ts';
import { cutTable } from '../text/cut-table.ts';
import { figureValue, sparkline, figureTitle, UNKNOWN_WORDS } from './figure-words.ts';
import { graphMermaid } from '../overview/graph-mermaid.ts';
import { partsOf, workLines } from './report-work.ts';
import { recordedTime, wallTime } from '../text/wall-time.ts';
import { cut } from '../text/width.ts';
import { count } from '../text/words.ts';

const MARK = '<!-- coord report -->';
const BAR = 20;
const LONGEST_IN_BOX = 60;

export function reportMd(overview: Overview): string {
  const { status, done, drawing, metrics, at, timeZone, commit, plan, period } = overview;
  const { total, working, ready, waiting } = partsOf(status);
  const work = workLines(status, at);
  const filled = Math.floor(status.completion * BAR);
  const parts = [
    `## ${literal(status.project ?? 'Report')}`,
    total === 0 ? 'There are no tasks yet.' : `\`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}\` **${Math.floor(status.completion * 100)} %**: ${status.counts.done} of ${count(total, 'task')} done, ${working} in progress, ${ready} ready, ${waiting} waiting${plan.plan.tasks.length === 0 ? '' : `; planned to end ${wallTime(plan.plan.finish, timeZone)}`}.`,
    part(`Blockers (${status.blockers.total})`, status.blockers.total, cutTable(['task', 'severity', 'needed', 'waits on', 'clock'], status.blockers.rows.map((open) => [open.blocker.task, open.blocker.severity, open.blocker.needed, open.blocker.waitsOn ?? '', blockerClock(open, at)])), status.blockers.rows.length),
    part('In progress', work.total, cutTable(['task', 'what', 'agent', 'claim'], work.rows.map(({ id, title, agent, state }) => [id, title, agent, state])), work.rows.length),
    part('Overdue', status.overdue.total, cutTable(['task', 'what', 'agent', 'due'], status.overdue.rows.map(({ id, agent, title, due }) => [id, title, agent ?? 'anyone', wallTime(due.getTime(), timeZone)])), status.overdue.rows.length),
    part(`Done since ${wallTime(period.from, timeZone).slice(0, 10)}`, done.total, cutTable(['task', 'what', 'agent', 'completed'], done.rows.map(({ id, title, agent, completed }) => [id, title, agent ?? '', recordedTime(completed ?? '', timeZone)])), done.rows.length),
    part('Ready', status.ready.total, cutTable(['task', 'what', 'agent', 'opens'], status.ready.rows.map(({ id, title, agent, unblocks }) => [id, title, agent ?? 'anyone', String(unblocks)])), status.ready.rows.length),
    targetPart(metrics),
    folded('Figures', figureTable(metrics)),
    drawing.left > 0 || drawing.edges.length === 0 ? '' : folded('What waits for what', `\`\`\`mermaid\n${graphMermaid(cutDrawing(drawing))}\n\`\`\``),
    status.problems.length === 0 ? '' : `**${count(status.problems.length, 'problem')} in files**: \`coord validate\` tells them with their places.`,
    `<sub>${literal(`${wallTime(at.getTime(), timeZone)} (${timeZone})${commit === null ? '' : `, commit ${commit.slice(0, 10)}`}`)}</sub>`,
  ];
  return `${MARK}\n${parts.filter((text) => text !== '').join('\n\n')}\n`;
}

function cutDrawing({ nodes, edges }: Drawing): Drawing {
  return {
    nodes: nodes.map((node) => ({ ...node, title: cut(node.title, LONGEST_IN_BOX) })),
    edges: edges.map((edge) => ({ ...edge, label: edge.label && cut(edge.label, LONGEST_IN_BOX) })),
  };
}

function part(title: string, total: number, table: string, shown: number): string {
  if (total === 0) return '';
  return `### ${title}\n\n${table}${total > shown ? `\n\nand ${total - shown} more` : ''}`;
}

function folded(title: string, body: string): string {
  return body === '' ? '' : `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function targetPart({ targets }: Metrics): string {
  if (targets.length === 0) return '';
  const of = (state: string): readonly string[] => targets.filter((target) => target.state === state).map(({ name }) => name);
  const known = targets.filter(({ state }) => state !== 'unknown');
  const rows = known.map(({ name, target, value, unit, state }) => [name, target, value === null ? '' : figureValue(value, unit), state === 'met' ? '✅ reached' : '❌ missed']);
  const unknown = targets.filter(({ state }) => state === 'unknown');
  const why = unknown.map(({ name, why: reason }) => `- ${literal(`${name}: ${reason === null ? '' : UNKNOWN_WORDS[reason]}`)}`).join('\n');
  return [`### Targets\n\n${of('met').length} reached, ${of('missed').length} missed, ${unknown.length} unknown.`, rows.length === 0 ? '' : cutTable(['target', 'wanted', 'is', 'state'], rows), unknown.length === 0 ? '' : folded('Why they are unknown', why)].filter((text) => text !== '').join('\n\n');
}

function figureTable({ figures }: Metrics): string {
  const known = figures.filter(({ value }) => value !== null);
  const rows = known.map(({ name, value, unit, trend }) => [figureTitle(name), figureValue(value ?? 0, unit), trend === null ? '' : sparkline(trend, unit)]);
  return rows.length === 0 ? '' : cutTable(['figure', 'value', 'eight weeks'], rows);
}
