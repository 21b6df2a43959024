/** Rows that the status and the board have in common. */
import type { OpenBlocker } from '../../app/blockers/open-blocker.ts';
import type { ClaimedTask } from '../../app/overview/status.ts';
import type { TeamLoad } from '../../app/overview/team-loads.ts';
import type { GateState, HandoffLine } from '../../core/survey.ts';
import { asPerson } from '../as-words.ts';
import { answerWords } from '../blockers/blocker.ts';
import { blockerClock } from '../blockers/blocker-clock.ts';
import { leaseWords } from '../claims/lease-words.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { listed } from '../text/words.ts';

/** `[####------] 40 %` */
export function progressBar(share: number, length: number, screen: Screen): string {
  const filled = Math.floor(share * length);
  const { green, dim } = paint(screen);
  return `[${green('#'.repeat(filled))}${dim('-'.repeat(length - filled))}] ${Math.floor(share * 100)} %`;
}

export function heldRow({ live, title }: ClaimedTask, as: string, screen: Screen): string[] {
  const { id, claim, state, end } = live;
  if (claim === null || end === null) return [id, '', 'its claim cannot be read: coord doctor', ''];
  const time = leaseWords(end, screen.now);
  return [id, claim.agent, title ?? 'no file defines it', state === 'expired' ? `${time}: coord claim ${id} --take-over${as}` : time];
}

export function doneRow({ live: { id, claim }, title }: ClaimedTask): string[] {
  const branch = claim?.branch ?? null;
  return [id, claim?.agent ?? '', title ?? '', branch === null ? 'on no branch' : `on ${branch}`];
}

export function blockerRow(open: OpenBlocker, screen: Screen): string[] {
  const { severity, task, needed, waitsOn } = open.blocker;
  return [severity, task, waitsOn === null ? '' : `waits on ${waitsOn}`, needed, blockerClock(open, screen.now)];
}

export function handoffRow({ task, from, to, nextSteps }: HandoffLine): string[] {
  return [task ?? 'no task', `${from ?? 'somebody'} to ${to ?? 'anyone'}`, nextSteps[0] ?? ''];
}

export function gateState({ id, waitsFor, approvers, approval }: GateState): string {
  if (waitsFor.length > 0) return say`waits for ${listed(waitsFor, 3)}`;
  if (approval?.approved === false) return say`${approval.by} said ${answerWords(approval)}`;
  return approvers.length === 0 ? 'can be decided' : say`for ${listed(approvers, 3, 'or')}: coord approve ${id}${asPerson(approvers)}`;
}

export function teamRow({ id, done, open, ready, holds }: TeamLoad): string[] {
  return [id, `${done} of ${done + open} done`, `${ready} ready`, holds.length === 0 ? '' : `holds ${listed(holds, 3)}`];
}
