/** Says that an accepted decision replaces another one: both files say so, in one commit. */
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { decisionStanding } from '../../core/policy/decision-standing.ts';
import { commitRecords } from '../commit-records.ts';
import { editDecisions, supersededBy, unlessMaker } from './edit-decisions.ts';
import { findDecision, nameOfDecision } from './find-decision.ts';
import { namedAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { View } from '../view.ts';
import type { Decision } from '../../core/model.ts';

export interface SupersedeRequest {
  readonly older: string;
  readonly newer: string;
  readonly as: string | null;
}

export interface SupersedeAnswer {
  readonly older: string;
  readonly newer: string;
  readonly commit: CommitOutcome;
}

/** Only who decides on the older one may end it. */
export async function decideSupersede(ports: Ports, request: SupersedeRequest): Promise<Result<SupersedeAnswer>> {
  const written = await ports.writer.write(async (files) => {
    const opened = await openAs(ports, request.as, namedAgent);
    if (!opened.ok) return opened;
    const { view, acting } = opened.value;
    const pair = bothAccepted(view, request);
    if (!pair.ok) return pair;
    const { older, newer } = pair.value;
    const refusal = unlessMaker(older, decisionStanding(older, view.survey).maker, acting);
    if (refusal !== null) return refusal;
    const file = `${nameOfDecision(older)}.md`;
    // The newer one comes first: whoever is stopped in between may say it again.
    const changes = await editDecisions(ports, files, [[newer, { supersedes: [...new Set([...newer.supersedes, file])] }], [older, supersededBy(newer)]]);
    return changes.ok ? done({ changes: changes.value, value: { view, older, newer, by: acting } }) : changes;
  });
  if (!written.ok) return written;
  const { view, older, newer, by } = written.value;
  const subject = `Supersede: ${older.title}, by ${newer.title}`;
  const commit = await commitRecords(ports, view.survey.config, [older, newer].map(({ place }) => place.file), { subject, task: null, agent: by });
  return done({ older: nameOfDecision(older), newer: nameOfDecision(newer), commit });
}

function bothAccepted(view: View, { older, newer }: SupersedeRequest): Result<{ readonly older: Decision; readonly newer: Decision }> {
  const old = findDecision(view, older, 'decide supersede');
  if (!old.ok) return old;
  const replacement = findDecision(view, newer, `decide supersede ${older}`);
  if (!replacement.ok) return replacement;
  if (replacement.value === old.value) return refused('usage', { message: 'A decision cannot replace itself', verb: 'decide supersede' });
  const other = [old.value, replacement.value].find(({ status }) => status !== 'accepted');
  if (other !== undefined) return refused('not-accepted', { decision: nameOfDecision(other), status: other.status });
  return done({ older: old.value, newer: replacement.value });
}
