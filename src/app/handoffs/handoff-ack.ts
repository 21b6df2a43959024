/** Takes a handoff over: what it hands over is there, and the file says from then on who went on with it, and when. */
import { isoSeconds } from '../../core/dates.ts';
import { handoffName } from '../../core/documents/handoff-name.ts';
import { rosterOf, resolveAgent } from '../../core/documents/roster.ts';
import { withTakeOver } from '../../core/documents/take-over.ts';
import type { Acknowledged, Handoff } from '../../core/model.ts';
import { waitsFor } from '../../core/policy/handoff-inbox.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { actingAgent } from '../acting-agent.ts';
import { commitRecords } from '../commit-records.ts';
import { findHandoffs } from './find-handoff.ts';
import { standingsOf } from './handoff-standing.ts';
import type { HandoffStanding } from './handoff-standing.ts';
import { openAs } from '../open-as.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface HandoffAckRequest {
  readonly name: string;
  readonly as: string | null;
  /** Though it is for another agent, or one's own. */
  readonly take: boolean;
}

export interface HandoffAckAnswer {
  readonly name: string;
  readonly standing: HandoffStanding;
  readonly acknowledged: Acknowledged;
  /** null: it was so already. */
  readonly commit: CommitOutcome | null;
}

export async function handoffAck(ports: Ports, request: HandoffAckRequest): Promise<Result<HandoffAckAnswer>> {
  const opened = await openAs(ports, request.as, actingAgent);
  if (!opened.ok) return opened;
  const { view, acting } = opened.value;
  const by = acting.agent;
  const found = findOne(view, request.name, by);
  if (!found.ok) return found;
  const handoff = found.value;
  const name = handoffName(handoff.place.file);
  const [standing = { handoff, missing: [], changed: [], unknown: [] }] = await standingsOf(ports, [handoff]);
  if (handoff.acknowledged?.by === by) return done({ name, standing, acknowledged: handoff.acknowledged, commit: null });
  const against = whatForbids(view, standing, by, request.take);
  if (against !== null) return against;
  const answer = { by, at: isoSeconds(ports.clock.now()) };
  const written = await acknowledge(ports, handoff, answer);
  if (!written.ok) return written;
  const subject = `Take over ${handoff.task ?? name}${handoff.from === null ? '' : ` from ${handoff.from}`}`;
  const commit = await commitRecords(ports, view.survey.config, [handoff.place.file], { subject, task: handoff.task, agent: by });
  return done({ name, standing, acknowledged: answer, commit });
}

/** Of a task's handoffs, the only one that waits for this agent; else the newest, so that it is said why not. */
function findOne(view: View, name: string, agent: string): Result<Handoff> {
  const found = findHandoffs(view, name, 'handoff ack');
  if (!found.ok) return found;
  const waiting = new Set(view.survey.handoffs.filter((line) => waitsFor(line, agent)).map(({ file }) => file));
  const mine = found.value.filter(({ place }) => waiting.has(place.file));
  const [first] = mine.length > 0 ? mine : found.value;
  if (first === undefined) return refused('no-such-handoff', { name, isTask: false, nearest: [] });
  return mine.length > 1 ? refused('which-handoff', { names: mine.map(({ place }) => handoffName(place.file)), verb: 'handoff ack' }) : done(first);
}

function whatForbids(view: View, { handoff, missing }: HandoffStanding, by: string, take: boolean): Result<never> | null {
  const name = handoffName(handoff.place.file);
  if (handoff.acknowledged !== null) return refused('taken-over', { name, ...handoff.acknowledged });
  const { to } = handoff;
  const isAnothers = to !== null && to !== by && resolveAgent(rosterOf(view.survey.agents), to).kind !== 'role';
  if (isAnothers && !take) return refused('for-another', { name, to, agent: by });
  if (handoff.from === by && to !== by && !take) return refused('your-own', { name });
  return missing.length > 0 ? refused('artifacts-missing', { file: handoff.place.file, from: handoff.from, paths: missing }) : null;
}

/** Under the lock the file is read again: another may have been quicker. */
async function acknowledge({ writer, location: { folder } }: Ports, { place: { file } }: Handoff, by: Acknowledged): Promise<Result<null>> {
  return writer.write(async (files) => {
    const edited = withTakeOver({ file, text: (await files.read(file)) ?? '', folder }, by);
    return edited.ok ? done({ changes: [{ path: file, text: edited.value }], value: null }) : edited;
  });
}
