/** What has been found in the documents so far: filled by the rules, one after another, and read when all are through. */
import type { Status } from '../../model.ts';
import type { Draft, DraftAgent, DraftDependency, DraftTask, LeftOutReason, Origin, Sureness } from '../draft.ts';
import { draftAgent, draftPhase, keyedTask } from '../draft.ts';
import { KnownNames } from './known-names.ts';
import type { Flow } from './mermaid.ts';
import type { Bar } from './mermaid-gantt.ts';
import { Numbers } from './numbers.ts';
import type { List } from './outline.ts';
import { Shelf } from './shelf.ts';
import { normal, oneLine } from './clean-text.ts';
import { EVERYBODY, isOne } from './vocabulary.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
export type OpenTask = Mutable<DraftTask>;
export type OpenAgent = Mutable<DraftAgent>;
export type OpenPhase = Mutable<Draft['phases'][number]>;
export type OpenGroup = Mutable<Draft['groups'][number]>;

export class Findings {
  tasks: OpenTask[] = [];
  readonly agents: OpenAgent[] = [];
  readonly phases = new Shelf<OpenPhase>();
  readonly groups = new Shelf<OpenGroup>();
  readonly flows: { readonly flow: Flow; readonly file: string; readonly line: number; readonly above: string }[] = [];
  readonly gantts: { readonly bars: readonly Bar[]; readonly file: string }[] = [];
  /** Nodes of the flowcharts of all documents: what is headed by one of them is its description. */
  readonly nodes = new Set<string>();
  /** Lists of those who work. */
  readonly people = new Set<List>();
  /** Lists at the end of a document that say what a last phase does. */
  readonly closing = new Set<List>();
  /** Tasks that are items of an ordered list. */
  readonly numbered = new Numbers<OpenTask>();
  /** States that were said of a task in so many words or boxes. */
  readonly stated = new Map<string, readonly Status[]>();
  readonly needs: Draft['needs'][number][] = [];
  readonly syncPoints: Draft['syncPoints'][number][] = [];
  readonly areas: Draft['areas'][number][] = [];
  readonly channels: Draft['channels'][number][] = [];
  readonly risks: Draft['risks'][number][] = [];
  readonly settings: Draft['settings'][number][] = [];
  readonly leftOut: Draft['leftOut'][number][] = [];
  #count = 0;
  readonly #agentByName = new Map<string, OpenAgent>();
  readonly #placeOf = new Map<OpenAgent, number>();
  readonly #names = new KnownNames();

  /** Its lists are its own: nothing of `known` is one. */
  addTask(known: Omit<Parameters<typeof keyedTask>[1], ListField>): OpenTask {
    const task = keyedTask(`task ${++this.#count}`, known) as unknown as OpenTask;
    this.tasks.push(task);
    return task;
  }

  /** The agent of that name, which is made where there is none yet. */
  agentCalled(name: string, origin: Origin, sureness: Sureness): OpenAgent {
    const known = sureness === 'sure' ? this.#names.exactly(name) : this.resolve(name);
    const found = known === null ? undefined : this.agent(known);
    if (found !== undefined) return found;
    const agent = { ...draftAgent({ name, origin, sureness }) } as unknown as OpenAgent;
    this.#placeOf.set(agent, this.agents.push(agent) - 1);
    this.#agentByName.set(name, agent);
    this.#names.add(name);
    return agent;
  }

  /** The agent that is called just so. */
  agent(name: string): OpenAgent | undefined {
    return this.#agentByName.get(name);
  }

  /** One of the agents that were found before `count` were. */
  isAmongFirst(name: string, count: number): boolean {
    const agent = this.#agentByName.get(name);
    return agent !== undefined && (this.#placeOf.get(agent) ?? 0) < count;
  }

  addAlias(agent: OpenAgent, alias: string): void {
    agent.aliases.push(alias);
    this.#names.addAlias(agent.name, alias);
  }

  /** The name of the agent that is meant; of everybody as it stands; null: nobody is known by it. */
  resolve(name: string): string | null {
    const text = oneLine(name);
    if (text === '' || text.length > 80) return null;
    return this.#names.meant(text) ?? (isOne(normal(text), EVERYBODY) ? text : null);
  }

  /** The same, as long as it is an agent. */
  agentMeant(name: string): string | null {
    const known = this.resolve(name);
    return known !== null && this.#agentByName.has(known) ? known : null;
  }

  /** A phase of its own for each place that opens one; names that are alike are told apart by what stands above them. */
  addPhase(key: string, name: string, origin: Origin): OpenPhase {
    return this.phases.add(draftPhase(this.phases.freeKey(key, key), name, origin) as unknown as OpenPhase);
  }

  phase(key: string | null): OpenPhase | null {
    return key === null ? null : this.phases.get(key);
  }

  addGroup(name: string, agent: string | null, estimate: string | null, origin: Origin): OpenGroup {
    const first = this.groups.called(name) === null ? name : `${agent ?? ''} ${name}`.trim();
    return this.groups.add({ key: this.groups.freeKey(first, name), name, agent, estimate, origin, sureness: 'likely' });
  }

  state(task: OpenTask, status: Status): void {
    const said = this.stated.get(task.key);
    if (said === undefined) this.stated.set(task.key, ALONE[status]);
    else if (!said.includes(status)) this.stated.set(task.key, [...said, status]);
    // An open box beside "in progress" takes nothing back.
    if (!(status === 'todo' && task.status !== 'todo')) task.status = status;
  }

  leave(text: string, reason: LeftOutReason, origin: Origin, sureness: Sureness = 'likely'): void {
    const short = oneLine(text);
    if (short !== '') this.leftOut.push({ text: short.length > 200 ? `${short.slice(0, 199)}…` : short, reason, origin, sureness });
  }
}

/** Of most tasks one thing is said, and there are many. */
const ALONE: Readonly<Record<Status, readonly Status[]>> = { todo: ['todo'], in_progress: ['in_progress'], review: ['review'], done: ['done'], cancelled: ['cancelled'] };

type ListField = 'dependencies' | 'files' | 'actions' | 'acceptance' | 'artifacts' | 'approvers';

export function depend(task: OpenTask, on: string, label: string | null = null): void {
  const dependency: DraftDependency = { on, label };
  if (on !== task.key && !task.dependencies.some((one) => one.on === on)) task.dependencies.push(dependency);
}
