/** What finished work leaves to those who wait for it: one handoff for each agent, or one for whoever comes next. */
import { unlessBroken } from '../../core/documents/edit-record.ts';
import { newHandoffFile } from '../../core/documents/handoff-name.ts';
import type { HandoffWords } from '../../core/documents/handoff-words.ts';
import type { NewHandoff } from '../../core/documents/print-handoff.ts';
import type { Task } from '../../core/model.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Work } from '../tasks/check-done.ts';
import { fillHandoff, wordedHandoff } from './fill-handoff.ts';
import { verificationOf } from './handoff-runs.ts';
import { handoffText } from './handoff-text.ts';
import type { Held } from '../claims/held-task.ts';
import type { Ports } from '../ports.ts';
import type { FileChange } from '../ports/writer-port.ts';
import type { VerifierRun } from '../tasks/run-verifiers.ts';
import type { View } from '../view.ts';

export interface Finished {
  readonly task: Task;
  readonly held: Held;
  readonly work: Work;
  readonly verified: readonly VerifierRun[];
  readonly unblocked: readonly Task[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** As it is before anybody says anything, to nobody in particular. */
export async function finishedHandoff(ports: Ports, view: View, { task, held: { claim }, work, verified, unblocked, at }: Finished): Promise<NewHandoff> {
  const labels = unblocked.flatMap(({ dependencies }) => dependencies.filter(({ id }) => id.toLowerCase() === task.id.toLowerCase()).flatMap(({ label }) => label ?? []));
  return fillHandoff(ports, view, {
    task,
    from: claim.agent,
    at,
    base: claim.head === null ? null : await ports.git.mergeBase(claim.head, work.head),
    work,
    claim,
    completed: [`${task.id}: ${task.title}`],
    ready: [...new Set(labels)],
    blockers: [],
    nextSteps: stepsFor(unblocked, null),
    verification: verified.map(verificationOf),
  });
}

export async function writeHandoffs(ports: Ports, { task, held: { claim }, unblocked, at }: Finished, filled: NewHandoff, words: HandoffWords): Promise<Result<readonly FileChange[]>> {
  const worded = await wordedHandoff(ports, filled, words);
  if (!worded.ok) return worded;
  const receivers = words.to === null ? receiversOf(unblocked, claim.agent) : [words.to];
  const files: FileChange[] = [];
  for (const [number, to] of receivers.entries()) {
    const path = `${ports.location.folder}/${newHandoffFile(at.slice(0, 10), claim.agent, task.id, markOf(claim.nonce, number))}`;
    const text = handoffText({ ...worded.value, to, nextSteps: words.nextSteps ?? stepsFor(unblocked, to) });
    const sound = text.ok ? unlessBroken(text.value, { file: path, problems: [] }, ports.location.folder) : text;
    if (!sound.ok) return sound;
    files.push({ path, text: sound.value });
  }
  return done(files);
}

/** The same again for the same claim, so that a coord that was stopped and started again writes over what it had begun. */
function markOf(nonce: string, number: number): string {
  return nonce.slice(4 * number, 4 * number + 4) || String(number);
}

/** Who goes on with one's own work needs no letter; the record is written all the same, to nobody in particular. */
function receiversOf(unblocked: readonly Task[], from: string): readonly (string | null)[] {
  const others = [...new Set(unblocked.map(({ agent }) => agent))].filter((agent) => agent !== null && agent !== from);
  return others.length > 0 ? others : [null];
}

function stepsFor(unblocked: readonly Task[], receiver: string | null): readonly string[] {
  return unblocked.filter(({ agent }) => receiver === null || agent === receiver || agent === null).map(({ id, title }) => `${id}: ${title}`);
}
