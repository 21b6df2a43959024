/**
 * What a source says of a plan, before any of it has a place in the workspace: the one form all readers give, whether they
 * read Markdown or another tool's files. Names stand in it as they were written; `place-draft` finds whom and what they mean.
 */
import type { Writable } from '../documents/print-scalar.ts';
import type { Kind, Priority, Status } from '../model.ts';

/** Where something was read: what the file is called, and the line, from 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

/** sure: its form says so; likely: form and place do; guess: only its words or its neighbours do. */
export const SURENESS = ['sure', 'likely', 'guess'] as const;
export type Sureness = (typeof SURENESS)[number];

interface Read {
  readonly origin: Origin;
  readonly sureness: Sureness;
}

export interface DraftDependency {
  /** An id as written, or the `key` of another task of this draft. */
  readonly on: string;
  readonly label: string | null;
}

export interface DraftTask extends Read {
  /** Tells it from all others of this draft: the id where it has one, else whatever the reader makes up. */
  readonly key: string;
  /** As written, where it has one; mapped to a valid id when it is placed. null: one is derived from what it says and where. */
  readonly id: string | null;
  readonly title: string;
  readonly kind: Kind;
  /** Name of an agent as written; null: for anyone. */
  readonly agent: string | null;
  readonly status: Status;
  /** 0 to 100; null: nothing is said. */
  readonly progress: number | null;
  readonly priority: Priority | null;
  /** Keys of a phase and a group of this draft. */
  readonly phase: string | null;
  readonly group: string | null;
  /** As the field of a task takes it: `3-4 hours`, or a number of hours. */
  readonly estimate: string | number | null;
  readonly deadline: string | null;
  readonly started: string | null;
  readonly completed: string | null;
  readonly dependencies: readonly DraftDependency[];
  readonly files: readonly string[];
  readonly actions: readonly string[];
  readonly acceptance: readonly string[];
  readonly artifacts: readonly string[];
  readonly approvers: readonly string[];
  readonly notes: string | null;
}

export interface DraftAgent extends Read {
  /** As people call it: `Backend Agent`. Its id is made of it. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly focus: string | null;
  readonly responsibilities: readonly string[];
  readonly skills: readonly string[];
  readonly expertise: readonly string[];
  readonly tools: readonly string[];
  readonly outputs: readonly string[];
  readonly criteria: readonly string[];
  readonly owns: readonly string[];
  /** Key of the phase it is active in. */
  readonly phase: string | null;
  readonly lead: string | null;
  readonly channel: string | null;
  readonly standup: string | null;
  readonly hours: string | null;
  readonly branch: string | null;
}

/** One agent waits for what another hands over. */
export interface DraftNeed extends Read {
  readonly agent: string;
  readonly from: string;
  readonly label: string | null;
}

export interface DraftPhase extends Read {
  readonly key: string;
  readonly name: string;
  readonly mode: 'parallel' | 'sequential';
  /** Key of a task of this draft: the gate at its end. */
  readonly gate: string | null;
  readonly start: string | null;
  /** As a duration. */
  readonly length: string | null;
  /** Keys of tasks of earlier phases that go on in this one. */
  readonly continues: readonly string[];
  /** When its agents come together, in words, and on what. */
  readonly sync: string | null;
  readonly about: readonly string[];
}

export interface DraftGroup extends Read {
  readonly key: string;
  readonly name: string;
  readonly agent: string | null;
  readonly estimate: string | number | null;
}

export interface DraftSyncPoint extends Read {
  /** `daily 09:00`, `weekly mon 10:00`, `on blocker`. */
  readonly when: string;
  readonly about: string | null;
}

export interface DraftArea extends Read {
  readonly name: string;
  readonly owner: string | null;
  readonly reviewers: readonly string[];
  readonly decisionMaker: string | null;
  readonly paths: readonly string[];
}

export interface DraftChannel extends Read {
  readonly name: string;
  readonly where: string | null;
  readonly about: readonly string[];
}

export interface DraftRisk extends Read {
  readonly risk: string;
  readonly owner: string | null;
  readonly mitigation: string | null;
}

/** An entry of a mapping in coord.yaml, as that holds it. */
export interface DraftSetting extends Read {
  readonly key: 'severities' | 'targets' | 'criteria';
  readonly name: string;
  readonly value: Writable;
  /** Names of those who are required, for its field `agents`; empty where it has none. */
  readonly agents: readonly string[];
}

/** Seen and not taken, and why; the words for a reason are in `present`. */
export interface LeftOut extends Read {
  readonly text: string;
  readonly reason: LeftOutReason;
}

