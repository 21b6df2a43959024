/** A look back as Markdown: to be read, kept, or talked about. */
import type { RetroReport, Span } from '../../app/reports/report-retro.ts';
import { literal } from '../../core/markdown-text.ts';
import type { Task } from '../../core/model.ts';
import type { MetBlocker } from '../../core/reports/met-blockers.ts';
import type { Retro } from '../../core/reports/retro.ts';
import type { Change } from '../../core/reports/retro-changes.ts';
import type { WorkTime } from '../../core/reports/work-times.ts';
import { cutTable, LONGEST } from '../text/cut-table.ts';
import { hours } from '../planning/plan-words.ts';
import { duration } from '../text/time.ts';
import { wallTime } from '../text/wall-time.ts';
import { cut } from '../text/width.ts';
import { count, listed, onLines } from '../text/words.ts';

const TITLES: Readonly<Record<Span, string>> = { daily: 'The day', weekly: 'The week', final: 'The whole' };
const MOST = 100;
const MINUTE = 60_000;

export function retroMd({ span, project, timeZone, completion, retro }: RetroReport): string {
  const { period, done, reached, late, undated, blockers, estimates, changes } = retro;
  const time = (instant: number): string => wallTime(instant, timeZone);
  const off = estimates.slice(0, MOST);
  return [
    `# ${TITLES[span]}${project === null ? '' : ` of ${literal(project)}`}`,
    `${[...new Set([period.from, period.to - 1].map(time))].join(' to ')} (${literal(timeZone)}). ${Math.floor(completion * 100)} % of the whole is done.`,
    part(`Done (${done.length})`, onLines(taskList(done), undated === 0 ? '' : `\nOf ${count(undated, 'task')} that ${undated === 1 ? 'is' : 'are'} done nobody says when.`), 'Nothing was done.'),
    reached.length === 0 ? '' : part('Reached', taskList(reached), ''),
    late.length === 0 ? '' : part('Due, and not done', taskList(late, true), ''),
    part(`Blockers (${blockers.length})`, blockers.length === 0 ? '' : cutTable(['task', 'severity', 'needed', 'waited on', 'how long'], blockers.slice(0, MOST).map(blockerCells)), 'Nothing was blocked.'),
    done.length === 0 ? '' : part('Estimates', estimates.length === 0 ? '' : `${sumOf(estimates)}\n\n${cutTable(['task', 'agent', 'estimated', 'taken', 'times as much'], off.map(estimateCells))}`, 'No task that was done has an estimate, a start and an end.'),
    part('What to change', changes.map((change) => `- ${changeWords(change)}`).join('\n'), 'Nothing stands out.'),
  ].filter((text) => text !== '').join('\n\n');
}

function part(title: string, body: string, otherwise: string): string {
  return `## ${title}\n\n${body.trim() === '' ? otherwise : body}`;
}

function taskList(tasks: readonly Task[], isDueTold = false): string {
  const lines = tasks.slice(0, MOST).map(({ id, title, agent, deadline }) => {
    const about = [...(agent === null ? [] : [agent]), ...(isDueTold && deadline !== null ? [`due ${deadline}`] : [])].join(', ');
    return `- **${literal(id)}** ${literal(cut(title, LONGEST))}${about === '' ? '' : ` (${literal(about)})`}`;
  });
  return onLines(...lines, tasks.length > MOST ? `- and ${tasks.length - MOST} more` : '');
}

function blockerCells({ blocker: { task, severity, needed, waitsOn }, seconds, isOpen }: MetBlocker): readonly string[] {
  return [task, severity, needed, waitsOn ?? '', `${seconds === null ? 'unknown' : duration(seconds * 1000)}${isOpen ? ', still open' : ''}`];
}

function sumOf(estimates: Retro['estimates']): string {
  const sum = (of: (time: WorkTime) => number): number => estimates.reduce((total, time) => total + of(time), 0);
  const [thought, took] = [sum(({ estimate }) => estimate), sum(({ actual }) => actual)];
  return `${count(estimates.length, 'task')}: ${hours(thought * MINUTE)} of work estimated, ${hours(took * MINUTE)} taken, ${timesWords(took / thought)}.${estimates.length > 1 ? ' The furthest off come first.' : ''}`;
}

function estimateCells({ task, estimate, actual, factor }: WorkTime): readonly string[] {
  return [task.id, task.agent ?? '', hours(estimate * MINUTE), hours(actual * MINUTE), factorText(factor)];
}

function timesWords(factor: number): string {
  return `${factorText(factor)} times as much`;
}

function factorText(factor: number): string {
  return String(Number(factor.toPrecision(2)));
}

function changeWords(change: Change): string {
  const ids = (tasks: readonly string[]): string => literal(listed(tasks, 6));
  switch (change.change) {
    case 'long-waits':
      return `Most of the waiting, ${duration(change.seconds * 1000)} in ${count(change.blockers, 'blocker')}, was on ${literal(change.on)}: ask earlier, or name somebody who answers in their place.`;
    case 'done-again':
      return `Done, and done again: ${ids(change.tasks)}. Say in \`acceptance\` what was missed, and let a verifier prove it.`;
    case 'estimates-off':
      return `Half of the ${change.tasks} estimated tasks of ${literal(change.agent ?? 'nobody in particular')} took ${timesWords(change.factor)} or ${change.factor > 1 ? 'more' : 'less'}: estimate the next ones by that.`;
    case 'deadlines-missed':
      return `Not done in time: ${ids(change.tasks)}. \`coord plan\` says which of the open ones will be late, and what would help.`;
    case 'unproven':
      return `Done without a verifier: ${ids(change.tasks)}. Name one for the next: \`coord task set <id> verify=<name>\`.`;
    case 'jobs-fail':
      return `${change.jobs} of ${count(change.of, 'job')} failed for one reason, ${literal(change.reason)}: \`coord jobs list\` shows them.`;
    case 'handoffs-wait':
      return `${count(change.handoffs, 'handoff')} to ${literal(change.to)} were not taken over: \`coord handoff list\`.`;
  }
}
