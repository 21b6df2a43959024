/** The last step: the branch is merged where branches come together, and the worktree goes once all in it is committed. */
import type { Job, JobPlace } from '../../core/dispatch/job.ts';
import type { JobNews } from '../../core/dispatch/job-event.ts';
import { settingsOf } from '../../core/documents/settings.ts';
import { ownedGlobs, ownersOf } from '../../core/policy/owners.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { noteAndTell } from './carrying.ts';
import type { Carrying } from './carrying.ts';
import { settleRecords } from './settle-records.ts';

type Merging = Extract<JobNews, { event: 'merged' | 'unmerged' }>;
type Merged = Merging extends infer M ? (M extends Merging ? Omit<M, 'worktree_removed'> : never) : never;

export async function mergeJob(carrying: Carrying, job: Job): Promise<Job> {
  const { ports } = carrying;
  const merged = await merge(ports, job);
  const removed = job.place === null ? false : await removeIfClean(ports, job.place);
  return noteAndTell(carrying, job, { ...merged, worktree_removed: removed });
}

async function merge(ports: Ports, { place, task }: Job): Promise<Merged> {
  const { git } = ports;
  const opened = await ports.store.open();
  const into = opened.ok ? settingsOf(opened.value.survey.config).integration : null;
  const branch = place?.branch ?? null;
  if (into === null || branch === null) return unmerged('no-integration');
  const head = await git.head();
  if (head.branch !== into || head.commit === null) return unmerged('not-checked-out', into);
  const sides = { ours: head.commit, theirs: [`refs/heads/${branch}`], names: { ours: into, theirs: branch } } as const;
  const found = await git.conflictsBetween(sides);
  const conflicts = found.ok ? found.value : [];
  const settled = conflicts.length === 0 ? null : await settleRecords(ports, head.commit, `refs/heads/${branch}`, conflicts);
  if (settled === null && conflicts.length > 0) return unmerged('conflict', opened.ok ? withOwners(opened.value, conflicts) : '', conflicts);
  const merged = await git.merge(branch, `Merge ${branch}: ${task ?? ''}`, settled);
  if (merged.merged) return { event: 'merged', into, commit: merged.commit };
  const uncommitted = await git.uncommitted(null);
  return uncommitted.length > 0 ? unmerged('uncommitted', merged.detail, uncommitted) : unmerged('failed', merged.detail);
}

/** Conflicts go to whoever owns the files. */
function withOwners({ survey }: View, files: readonly string[]): string {
  const owned = ownedGlobs(survey.config, survey.agents);
  return files.map((file) => [file, ownersOf(owned, file)] as const).map(([file, owners]) => (owners.length === 0 ? file : `${file} (owned by ${owners.join(', ')})`)).join(', ');
}

function unmerged(why: Extract<Merging, { event: 'unmerged' }>['why'], detail = '', files: readonly string[] = []): Merged {
  return { event: 'unmerged', why, detail, files: [...files] };
}

/** True also where somebody has removed it already. */
async function removeIfClean({ git }: Ports, { worktree }: JobPlace): Promise<boolean> {
  const isThere = (await git.worktrees()).some(({ path }) => path === worktree);
  return isThere ? git.removeWorktree(worktree) : true;
}
