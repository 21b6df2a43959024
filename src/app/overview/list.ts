/** Tasks by what is asked of them, in order of id. */
import type { Kind, Priority, Status, Task } from '../../core/model.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { nearest } from '../../core/nearest.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { claimedStatus } from '../../core/schedule/claimed-status.ts';
import { overdueTasks } from '../../core/schedule/overdue-tasks.ts';
import { compareIds } from '../../core/schedule/ranking.ts';
import { findAgent } from '../find-agent.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import type { LiveClaim, LiveClaims } from '../claims/live-claims.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

/** null: not asked about. */
export interface ListRequest {
  readonly status: readonly Status[] | null;
  readonly priority: readonly Priority[] | null;
  readonly kind: readonly Kind[] | null;
  readonly agent: string | null;
  readonly phase: string | null;
  readonly group: string | null;
  readonly text: string | null;
  readonly ready: boolean;
  readonly overdue: boolean;
}

export interface ListedTask extends Task {
  /** null: nobody ever claimed it. */
  readonly claim: LiveClaim | null;
}

export interface ListAnswer {
  readonly tasks: readonly ListedTask[];
  readonly problems: readonly PlacedProblem[];
}

export async function list(ports: Ports, request: ListRequest): Promise<Result<ListAnswer>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const { tasks } = view.workspace();
  const agent = agentAsked(view, tasks, request.agent);
  if (!agent.ok) return agent;
  const part = unknownPart(view, tasks, 'phase', request.phase) ?? unknownPart(view, tasks, 'group', request.group);
  if (part !== null) return part;
  const among = idsAmong(view, claims, ports.clock.now().getTime(), request);
  const continued = continuedIn(view, request.phase);
  const isAsked = (task: ListedTask): boolean => fits(task, { ...request, agent: agent.value }, continued) && among.every((ids) => ids.has(task.id.toLowerCase()));
  const listed = tasks.map((task): ListedTask => ({ ...task, claim: claims.get(task.id.toLowerCase()) ?? null }));
  return done({ tasks: listed.filter(isAsked).sort((one, other) => compareIds(one.id, other.id)), problems: view.survey.problems });
}

/** A name that only tasks use can be asked for too: that is how its tasks are found and given to somebody. */
function agentAsked(view: View, tasks: readonly Task[], name: string | null): Result<string | null> {
  if (name === null || tasks.some(({ agent }) => agent === name)) return done(name);
  return findAgent(view, name);
}

/** null: there is such a phase or group, or none was asked for. What only tasks name counts too. */
function unknownPart({ survey: { config } }: View, tasks: readonly Task[], part: 'phase' | 'group', name: string | null): Result<never> | null {
  if (name === null) return null;
  const defined = part === 'phase' ? (config.phases ?? []).map(({ id }) => id) : Object.keys(config.groups ?? {});
  const known = [...new Set([...defined, ...tasks.flatMap((task) => task[part] ?? [])])];
  return known.some((one) => same(one, name)) ? null : refused('no-such-part', { part, name, nearest: nearest(name, known), known });
}

function idsAmong(view: View, claims: LiveClaims, now: number, { ready, overdue }: ListRequest): ReadonlySet<string>[] {
  const among: (readonly { readonly id: string }[])[] = [];
  if (ready) among.push(freeTasks(view, claims, true).free);
  if (overdue) among.push(overdueTasks(view.survey, now));
  return among.map((rows) => new Set(rows.map(({ id }) => id.toLowerCase())));
}

/** Tasks of earlier phases that go on in this one. */
function continuedIn({ survey }: View, phase: string | null): ReadonlySet<string> {
  const asked = (survey.config.phases ?? []).filter(({ id }) => phase !== null && same(id, phase));
  return new Set(asked.flatMap(({ continues }) => continues ?? []).map((id) => id.toLowerCase()));
}

function fits(task: ListedTask, { status, priority, kind, agent, phase, group, text }: ListRequest, continued: ReadonlySet<string>): boolean {
  return (
    (status?.includes(claimedStatus(task)) ?? true) &&
    (priority?.includes(task.priority) ?? true) &&
    (kind?.includes(task.kind) ?? true) &&
    (agent === null || task.agent === agent) &&
    (phase === null || same(task.phase, phase) || continued.has(task.id.toLowerCase())) &&
    (group === null || same(task.group, group)) &&
    (text === null || [task.id, task.title, task.notes ?? ''].some((field) => field.toLowerCase().includes(text.toLowerCase())))
  );
}

function same(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
