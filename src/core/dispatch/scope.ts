/** What an agent that was run may have changed: its own paths, and of the workspace what an agent writes of its own work. */
import { agentList } from '../agent-list.ts';
import { fileKind } from '../documents/file-kind.ts';
import type { FileKind } from '../documents/file-kind.ts';
import type { Agent, Task } from '../model.ts';
import { matches } from '../policy/overlap.ts';
import { checkScope } from '../policy/scope.ts';
import type { Territory } from '../policy/scope.ts';
import { isRule, namesRule } from './rules.ts';

export interface ChangedPath {
  readonly path: string;
  /** It was not there before. */
  readonly isNew: boolean;
  /** A handoff of which nothing changed but that the agent took it over. */
  readonly isTakeOver?: true;
}

/** Records that an agent may add: what it found out, handed over, or waits for. It changes none of others. */
const MAY_ADD: ReadonlySet<FileKind> = new Set<FileKind>(['handoff', 'decision', 'feedback', 'blocker']);

/** What bounds an agent on a task, as plain data: it may be held to it by a process that reads no workspace. */
export interface Grounds {
  readonly agent: string;
  /** Globs of the only paths it may change; empty: those of its task and its own. */
  readonly writes: readonly string[];
  /** `file`: the one that the task stands in. */
  readonly task: { readonly id: string; readonly files: readonly string[]; readonly artifacts: readonly string[]; readonly file: string } | null;
  readonly territory: Territory;
}

export function groundsOf(agent: Agent, task: Task | null, territory: Territory): Grounds {
  return { agent: agent.id, writes: agentList(agent, 'writes'), task: task === null ? null : { id: task.id, files: task.files, artifacts: task.artifacts, file: task.place.file }, territory };
}

/** Paths that were out of bounds. */
export function outsideScope(changed: readonly ChangedPath[], agent: Agent, task: Task | null, territory: Territory): readonly string[] {
  return outsideGrounds(changed, groundsOf(agent, task, territory));
}

/**
 * `writes` of the agent is the bound where it is given, else the files of the task, what it is to leave, and what the agent owns, as
 * everywhere. What work is held to has to be named there; no wildcard gives it.
 */
export function outsideGrounds(changed: readonly ChangedPath[], grounds: Grounds): readonly string[] {
  const { writes, task } = grounds;
  const { folder } = grounds.territory;
  const isRecord = ({ path }: ChangedPath): boolean => path.startsWith(`${folder}/`);
  const isAllowed = ({ path }: ChangedPath): boolean => writes.some((glob) => matches(glob, path));
  const isUnnamed = ({ path }: ChangedPath): boolean => isRule(path, folder) && !namesRule(givenTo(grounds), path, folder);
  const rules = changed.filter(isUnnamed);
  const others = changed.filter((change) => !isUnnamed(change));
  const records = others.filter((change) => isRecord(change) && !isAllowed(change) && !isOwnRecord(change, task, folder));
  const files = others.filter((change) => !isRecord(change));
  const beyond = writes.length > 0 ? files.filter((change) => !isAllowed(change)).map(({ path }) => path) : strayed(files, grounds);
  return [...[...rules, ...records].map(({ path }) => path), ...beyond].sort();
}

function givenTo({ writes, task, agent, territory }: Grounds): readonly string[] {
  if (writes.length > 0) return writes;
  const owned = territory.owned.flatMap(({ glob, owner }) => (owner === agent ? [glob] : []));
  return [...(task === null ? [] : [...task.files, ...task.artifacts]), ...owned];
}

const MOST_NAMED = 10;

/** Why a job failed whose agent changed these paths; kept with the job. `folder`: of the workspace. */
export function outsideWords(outside: readonly string[], folder: string): string {
  const rule = outside.find((path) => isRule(path, folder));
  const why = rule === undefined ? '' : `; settings, agents and CI are changed only where they are named, as ${rule}, and by no wildcard`;
  return `it changed what it may not: ${some(outside)}${why}`;
}

/** What was changed though nobody may. */
export interface Astray {
  /** links: such as lead out of the repository. nested: repositories within it, whose files would not be kept. */
  readonly how: 'outside' | 'links' | 'nested';
  readonly paths: readonly string[];
}

/** Why a job failed; `left`: paths that were so before its agent began. */
export function astrayWords({ how, paths }: Astray, left: readonly string[], folder: string): string {
  const own = paths.filter((path) => !left.includes(path));
  if (own.length === 0) return `an earlier run left what it may not change, which is still there: ${some(paths)}; take it back in its worktree first`;
  switch (how) {
    case 'outside':
      return outsideWords(own, folder);
    case 'links':
      return `it made symbolic links that lead out of the repository: ${some(own)}`;
    case 'nested':
      return `it made repositories within the repository, whose files would not be kept: ${some(own)}`;
  }
}

function some(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What its verifiers would see is not what is committed. */
export function hiddenWords(hidden: readonly string[]): string {
  return `it told git not to look at files, so that what is proven is not what is committed: ${some(hidden)}`;
}

function strayed(files: readonly ChangedPath[], { agent, task, territory }: Grounds): readonly string[] {
  return checkScope(files.map(({ path }) => path), { agents: [agent], tasks: task === null ? [] : [task] }, territory).map(({ place }) => place.file);
}

function isOwnRecord({ path, isNew, isTakeOver }: ChangedPath, task: Grounds['task'], folder: string): boolean {
  return isTakeOver === true || (task !== null && path === task.file) || (isNew && MAY_ADD.has(fileKind(path.slice(folder.length + 1))));
}
