/** What an agent left, looked over before anything of it is kept: where it is, what it changed, whether that is its to change. */
import type { Job, JobPlace } from '../../core/dispatch/job.ts';
import { changesAnything, NO_CHANGE, provesItself } from '../../core/dispatch/no-change.ts';
import { CALLED_DONE } from '../../core/dispatch/recover.ts';
import { isRule } from '../../core/dispatch/rules.ts';
import { linksWords, nestedWords, outsideScope, outsideWords } from '../../core/dispatch/scope.ts';
import type { Agent, Task } from '../../core/model.ts';
import { territoryOf } from '../../core/policy/scope.ts';
import { newestTip } from './bring-up-to-date.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface Left {
  readonly job: Job;
  readonly task: Task;
  readonly place: JobPlace;
  /** In the job's worktree. */
  readonly there: Ports;
  readonly uncommitted: readonly string[];
}

export type LookedOver = { readonly reason: string; readonly message: string } | { /** What it changed of what work is held to, as its bounds allow. */ readonly rules: readonly string[] };

export async function lookOver(ports: Ports, view: View, { job, task, place, there, uncommitted }: Left): Promise<LookedOver> {
  const head = await there.git.head();
  if (head.branch !== place.branch || head.commit === null) return { reason: 'left-branch', message: `its agent left the branch ${place.branch ?? ''}${head.branch === null ? '' : ` for ${head.branch}`}` };
  const agent = view.survey.agents.find((one) => one.id === job.agent);
  if (agent === undefined) return { reason: 'no-such-agent', message: `the team has no agent ${job.agent} any more` };
  if ((await there.claims.read(task.id))?.claim?.state === 'done') return CALLED_DONE;
  const base = (await there.git.mergeBase((await newestTip(ports, view)) ?? place.base, head.commit)) ?? place.base;
  const committed = await there.git.changedPaths(base, head.commit);
  const paths = [...new Set([...committed.map(({ path }) => path), ...uncommitted])];
  const known = await there.git.blobs(base, paths);
  return judge(there, view, { paths, known, agent, task });
}

interface Change {
  readonly paths: readonly string[];
  /** What was there before. */
  readonly known: ReadonlyMap<string, string>;
  readonly agent: Agent;
  readonly task: Task;
}

async function judge({ files, location: { folder } }: Ports, { survey }: View, { paths, known, agent, task }: Change): Promise<LookedOver> {
  const outside = outsideScope(paths.map((path) => ({ path, isNew: !known.has(path) })), agent, task, territoryOf(survey, folder));
  if (outside.length > 0) return { reason: 'outside-scope', message: outsideWords(outside, folder) };
  const links = await files.linksOut(paths);
  if (links.length > 0) return { reason: 'outside-scope', message: linksWords(links) };
  const nested = paths.filter((path) => path.endsWith('/'));
  if (nested.length > 0) return { reason: 'outside-scope', message: nestedWords(nested) };
  const isNothing = !provesItself(task, agent) && !changesAnything(paths, task, folder);
  return isNothing ? NO_CHANGE : { rules: paths.filter((path) => isRule(path, folder)) };
}
