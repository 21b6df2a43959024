/** What is to prove a job; and at which commit that is looked up. */
import { groundFiles, readGround } from '../../core/dispatch/ground.ts';
import type { Job, JobPlace } from '../../core/dispatch/job.ts';
import type { Task } from '../../core/model.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ground } from '../tasks/check-done.ts';
import type { Ports } from '../ports.ts';
import { taskVerifiers } from '../tasks/task-verifiers.ts';
import type { View } from '../view.ts';
import { newestTip } from './bring-up-to-date.ts';

/** Where a branch that an earlier job began parts from what is merged: what that job changed is no ground for the next one. */
export async function groundCommit(ports: Ports, there: Ports, view: View): Promise<string | null> {
  const [newest, head] = await Promise.all([newestTip(ports, view), there.git.head()]);
  return newest === null || head.commit === null ? head.commit : ((await ports.git.mergeBase(newest, head.commit)) ?? head.commit);
}

/** `task` and `view`: as the dispatcher sees them. An agent that is newer than its ground is taken as it is. */
export async function groundOf({ git, location: { folder } }: Ports, view: View, job: Pick<Job, 'agent'>, place: JobPlace, task: Task): Promise<Result<Ground>> {
  const texts = await git.textsAt(place.ground, groundFiles(folder, job.agent));
  const { config, agent } = readGround(texts, folder, job.agent);
  const verifiers = taskVerifiers(view, folder, task, { config, agent: agent ?? view.survey.agents.find(({ id }) => id === job.agent) ?? null });
  return verifiers.ok ? done({ since: place.ground, verifiers: verifiers.value }) : verifiers;
}
