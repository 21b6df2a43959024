/** Starts agents on tasks that are ready, several at once, until nothing is left that can be started. */
import { beginDispatch, choose, tooMany } from '../../core/dispatch/decide.ts';
import { budgetsOf } from '../../core/dispatch/limits.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { findAgent } from '../find-agent.ts';
import { findTask } from '../find-task.ts';
import { integrationTip } from '../integration.ts';
import type { DispatchScope } from './candidates.ts';
import { dispatchLoop } from './dispatch-loop.ts';
import type { Beginning, LookingOn, Worked } from './dispatch-loop.ts';
import { look } from './look.ts';
import { notStarted } from './not-started.ts';
import { openToWrite } from '../open-to-write.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface DispatchRequest extends LookingOn {
  /** As typed. */
  readonly agent: string | null;
  readonly task: string | null;
  /** null: as coord.yaml says. */
  readonly max: number | null;
  readonly watches: boolean;
  readonly dryRun: boolean;
}

export interface DispatchAnswer extends Omit<Worked, 'why'> {
  /** With a dry run: what would be started now. */
  readonly wouldStart: readonly { readonly task: string; readonly agent: string }[];
  readonly why: Worked['why'] | 'dry-run';
}

export async function dispatch(ports: Ports, request: DispatchRequest): Promise<Result<DispatchAnswer>> {
  const opened = await openToWrite(ports);
  if (!opened.ok) return opened;
  const scope = scopeOf(opened.value, request);
  if (!scope.ok) return scope;
  const ground = await groundFor(ports, opened.value);
  if (!ground.ok) return ground;
  const max = request.max ?? budgetsOf(opened.value.survey.config).agents;
  const beginning = { scope: scope.value, view: opened.value, state: beginDispatch({ max, watches: request.watches }) };
  const dispatched = await (request.dryRun ? preview(ports, beginning) : workAlone(ports, request, beginning));
  return dispatched.ok && isNothing(dispatched.value) ? orWhyNot(ports, scope.value, dispatched) : dispatched;
}

async function workAlone(ports: Ports, request: DispatchRequest, beginning: Beginning): Promise<Result<DispatchAnswer>> {
  const working = await ports.dispatching.begin();
  if (!working.ok) return working;
  try {
    const worked = await dispatchLoop(ports, request, beginning);
    return worked.ok ? done({ ...worked.value, wouldStart: [] }) : worked;
  } finally {
    working.value();
  }
}

function isNothing({ jobs, wouldStart, waiting, skipped, stopFile }: DispatchAnswer): boolean {
  return [jobs, wouldStart, waiting, skipped].every((some) => some.length === 0) && stopFile === null;
}

/** Whoever names a task is told why nothing came of it. */
async function orWhyNot(ports: Ports, scope: DispatchScope, answer: Result<DispatchAnswer>): Promise<Result<DispatchAnswer>> {
  const why = await notStarted(ports, scope);
  return why.ok ? answer : why;
}

/** Where all work begins and comes together: without that every job would fail, one after another. */
async function groundFor(ports: Ports, { survey }: View): Promise<Result<string | null>> {
  const { commit } = await ports.git.head();
  return commit === null ? refused('no-first-commit', { verb: 'dispatch' }) : integrationTip(ports, survey.config);
}

function scopeOf(view: View, { agent, task }: DispatchRequest): Result<DispatchScope> {
  const agentId = agent === null ? done(null) : findAgent(view, agent);
  if (!agentId.ok) return agentId;
  const found = task === null ? done(null) : findTask(view, task);
  return found.ok ? done({ agent: agentId.value, task: found.value?.id ?? null }) : found;
}

async function preview(ports: Ports, { scope, state }: Beginning): Promise<Result<DispatchAnswer>> {
  const looked = await look(ports, scope, []);
  if (!looked.ok) return looked;
  const { event, skipped, stopFile } = looked.value;
  const { starts, waiting } = choose(state, event.candidates, tooMany(event));
  return done({ jobs: [], wouldStart: stopFile === null ? starts : [], waiting, skipped, why: 'dry-run', stopFile });
}
