/** What the finished work leaves to those who wait for it: one handoff for each agent, or one for whoever comes next. */
import { newHandoffFile } from '../core/documents/handoff-name.ts';
import { printHandoff } from '../core/documents/print-handoff.ts';
import type { NewHandoff } from '../core/documents/print-handoff.ts';
import type { Artifact, Task } from '../core/model.ts';
import type { Work } from './check-done.ts';
import type { Held } from './held-task.ts';
import type { FileChange, Ports } from './ports.ts';
import type { Verified } from './run-verifiers.ts';

export interface Finished {
  readonly task: Task;
  readonly held: Held;
  readonly work: Work;
  readonly verified: readonly Verified[];
  readonly unblocked: readonly Task[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** More files than that are no reading matter: git shows them. */
const MOST_ARTIFACTS = 30;

/** `to`: the one who was named for it. */
export async function writeHandoffs(ports: Ports, finished: Finished, to: string | null, note: string | null): Promise<readonly FileChange[]> {
  const { task, held, at, unblocked } = finished;
  const common = await commonPart(ports, finished, note);
  const receivers = to === null ? receiversOf(unblocked, held.claim.agent) : [to];
  return receivers.map((receiver, number) => {
    const steps = unblocked.filter(({ agent }) => receiver === null || agent === receiver || agent === null);
    const handoff = { ...common, to: receiver, nextSteps: steps.map(({ id, title }) => `${id}: ${title}`) };
    const name = newHandoffFile(at.slice(0, 10), held.claim.agent, task.id, markOf(held.claim.nonce, number));
    return { path: `${ports.location.folder}/${name}`, text: printHandoff(handoff) };
  });
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

async function commonPart(ports: Ports, { task, held, work, verified, unblocked, at }: Finished, note: string | null): Promise<NewHandoff> {
  const { claim } = held;
  const base = claim.head === null ? null : ((await ports.git.mergeBase(claim.head, work.head)) ?? null);
  const labels = unblocked.flatMap(({ dependencies }) => dependencies.filter(({ id }) => id.toLowerCase() === task.id.toLowerCase()).flatMap(({ label }) => label ?? []));
  return {
    from: claim.agent,
    to: null,
    timestamp: at,
    task: task.id,
    completed: [`${task.id}: ${task.title}`],
    ready: [...new Set(labels)],
    blockers: [],
    nextSteps: [],
    artifacts: await artifactsOf(ports, task, base, work.head),
    base,
    head: work.head,
    branch: work.branch,
    tree: work.tree,
    token: claim.token,
    nonce: claim.nonce,
    verification: verified.map(({ name, command, at: ended }) => ({ name, command: command.join(' '), exitCode: 0, at: ended })),
    ruledOut: [],
    acknowledged: null,
    notes: note ?? '',
  };
}

/** What the task says it leaves behind, as far as it is there; without such a list, the files its commits changed. */
async function artifactsOf({ git, location }: Ports, task: Task, base: string | null, head: string): Promise<readonly Artifact[]> {
  if (task.artifacts.length > 0) {
    const blobs = await git.blobs(head, task.artifacts);
    return [...blobs].map(([path, blob]) => ({ path, description: null, blob }));
  }
  const changed = base === null || base === head ? [] : await git.changedPaths(base, head);
  const kept = changed.filter(({ path, blob }) => blob !== null && !path.startsWith(`${location.folder}/`));
  return kept.slice(0, MOST_ARTIFACTS).map(({ path, blob }) => ({ path, description: null, blob }));
}
