import type { Job } from '../../core/dispatch/job.ts';
import { handoffsOf } from '../handoffs/find-handoff.ts';
import type { Ports } from '../ports.ts';

/** What a task that is done was proven by and who was told, as the branch has it that the work went to. */
export async function proofThere(ports: Ports, { place, task: id }: Job): Promise<{ verified: string[]; handoffs: string[]; ran_changed: string[] }> {
  const there = place === null ? null : await ports.at(place.worktree);
  const opened = there?.ok === true ? await there.value.store.open() : null;
  if (id === null || opened?.ok !== true) return { verified: [], handoffs: [], ran_changed: [] };
  const verified = opened.value.task(id)?.proof?.verified.map(({ name }) => name) ?? [];
  const isOf = ({ task }: { readonly task: string | null }): boolean => task?.toLowerCase() === id.toLowerCase();
  const lines = opened.value.survey.handoffs.filter(isOf);
  const ranChanged = handoffsOf(opened.value, lines).flatMap(({ verification }) => verification.flatMap((run) => run.ranChanged ?? []));
  return { verified, handoffs: lines.map(({ file }) => file), ran_changed: [...new Set(ranChanged)] };
}
