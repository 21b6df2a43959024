/** Where everything stands, in sections; those with nothing in them are left out. */
import type { Some, StatusAnswer } from '../../app/overview/status.ts';
import { waitingStep } from '../../core/dispatch/final-jobs.ts';
import { asCaller } from '../as-words.ts';
import { columns, indented } from '../text/columns.ts';
import type { Column } from '../text/columns.ts';
import { dispatchStoppedText } from '../jobs/jobs.ts';
import { nextTable } from './next.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { blockerRow, doneRow, gateState, handoffRow, heldRow, progressBar, teamRow } from './status-rows.ts';
import { day, moment } from '../text/time.ts';
import { waitingLines } from './waiting-on.ts';
import { cut } from '../text/width.ts';
import { listed, onLines } from '../text/words.ts';

const BAR = 20;
const INDENT = 2;

export function statusText(answer: StatusAnswer, screen: Screen): string {
  const table = (rows: readonly (readonly string[])[], shape: readonly Column[]): string => indented(columns(rows, shape, screen.columns - INDENT), INDENT);
  const { bold, red, dim } = paint(screen);
  const id: Column = { paint: bold };
  const section = (title: string, some: Some<unknown>, text: string, rest: string): string => {
    const more = some.total - some.rows.length;
    return some.total === 0 ? '' : `${title}\n${text}${more > 0 ? `\n  ${dim(`and ${more} more${rest}`)}` : ''}`;
  };
  const { yours, held, unheld, doneElsewhere, blockers, handoffs, ready, overdue, gates } = answer;
  return [
    onLines(overallText(answer, screen), syncText(answer, screen), jobsText(answer)),
    yours === null || waitingLines(yours, screen).length === 0 ? '' : `Waits for you\n${waitingLines(yours, screen).map((line) => `  ${line}`).join('\n')}`,
    section('Held', held, table(held.rows.map((row) => heldRow(row, asCaller(screen, answer.isCallerKnown), screen)), [id, {}, { gives: true }, {}]), ''),
    section('Started, held by nobody (coord next --resume)', unheld, table(unheld.rows.map((row) => [row.id, row.agent ?? 'anyone', row.title]), [id, {}, { gives: true }]), ''),
    section(`Done elsewhere, not merged here (${doneElsewhere.total})`, doneElsewhere, table(doneElsewhere.rows.map(doneRow), [id, {}, { gives: true }, {}]), ''),
    section('Blockers', blockers, table(blockers.rows.map((row) => blockerRow(row, screen)), [{ paint: red }, id, {}, { gives: true }, {}]), ''),
    section(`Handed over, not taken over yet${handoffs.yours === 0 ? '' : ` (${handoffs.yours} for you)`}`, handoffs, table(handoffs.rows.map(handoffRow), [id, {}, { gives: true }]), ': coord handoff list'),
    section(`Ready (${ready.total}; ${answer.waiting} wait)`, ready, nextTable(ready.rows, screen, INDENT), ': coord next'),
    section('Overdue', overdue, table(overdue.rows.map((row) => [row.id, row.agent ?? 'anyone', row.title, `due ${day(row.due, screen)}`]), [id, {}, { gives: true }, { paint: red }]), ': coord list --overdue'),
    section('Gates and milestones', gates, table(gates.rows.map((row) => [row.id, row.title, gateState(row)]), [id, { gives: true }, {}]), ': coord list --kind gate'),
    phasesText(answer, table),
    answer.risks.length === 0 ? '' : `Risks\n${table(answer.risks.map(({ risk, owner, mitigation }) => [owner ?? 'nobody', mitigation === null ? risk : `${risk}: ${mitigation}`]), [{}, { gives: true }])}`,
    answer.team.length === 0 ? '' : `Team\n${table(answer.team.map(teamRow), [id, {}, {}, { gives: true }])}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

export function overallText({ project, counts, completion }: StatusAnswer, screen: Screen): string {
  const total = counts.todo + counts.in_progress + counts.review + counts.done;
  if (total === 0) return `${plain(project ?? 'This project')} has no tasks yet: coord task add "..."`;
  const review = counts.review > 0 ? `, ${counts.review} in review` : '';
  const words = `${counts.done} of ${total} done${review}`;
  const name = project === null ? '' : cut(plain(project), screen.columns - BAR - words.length - 12);
  return [name, words, progressBar(completion, BAR, screen)].filter((part) => part !== '').join('  ');
}

export function syncText({ nextSync }: StatusAnswer, screen: Screen): string {
  return nextSync === null ? '' : cut(say`Next sync: ${moment(new Date(nextSync.at), screen)}${nextSync.about === null ? '' : `, ${nextSync.about}`}`, screen.columns);
}

function jobsText({ failedJobs, waitingJobs, dispatchStopped }: StatusAnswer): string {
  const [first] = failedJobs;
  const failed = first === undefined ? '' : say`Failed jobs: ${listed(failedJobs.map(({ task, error }) => `${task ?? ''} (${error?.reason ?? ''})`), 6)}: coord jobs show ${first.task ?? first.id}`;
  const [next] = waitingJobs;
  const waiting = next === undefined ? '' : say`Wait for approval: ${listed(waitingJobs.map((job) => `${job.task ?? job.id} (${waitingStep(job)})`), 6)}: coord approve ${next.id}`;
  return onLines(failed, dispatchStopped ? dispatchStoppedText(failedJobs) : '', waiting);
}

function phasesText({ phases }: StatusAnswer, table: (rows: string[][], shape: Column[]) => string): string {
  if (phases.length === 0) return '';
  const rows = phases.map(({ id, done, total, open }) => [id, `${done} of ${total} done`, open ? '' : 'not open yet']);
  return `Phases\n${table(rows, [{ gives: true }, {}, {}])}`;
}
