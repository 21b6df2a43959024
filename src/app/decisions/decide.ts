/** Accepts or rejects a proposal. What an accepted one replaces is marked so in the same commit: each names the other. */
import { isoSeconds } from '../../core/dates.ts';
import { recordName } from '../../core/documents/record-name.ts';
import type { Decision } from '../../core/model.ts';
import { decisionStanding, isRipe } from '../../core/policy/decision-standing.ts';
import type { DecisionStanding } from '../../core/policy/decision-standing.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { editDecisions, supersededBy, unlessMaker } from './edit-decisions.ts';
import { decisionNamed, findDecision, nameOfDecision } from './find-decision.ts';
import { namedAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface DecideRequest {
  readonly name: string;
  readonly verdict: 'accepted' | 'rejected';
  /** The reasons, or under which conditions. */
  readonly note: string | null;
  /** Accept though reviewers still have time. */
  readonly early: boolean;
  readonly as: string | null;
}

export interface DecideAnswer {
  readonly decision: string;
  readonly verdict: DecideRequest['verdict'];
  readonly by: string;
  /** Reviewers who had not said anything. */
  readonly unheard: readonly string[];
  /** Names of what it replaces. */
  readonly replaced: readonly string[];
  readonly commit: CommitOutcome;
}

export async function decide(ports: Ports, request: DecideRequest): Promise<Result<DecideAnswer>> {
  const now = ports.clock.now();
  const written = await ports.writer.write(async (files) => {
    const opened = await openAs(ports, request.as, namedAgent);
    if (!opened.ok) return opened;
    const { view, acting } = opened.value;
    const standing = openProposal(view, request, acting, now);
    if (!standing.ok) return standing;
    const { decision, missing } = standing.value;
    const older = request.verdict === 'accepted' ? replacedBy(view, decision) : done([]);
    if (!older.ok) return older;
    const fields = { status: request.verdict, decided: isoSeconds(now), decided_by: acting, outcome: request.note };
    // The older ones come first: whoever is stopped in between finds files that fit together, and may go on.
    const changes = await editDecisions(ports, files, [...older.value.map((each) => [each, supersededBy(decision)] as const), [decision, fields]]);
    if (!changes.ok) return changes;
    return done({ changes: changes.value, value: { view, by: acting, decision, unheard: missing, replaced: older.value.map(nameOfDecision), paths: changes.value.map(({ path }) => path) } });
  });
  if (!written.ok) return written;
  const { view, by, decision, unheard, replaced, paths } = written.value;
  const { verdict, note } = request;
  const subject = `${verdict === 'accepted' ? 'Accept' : 'Reject'}: ${decision.title}`;
  const commit = await commitRecords(ports, view.survey.config, paths, { subject, ...(note === null ? {} : { body: note }), task: null, agent: by });
  return done({ decision: nameOfDecision(decision), verdict, by, unheard, replaced, commit });
}

function openProposal(view: View, { name, verdict, early }: DecideRequest, who: string, now: Date): Result<DecisionStanding> {
  const found = findDecision(view, name, verdict === 'accepted' ? 'decide accept' : 'decide reject');
  if (!found.ok) return found;
  const standing = decisionStanding(found.value, view.survey);
  const { decision, maker, missing, due } = standing;
  if (decision.status !== 'proposed') return refused('not-proposed', { decision: nameOfDecision(decision), status: decision.status });
  const refusal = unlessMaker(decision, maker, who);
  if (refusal !== null) return refusal;
  if (verdict === 'rejected' || early || isRipe(standing, now.getTime())) return done(standing);
  return refused('feedback-open', { decision: nameOfDecision(decision), missing, until: isoSeconds(new Date(due ?? now)) });
}

function replacedBy(view: View, decision: Decision): Result<readonly Decision[]> {
  const found: Decision[] = [];
  for (const name of decision.supersedes) {
    const older = decisionNamed(view, name);
    if (older === null) return refused('no-such-decision', { name, nearest: null });
    const isOurs = older.status === 'superseded' && older.supersededBy !== null && recordName(older.supersededBy) === nameOfDecision(decision);
    if (older.status !== 'accepted' && !isOurs) return refused('not-accepted', { decision: nameOfDecision(older), status: older.status });
    found.push(older);
  }
  return done(found);
}
