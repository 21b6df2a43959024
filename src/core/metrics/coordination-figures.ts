/** Figures of how agents work together: handoffs, blockers, claims of the same task. */
import { wasDoneAgain } from './done-tokens.ts';
import type { DatedHandoff, Evidence } from './evidence.ts';
import { counted, isIn, secondsBetween, shareOf, spreadOf } from './measured.ts';
import type { Measured, Period } from './measured.ts';

/**
 * Of handoffs to somebody that were taken over or went wrong: those that did not go wrong. One went wrong where its task
 * was done again later, or where who took it over was blocked afterwards and waited on who gave it. One that nobody has taken
 * over yet is neither.
 */
export function handoffSuccess(evidence: Evidence, period: Period): Measured {
  let [good, bad, waiting] = [0, 0, 0];
  for (const dated of evidence.handoffs) {
    const { handoff, at } = dated;
    if (at === null || !isIn(period, at.last) || (handoff.to === null && handoff.acknowledged === null)) continue;
    if (wasDoneAgain(handoff, evidence.doneTokens) || isAskedBack(dated, evidence)) bad++;
    else if (handoff.acknowledged !== null) good++;
    else waiting++;
  }
  return shareOf(good, good + bad, waiting);
}

function isAskedBack({ handoff, at }: DatedHandoff, { blockers }: Evidence): boolean {
  const receiver = handoff.acknowledged?.by ?? null;
  if (receiver === null || handoff.from === null) return false;
  return blockers.some(({ blocker, raised }) => blocker.waitsOn === handoff.from && blocker.by === receiver && raised !== null && at !== null && raised.first > at.last);
}

/** Of those resolved in that time. */
export function blockerResolutionTime({ blockers }: Evidence, period: Period): Measured {
  const resolved = blockers.filter((one) => one.resolved !== null && isIn(period, one.resolved.last));
  const times = resolved.map((one) => secondsBetween(one.raised, one.resolved)).filter((time) => time !== null);
  return spreadOf(times, resolved.length - times.length);
}

/** At the end of that time. One of which nobody says when it was raised counts while it is open. */
export function openBlockers({ blockers }: Evidence, { to }: Period): Measured {
  return counted(blockers.filter(({ raised, resolved, blocker }) => (raised === null ? blocker.resolved === null : raised.last < to && (resolved === null ? blocker.resolved === null : resolved.last >= to))).length);
}

/** Of tasks that were last claimed or handed over in that time: those that were claimed more than once. Who asked in vain leaves no trace. */
export function claimContention({ claims }: Evidence, period: Period): Measured {
  const asked = claims.filter(({ at }) => isIn(period, at));
  return shareOf(asked.filter(({ token }) => token > 1).length, asked.length);
}
