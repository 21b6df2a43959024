/** Blockers in full, and what became of one that was raised, answered or resolved. */
import type { BlockAnswer } from '../../app/blockers/block.ts';
import type { OpenBlocker } from '../../app/blockers/open-blocker.ts';
import type { Some } from '../../app/overview/status.ts';
import type { UnblockAnswer } from '../../app/blockers/unblock.ts';
import type { Approval } from '../../core/model.ts';
import { asAsked } from '../as-words.ts';
import { commitWords } from '../commit-outcome.ts';
import { indented } from '../text/columns.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { duration, moment } from '../text/time.ts';
import { wrap } from '../text/width.ts';
import { count, listed, onLines } from '../text/words.ts';

const INDENT = 4;

export function blockersText({ rows }: Some<OpenBlocker>, screen: Screen): string {
  if (rows.length === 0) return 'No blocker is open.';
  return rows.map((open) => blockerText(open, screen)).join('\n');
}

function blockerText(open: OpenBlocker, screen: Screen): string {
  const { severity, task, needed, by, waitsOn, place } = open.blocker;
  const { bold, red } = paint(screen);
  const raised = [by === null ? 'raised' : say`raised by ${by}`, open.raised === null ? 'on no date' : `${duration(screen.now.getTime() - open.raised.getTime())} ago`].join(' ');
  const facts = `${raised} · ${standing(open, screen)}`;
  const lines = [...wrap(plain(needed), screen.columns - INDENT), ...wrap(facts, screen.columns - INDENT), plain(place.file)];
  return `${red(severity)}  ${bold(plain(task))} waits on ${plain(waitsOn ?? 'nobody named')}\n${indented(lines.join('\n'), INDENT)}`;
}

function standing({ blocker: { acknowledged, approval }, due, required, escalation }: OpenBlocker, screen: Screen): string {
  if (approval !== null) return say`${approval.by} said ${answerWords(approval)}`;
  if (acknowledged !== null) return say`${acknowledged.by} is on it`;
  const asked = required.length === 0 ? '' : say`, by ${listed(required, 4)}`;
  if (due === null) return `no answer yet${asked === '' ? '' : `, wanted${asked.slice(1)}`}`;
  const left = due.getTime() - screen.now.getTime();
  if (left >= 0) return `answer due in ${duration(left)}${asked}`;
  return `no answer, due ${duration(-left)} ago: ${escalation.length === 0 ? 'escalate it' : say`escalated to ${listed(escalation, 4)}`}`;
}

/** `no: Not before Monday` */
export function answerWords({ approved, note }: Approval): string {
  return `${approved ? 'yes' : 'no'}${note === null ? '' : `: ${note}`}`;
}

export function blockText({ open: { blocker, due }, commit }: BlockAnswer, screen: Screen): string {
  const { task, severity, waitsOn, place } = blocker;
  const answer = due === null ? '' : ` · answer due ${moment(due, screen)}`;
  return say`${task} is blocked (${severity}), waits on ${waitsOn ?? 'nobody named'}${answer} · ${place.file} · ${commitWords(commit)}`;
}

export function blockTalk({ open: { blocker, required }, isHeldHere }: BlockAnswer, screen: Screen): string {
  return onLines(
    required.length === 0 ? '' : say`For ${blocker.severity}, coord.yaml calls upon ${listed(required, 6)}.`,
    isHeldHere ? say`You hold ${blocker.task}. To work on something else meanwhile: coord release ${blocker.task}${asAsked(screen)}` : '',
  );
}

export function unblockText({ blocker: { task, acknowledged, resolved }, left, commit }: UnblockAnswer): string {
  const who = acknowledged?.by ?? 'somebody';
  if (commit === null) return say`${who} is on it already, since ${acknowledged?.at ?? 'no date'}.`;
  if (resolved === null) return say`${who} is on the blocker of ${task} · ${commitWords(commit)}`;
  return left === 0 ? say`${task} is unblocked · ${commitWords(commit)}` : say`Resolved, but ${task} is still blocked: ${count(left, 'other blocker')} · ${commitWords(commit)}`;
}
