/** What an agent left, looked over before anything of it is kept: where it is, what it changed, whether that is its to change. */
import type { Job, JobPlace } from '../../core/dispatch/job.ts';
import { changesAnything, NO_CHANGE, provesItself } from '../../core/dispatch/no-change.ts';
import { CALLED_DONE } from '../../core/dispatch/recover.ts';
import { isRule } from '../../core/dispatch/rules.ts';
import { astrayWords, outsideScope } from '../../core/dispatch/scope.ts';
import type { Astray, ChangedPath } from '../../core/dispatch/scope.ts';
import { isTakeOver } from '../../core/documents/take-over.ts';
import type { Agent, Task } from '../../core/model.ts';
import { waitsFor } from '../../core/policy/handoff-inbox.ts';
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
  const { folder } = ports.location;
  const head = await there.git.head();
  if (head.branch !== place.branch || head.commit === null) return { reason: 'left-branch', message: `its agent left the branch ${place.branch ?? ''}${head.branch === null ? '' : ` for ${head.branch}`}` };
  const agent = view.survey.agents.find((one) => one.id === job.agent);
  if (agent === undefined) return { reason: 'no-such-agent', message: `the team has no agent ${job.agent} any more` };
  if ((await there.claims.read(task.id))?.claim?.state === 'done') return CALLED_DONE;
  const changed = await changedThere(ports, view, there, { agent: agent.id, base: place.base, head: head.commit, uncommitted });
  const astray = await astrayIn(there, view, { changed, agent, task });
  if (astray !== null) return { reason: 'outside-scope', message: astrayWords(astray, place.left, folder) };
  const paths = changed.map(({ path }) => path);
  const isNothing = !provesItself(task, agent) && !changesAnything(paths, task, folder);
  return isNothing ? NO_CHANGE : { rules: paths.filter((path) => isRule(path, folder)) };
}

/** What an earlier job left there that its agent may not change: it is merged with the rest, so it has to go, but the next one has not done it. */
export async function leftAstray(ports: Ports, there: Ports, view: View, { agent: id, task: taskId }: Job): Promise<readonly string[]> {
  const head = (await there.git.head()).commit;
  const agent = view.survey.agents.find((one) => one.id === id);
  const task = view.task(taskId ?? '');
  if (head === null || agent === undefined || task === null) return [];
  const changed = await changedThere(ports, view, there, { agent: id, base: head, head, uncommitted: await there.git.uncommitted(null) });
  return (await astrayIn(there, view, { changed, agent, task }))?.paths ?? [];
}

interface Work {
  readonly agent: string;
  /** Where it began, as far as nobody can tell what is merged. */
  readonly base: string;
  readonly head: string;
  readonly uncommitted: readonly string[];
}

/** Of what is on its branch alone. */
async function changedThere(ports: Ports, view: View, there: Ports, { agent, base, head, uncommitted }: Work): Promise<readonly ChangedPath[]> {
  const { git } = there;
  const since = (await git.mergeBase((await newestTip(ports, view)) ?? base, head)) ?? base;
  const committed = await git.changedPaths(since, head);
  const paths = [...new Set([...committed.map(({ path }) => path), ...uncommitted])];
  const known = await git.blobs(since, paths);
  const inbox = view.survey.handoffs.flatMap((line) => (known.has(line.file) && waitsFor(line, agent) ? [line.file] : []));
  const takeOvers = await takeOversIn(there, since, inbox, agent);
  return paths.map((path) => ({ path, isNew: !known.has(path), ...(takeOvers.has(path) ? { isTakeOver: true } : {}) }));
}

/** Of these handoffs, those of which nothing changed since a commit but that the agent took them over. */
async function takeOversIn({ git, files, location: { folder } }: Ports, since: string, handoffs: readonly string[], agent: string): Promise<ReadonlySet<string>> {
  const before = handoffs.length === 0 ? new Map<string, string>() : await git.textsAt(since, handoffs);
  const now = await Promise.all([...before].map(async ([file, text]) => (isTakeOver({ file, text, folder }, (await files.read(file)) ?? '', agent) ? [file] : [])));
  return new Set(now.flat());
}

async function astrayIn({ files, location: { folder } }: Ports, { survey }: View, { changed, agent, task }: { readonly changed: readonly ChangedPath[]; readonly agent: Agent; readonly task: Task }): Promise<Astray | null> {
  const outside = outsideScope(changed, agent, task, territoryOf(survey, folder));
  if (outside.length > 0) return { how: 'outside', paths: outside };
  const links = await files.linksOut(changed.map(({ path }) => path));
  if (links.length > 0) return { how: 'links', paths: links };
  const nested = changed.flatMap(({ path }) => (path.endsWith('/') ? [path] : []));
  return nested.length > 0 ? { how: 'nested', paths: nested } : null;
}
