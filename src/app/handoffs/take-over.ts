/** What an agent that was dispatched took over with its work: the handoffs to it by name that its prompt told of. */
import { withTakeOver } from '../../core/documents/take-over.ts';
import { isOpen } from '../../core/model.ts';
import type { Acknowledged, Handoff, Task } from '../../core/model.ts';
import { handoffsFor } from '../agents/agent-prompt.ts';
import { standingsOf } from './handoff-standing.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';

/** The last of its tasks that go on from a handoff takes it over: branches of two that both did so could not be merged. */
export async function toTakeOver(ports: Pick<Ports, 'claims' | 'git' | 'files'>, view: View, task: Task, agent: string): Promise<readonly Handoff[]> {
  const named = new Set(view.survey.handoffs.flatMap(({ file, to, receivers }) => (to !== null && receivers.includes(agent) ? [file] : [])));
  const waiting = handoffsFor(view, task).filter(({ place }) => named.has(place.file));
  if (waiting.length === 0) return [];
  const finished = new Set((await ports.claims.list()).flatMap(({ id, claim }) => (claim?.state === 'done' ? [id.toLowerCase()] : [])));
  const others = view.workspace().tasks.filter((one) => one.agent === agent && isOpen(one) && one.id !== task.id && !finished.has(one.id.toLowerCase()));
  const standings = await standingsOf(ports, waiting.filter((handoff) => !others.some((one) => goesOnFrom(one, handoff))));
  return standings.flatMap(({ handoff, missing }) => (missing.length === 0 ? [handoff] : []));
}

/** Their files as they are under the lock, without those that another took over meanwhile. */
export async function takeOver(files: TextFiles, handoffs: readonly Handoff[], by: Acknowledged, folder: string): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const { place: { file } } of handoffs) {
    const edited = withTakeOver({ file, text: (await files.read(file)) ?? '', folder }, by);
    if (edited.ok) changes.push({ path: file, text: edited.value });
  }
  return changes;
}

function goesOnFrom({ id, dependencies }: Task, handoff: Handoff): boolean {
  return [id, ...dependencies.map((on) => on.id)].some((one) => one.toLowerCase() === handoff.task?.toLowerCase());
}
