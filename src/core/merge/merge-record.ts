/** Records of one tree as fields that can be compared one by one, under keys that mean the same in every tree. */
import type { Workspace } from '../documents/workspace.ts';
import { isRecord } from '../documents/with-value.ts';
import { agentIds, rosterOf } from '../documents/roster.ts';
import type { Place, Task } from '../model.ts';

export interface MergeRecord {
  /** A task's id in lower case; of all else the file, or the way into coord.yaml. */
  readonly key: string;
  /** As people call it. */
  readonly name: string;
  readonly task: Task | null;
  /** By the names that files give them. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** What the model calls otherwise than files do; elsewhere `waitsOn` is `waits_on`. */
const NAMES = {
  task: { title: 'task' },
  handoff: { from: 'from_agent', to: 'to_agent', completed: 'task_completed', ready: 'dependencies_ready' },
} as const;

/** Names of agents are resolved by one roster, so that a team that changed does not change what a record says. */
export function mergeRecords(workspace: Workspace, meant: Workspace): ReadonlyMap<string, MergeRecord> {
  const idOf = agentIds(rosterOf(meant.agents));
  const { tasks, handoffs, blockers, decisions, feedback, briefs, config, folder } = workspace;
  const records = [
    ...tasks.map((task) => taskRecord({ ...task, agent: task.agent === null ? null : idOf(task.agent) })),
    ...handoffs.map(({ place, ...fields }) => fileRecord(place, renamed(fields, NAMES.handoff))),
    ...[...blockers, ...decisions, ...feedback].map(({ place, ...fields }) => fileRecord(place, renamed(fields, {}))),
    ...briefs.map(({ fields, brief, place }) => fileRecord(place, { ...fields, brief })),
    ...settings(config, `${folder}/coord.yaml`),
  ];
  return onlyUnique(records);
}

/** Of two records with one key nobody can say which is meant: `duplicate-id` tells of them. */
function onlyUnique(records: readonly MergeRecord[]): ReadonlyMap<string, MergeRecord> {
  const unique = new Map(records.map((record) => [record.key, record]));
  const seen = new Set<string>();
  for (const { key } of records) {
    if (seen.has(key)) unique.delete(key);
    seen.add(key);
  }
  return unique;
}

function taskRecord(task: Task): MergeRecord {
  const { place, ...fields } = task;
  return { key: task.id.toLowerCase(), name: task.id, task, fields: renamed(fields, NAMES.task), place };
}

function fileRecord(place: Place, fields: Readonly<Record<string, unknown>>): MergeRecord {
  return { key: place.file, name: place.file.slice(place.file.lastIndexOf('/') + 1), task: null, fields, place };
}

function renamed(fields: object, names: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [names[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value as unknown]));
}

/** A member of the team, a verifier, an area: each entry of a mapping is a record of its own, and so is the rest. */
function settings(config: Workspace['config'], file: string): MergeRecord[] {
  const entries = Object.entries(config);
  const mappings = entries.flatMap(([name, value]) => (isRecord(value) ? Object.entries(value).map(([key, entry]) => ({ way: [name, key], entry })) : []));
  const rest = Object.fromEntries(entries.filter(([, value]) => !isRecord(value)));
  return [{ way: [] as string[], entry: rest as unknown }, ...mappings].map(({ way, entry }) => {
    const fields = isRecord(entry) ? entry : { [way.at(-1) ?? '']: entry };
    const name = way.length === 0 ? 'coord.yaml' : way.join('.');
    return { key: [file, ...way].join('\0'), name, task: null, fields, place: { file, pointer: isRecord(entry) ? way : way.slice(0, -1) } };
  });
}
