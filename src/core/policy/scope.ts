/** Whether a change keeps to the paths of who made it: those of its tasks, and those its agents own. */
import { fileKind } from '../documents/file-kind.ts';
import type { FileKind } from '../documents/file-kind.ts';
import type { Task } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { Survey } from '../survey.ts';
import { ownedGlobs, ownersOf } from './owners.ts';
import type { OwnedGlob } from './owners.ts';
import { matches } from './overlap.ts';

/** Who made a change, and for what; usually one of each. */
export interface Actors {
  readonly agents: readonly string[];
  readonly tasks: readonly Pick<Task, 'id' | 'files' | 'artifacts'>[];
}

export interface Territory {
  readonly owned: readonly OwnedGlob[];
  /** The workspace folder. */
  readonly folder: string;
}

export function territoryOf({ config, agents }: Pick<Survey, 'config' | 'agents'>, folder: string): Territory {
  return { owned: ownedGlobs(config, agents), folder };
}

/** The files of a task say what it may touch, whoever owns that; so do the artifacts that it is to leave. What nobody owns is for those who are limited to nothing. */
export function checkScope(paths: readonly string[], { agents, tasks }: Actors, { owned, folder }: Territory): Problem[] {
  const meant = tasks.flatMap(({ files, artifacts }) => [...files, ...artifacts]);
  const isActor = (owner: string): boolean => agents.includes(owner);
  const isLimited = tasks.some(({ files }) => files.length > 0) || owned.some(({ owner }) => isActor(owner));
  const names = { agents, tasks: tasks.map(({ id }) => id) };
  return paths.filter((path) => !isRecord(folder, path) && !meant.some((glob) => matches(glob, path))).flatMap((path) => {
    const owners = ownersOf(owned, path);
    if (owners.some(isActor)) return [];
    if (owners.length > 0) return [problem('owned-by-another', { file: path }, { path, owners, ...names })];
    return isLimited ? [problem('outside-scope', { file: path }, { path, ...names })] : [];
  });
}

/** Files that verbs write for everybody: no change is out of scope because of them. Settings and agents are none. */
const RECORDS: ReadonlySet<FileKind> = new Set<FileKind>(['tasks', 'handoff', 'decision', 'feedback', 'blocker', 'status-page', 'page']);

function isRecord(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`) && RECORDS.has(fileKind(path.slice(folder.length + 1)));
}
