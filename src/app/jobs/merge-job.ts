/** The last step: the branch is merged where branches come together, and the worktree goes once all in it is committed. */
import type { Job } from '../../core/dispatch/job.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import type { Ports } from '../ports.ts';
import { noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { mergeBranch, unmerged } from './merge-branch.ts';
import type { Unmerged } from './merge-branch.ts';

export async function mergeJob(carrying: Carrying, job: Job): Promise<Job> {
  const { ports } = carrying;
  await tellOfOthers(carrying, job);
  const merged = await merge(ports, job);
  if ('into' in merged) carrying.main.tip = merged.commit;
  const removed = job.place === null ? false : await ports.git.removeWorktree(job.place.worktree);
  return noteAndTell(carrying, job, 'into' in merged ? { event: 'merged', ...merged, worktree_removed: removed } : { event: 'unmerged', ...merged, worktree_removed: removed });
}

async function merge(ports: Ports, { place, task }: Job): Promise<Unmerged | { readonly into: string; readonly commit: string }> {
  const opened = await ports.store.open();
  const into = opened.ok ? settingsOf(opened.value.survey.config).integration : null;
  const branch = place?.branch ?? null;
  if (into === null || branch === null) return unmerged('no-integration');
  const head = await ports.git.head();
  if (head.branch !== into || head.commit === null) return unmerged('not-checked-out', into);
  const theirs = { revision: `refs/heads/${branch}`, name: branch, message: `Merge ${branch}: ${task ?? ''}` };
  const merged = await mergeBranch(ports, { commit: head.commit, name: into }, theirs, opened.ok ? opened.value : null);
  return 'merged' in merged ? { into, commit: merged.commit } : merged;
}

/** Agents are to work on branches of their own; people may put things there at any time. Which of them it was nobody can tell, so it is told. */
async function tellOfOthers(carrying: Carrying, job: Job): Promise<void> {
  const { ports, main } = carrying;
  const { commit, branch } = await ports.git.head();
  const known = main.tip;
  main.tip = commit;
  if (known === null || commit === null || branch === null || known === commit) return;
  const subjects = await ports.git.subjects(known, commit, ports.location.folder);
  if (subjects.length > 0) await noteAndTell(carrying, job, { event: 'main_moved', into: branch, subjects: [...subjects] });
}
