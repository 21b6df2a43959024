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
  const merged = await merge(ports, job);
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
