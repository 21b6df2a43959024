/** What a draft says of the workspace as a whole, as coord.yaml holds it; what is there already stays as it is. */
import type { Writable } from '../documents/print-scalar.ts';
import { isRecord } from '../documents/with-value.ts';
import type { Config } from '../model.ts';
import type { Draft, DraftGroup, DraftPhase, DraftSetting, LeftOut, Origin, Sureness } from './draft.ts';
import { slugOf } from './slug.ts';

type Fields = Readonly<Record<string, Writable>>;

/** Ids in coord.yaml by the keys of the draft; null: it was not taken. */
export interface Shelves {
  readonly phase: (key: string) => string | null;
  readonly group: (key: string) => string | null;
}

export interface Settings {
  /** New keys, and new entries of mappings such as `groups` and `ownership`. In the order coord.yaml has. */
  readonly added: Fields;
  readonly leftOut: readonly LeftOut[];
}

export function shelvesOf(draft: Draft, config: Config | null): Shelves {
  const phases = idsOf(draft.phases, (config?.phases ?? []).map(({ id, name }) => ({ id, name: name ?? id })), 'phase');
  const groups = idsOf(draft.groups, Object.entries(config?.groups ?? {}).map(([id, { name }]) => ({ id, name: name ?? id })), 'group');
  const isClosed = (config?.phases ?? []).length > 0;
  const standing = new Set((config?.phases ?? []).map(({ id }) => id));
  return {
    phase: (key) => {
      const id = phases.get(key) ?? null;
      return id !== null && isClosed && !standing.has(id) ? null : id;
    },
    group: (key) => groups.get(key) ?? null,
  };
}

/** The ids of what is there by the same name, else new ones. */
function idsOf(shelves: readonly (Pick<DraftPhase | DraftGroup, 'key' | 'name'> & { readonly agent?: string | null })[], standing: readonly { readonly id: string; readonly name: string }[], prefix: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, name } of shelves) {
    const base = slugOf(key, prefix);
    const there = standing.find((one) => one.id === base && one.name.toLowerCase() === name.toLowerCase());
    let id = there?.id ?? base;
    for (let number = 2; taken.has(id) || (there === undefined && standing.some((one) => one.id === id)); number++) id = `${base}-${number}`;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

export function placeSettings(draft: Draft, config: Config | null, shelves: Shelves, agent: (name: string) => string, task: (key: string) => string | null): Settings {
  const leftOut: LeftOut[] = [];
  const keep = (text: string, origin: Origin, sureness: Sureness): void => void leftOut.push({ text, reason: 'kept', origin, sureness });
  const named = (name: string | null): string | null => (name === null || name === '' ? null : agent(name));
  const standingPhases = new Set((config?.phases ?? []).map(({ id }) => id));
  const phases = draft.phases.flatMap((phase) => {
    const id = shelves.phase(phase.key);
    if (id === null) keep(phase.name, phase.origin, phase.sureness);
    return id === null || standingPhases.has(id) ? [] : [phaseFields(id, phase, task)];
  });
  const groups = entries(draft.groups, config?.groups, (group) => shelves.group(group.key) ?? group.key, ({ name, agent: who, estimate }) => clean({ name, agent: named(who), estimate }), null);
  const areas = entries(draft.areas, config?.ownership, ({ name }) => slugOf(name, 'area').replaceAll('-', '_'), ({ owner, reviewers, decisionMaker, paths }) => clean({ owner: named(owner), reviewers: reviewers.map(agent), decision_maker: named(decisionMaker), paths }), keep);
  const channels = entries(draft.channels, config?.channels, ({ name }) => slugOf(name, 'channel'), ({ where, about }) => clean({ where, about }), null);
  const points = list(draft.syncPoints, config?.sync_points, ({ when, about }) => clean({ when, about }), ({ when }) => when, keep);
  const risks = list(draft.risks, config?.risks, ({ risk, owner, mitigation }) => clean({ risk, owner: named(owner), mitigation }), ({ risk }) => risk, keep);
  const [severities, targets, criteria] = (['severities', 'targets', 'criteria'] as const).map((key) => entries(draft.settings.filter((one) => one.key === key), config?.[key], ({ name }) => name, (one) => valueOf(one, agent), keep));
  return { added: clean({ ownership: areas, phases, groups, sync_points: points, severities: severities ?? {}, targets: targets ?? {}, risks, criteria: criteria ?? {}, channels }), leftOut };
}

function valueOf({ value, agents }: DraftSetting, agent: (name: string) => string): Writable {
  return agents.length > 0 && isRecord(value) ? { ...(value as Fields), agents: agents.map(agent) } : value;
}

function phaseFields(id: string, { name, mode, gate, start, length, continues, sync, about }: DraftPhase, task: (key: string) => string | null): Fields {
  return clean({ id, name, mode, gate: gate === null ? null : task(gate), start, length, continues: continues.flatMap((key) => task(key) ?? []), sync, about });
}

type Keep = (text: string, origin: Origin, sureness: Sureness) => void;

/** New entries of a mapping. `keep`: what to do with one whose name is taken; null: it is the same one. */
function entries<T extends { readonly origin: Origin; readonly sureness: Sureness }>(items: readonly T[], standing: Readonly<Record<string, unknown>> | null | undefined, idOf: (item: T) => string, fields: (item: T) => Writable, keep: Keep | null): Fields {
  const found = new Map<string, Writable>();
  for (const item of items) {
    const id = idOf(item);
    if (standing && Object.hasOwn(standing, id)) keep?.(id, item.origin, item.sureness);
    else if (!found.has(id)) found.set(id, fields(item));
  }
  return Object.fromEntries(found);
}

/** A list that is there is not added to: its order may mean something. */
function list<T extends { readonly origin: Origin; readonly sureness: Sureness }>(items: readonly T[], standing: readonly unknown[] | null | undefined, fields: (item: T) => Fields, text: (item: T) => string, keep: Keep): readonly Fields[] {
  if ((standing ?? []).length === 0) return items.map(fields);
  for (const item of items) if (!JSON.stringify(standing).includes(JSON.stringify(text(item)))) keep(text(item), item.origin, item.sureness);
  return [];
}

/** Without what says nothing. */
export function clean(fields: Fields): Fields {
  const filled: Record<string, Writable> = {};
  for (const key of Object.keys(fields)) {
    const value = fields[key] ?? null;
    if (!isEmpty(value)) filled[key] = value;
  }
  return filled;
}

function isEmpty(value: Writable): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
