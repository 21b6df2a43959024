/** What this worktree holds and what is left to do for it. */
import type { HeldHere } from '../../app/claims/held-here.ts';
import type { HereAnswer } from '../../app/overview/here.ts';
import type { Task } from '../../core/model.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { duration } from '../text/time.ts';
import { waitingLines } from './waiting-on.ts';
import { count, listed } from '../text/words.ts';

export function hereText({ held, yours, handoffs }: HereAnswer, screen: Screen): string {
  const inbox = handoffs.length === 0 ? [] : [`${count(handoffs.length, 'handoff')} for you: coord handoff list`];
  return [...held.map((one) => heldText(one, screen)), ...waitingLines(yours, screen), ...inbox].join('\n');
}

function heldText({ id, agent, task, blockers, state, live }: HeldHere, screen: Screen): string {
  if (state === 'lost') return lostText(id, agent, live?.claim?.state === 'held' ? live.claim.agent : null, screen);
  const left = (live?.end?.getTime() ?? 0) - screen.now.getTime();
  const time = left > 0 ? `${duration(left)} left` : `time ran out ${duration(-left)} ago, renew: coord claim ${id}`;
  const name = `${paint(screen).bold(plain(id))}${task === null ? '' : say` ${task.title}`}`;
  const progress = task?.progress ? [`${task.progress} %`] : [];
  const first = [plain(agent), name, ...progress, time, ...(task === null ? ['no file defines it here'] : [`done when: ${proof(task)}`])].join(' · ');
  const waits = blockers.map(({ severity, waitsOn, needed }) => say`  blocked (${severity}), waits on ${waitsOn ?? 'nobody named'}: ${needed}`);
  return task === null ? first : [first, ...waits, ...leftToDo(task).map((line) => `  - ${plain(line)}`)].join('\n');
}

/** Steps, then what must hold; the verifiers stand in the line above. */
export function leftToDo({ actions, acceptance }: Task): readonly string[] {
  return [...actions, ...acceptance];
}

function proof({ verify }: Task): string {
  return verify.length === 0 ? 'you say so (it names no verifier)' : say`${listed(verify.map((name) => `${name} passes`))}`;
}

function lostText(id: string, agent: string, holder: string | null, screen: Screen): string {
  const { yellow } = paint(screen);
  const what = holder === null ? say`${id} is no longer held by ${agent}.` : say`${id} was taken over by ${holder}; it is no longer yours.`;
  return yellow(`${what} Your commits stay on their branch. Again: coord claim ${plain(id)}`);
}