export const LEFT_OUT_REASONS = [
  /** Belongs to no task: a tool, a criterion, a deliverable, a step of a process. */
  'no-task',
  /** Tells of a task that stands elsewhere. */
  'mention',
  /** A sample, program text or the like, in a fence. */
  'sample',
  /** Paths in words ("All backend files"), or outside of the repository. */
  'no-path',
  /** Waits for something that no source describes. */
  'unknown-dependency',
  /** Waits for itself. */
  'itself',
  /** The workspace has something of that name that says otherwise, or is kept in a form that is not added to. */
  'kept',
  /** The task was imported before, and is kept as it is in the workspace. */
  'differs',
  /** It was imported before, and the plan has it no more, or by another name. */
  'gone',
  /** Another task has that id. */
  'id-taken',
  /** Is done, though what it waited for is not. */
  'done-before',
  /** Who was to approve what is done already: approvals are not carried over. */
  'approved-there',
  /** A value that the field cannot hold. */
  'no-value',
  /** Said of a task or an agent, and no field of theirs is for it. */
  'no-field',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface Draft {
  readonly project: string | null;
  readonly timezone: string | null;
  readonly integration: string | null;
  readonly agents: readonly DraftAgent[];
  readonly needs: readonly DraftNeed[];
  readonly tasks: readonly DraftTask[];
  readonly groups: readonly DraftGroup[];
  readonly phases: readonly DraftPhase[];
  readonly syncPoints: readonly DraftSyncPoint[];
  readonly areas: readonly DraftArea[];
  readonly channels: readonly DraftChannel[];
  readonly risks: readonly DraftRisk[];
  readonly settings: readonly DraftSetting[];
  readonly leftOut: readonly LeftOut[];
}

export const EMPTY_DRAFT: Draft = { project: null, timezone: null, integration: null, agents: [], needs: [], tasks: [], groups: [], phases: [], syncPoints: [], areas: [], channels: [], risks: [], settings: [], leftOut: [] };

type KnownOfTask = Pick<DraftTask, 'id' | 'title' | 'origin' | 'sureness'> & Partial<Omit<DraftTask, 'key'>>;

/** A task of which only this is known; readers fill in what their source says. */
export function draftTask(known: KnownOfTask & Pick<DraftTask, 'key'>): DraftTask {
  return keyedTask(known.key, known);
}

/** The same with a key made up beside. */
export function keyedTask(key: string, known: KnownOfTask): DraftTask {
  const { id, title, origin, sureness, kind = 'task', agent = null, status = 'todo', progress = null, priority = null, phase = null, group = null } = known;
  const { estimate = null, deadline = null, started = null, completed = null, notes = null, dependencies = [], files = [], actions = [], acceptance = [], artifacts = [], approvers = [] } = known;
  // One by one: there are many, and spreading takes several times as long.
  return { key, id, title, origin, sureness, kind, agent, status, progress, priority, phase, group, estimate, deadline, started, completed, dependencies, files, actions, acceptance, artifacts, approvers, notes };
}

export function draftAgent(known: Pick<DraftAgent, 'name' | 'origin' | 'sureness'> & Partial<DraftAgent>): DraftAgent {
  const empty = { role: null, focus: null, phase: null, lead: null, channel: null, standup: null, hours: null, branch: null } as const;
  return { ...empty, aliases: [], responsibilities: [], skills: [], expertise: [], tools: [], outputs: [], criteria: [], owns: [], ...known };
}

/** Of which no more is known than its name. */
export function draftPhase(key: string, name: string, origin: Origin): DraftPhase {
  return { key, name, mode: 'parallel', gate: null, start: null, length: null, continues: [], sync: null, about: [], origin, sureness: 'sure' };
}

/** What keeps a plan from being one: told all together, and nothing is written. */
export type DraftFault =
  | { readonly code: 'duplicate-id'; readonly id: string; readonly origins: readonly Origin[] }
  | { readonly code: 'contradictory-states'; readonly id: string; readonly states: readonly Status[]; readonly origins: readonly Origin[] }
  | { readonly code: 'unreadable-source'; readonly reason: string; readonly origins: readonly Origin[] }
  | { readonly code: 'dependency-cycle'; readonly path: readonly string[]; readonly origins: readonly Origin[] };

/** What a reader answers. */
export interface Reading {
  readonly draft: Draft;
  readonly faults: readonly DraftFault[];
}

/** A text to read, by what it is called in `Origin`: its path in the repository, or its name where it lies outside. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

export type Reader = (sources: readonly SourceText[]) => Reading;
