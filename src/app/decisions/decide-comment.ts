/** Says something on a proposal, in a file of its own: comments of different branches never meet. */
import { isoSeconds } from '../../core/dates.ts';
import { feedbackFile, printFeedback } from '../../core/documents/print-decision.ts';
import { decisionStanding } from '../../core/policy/decision-standing.ts';
import type { DecisionStanding } from '../../core/policy/decision-standing.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { findDecision, nameOfDecision } from './find-decision.ts';
import { namedAgent } from '../known-agent.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import { writeNewRecord } from '../write-new-record.ts';

export interface CommentRequest {
  readonly name: string;
  readonly words: string;
  readonly as: string | null;
}

export interface CommentAnswer {
  readonly by: string;
  readonly file: string;
  /** With this comment. */
  readonly standing: DecisionStanding;
  readonly commit: CommitOutcome;
}

export async function decideComment(ports: Ports, request: CommentRequest): Promise<Result<CommentAnswer>> {
  const opened = await openAs(ports, request.as, namedAgent);
  if (!opened.ok) return opened;
  const { view, acting } = opened.value;
  const found = findDecision(view, request.name, 'decide comment');
  if (!found.ok) return found;
  const name = nameOfDecision(found.value);
  if (found.value.status !== 'proposed') return refused('not-proposed', { decision: name, status: found.value.status });
  const at = isoSeconds(ports.clock.now());
  const feedback = { decision: `${name}.md`, by: acting, at, text: request.words.trim() };
  const written = await writeNewRecord(ports, (mark) => feedbackFile(at.slice(0, 10), acting, mark), printFeedback(feedback));
  if (!written.ok) return written;
  const file = written.value;
  const standing = decisionStanding(found.value, { ...view.survey, feedback: [...view.survey.feedback, { ...feedback, place: { file } }] });
  const commit = await commitRecords(ports, view.survey.config, [file], { subject: `Comment on ${name}`, body: feedback.text, task: null, agent: acting });
  return done({ by: acting, file, standing, commit });
}
