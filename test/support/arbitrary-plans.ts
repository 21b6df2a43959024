/** Small workspaces to be planned, with hours, files, dependencies and tasks for anyone. */
import fc from 'fast-check';
import type { Agent, Task } from '../../src/core/model.ts';
import type { PlanSource } from '../../src/core/schedule/plan/create-project.ts';
import { makeAgent, makeTask, makeWorkspace } from './records.ts';

/** A Monday, 08:00 in UTC. */
export const MONDAY = Date.parse('2025-08-11T08:00:00Z');

export interface SmallPlan {
  readonly tasks: readonly Task[];
  readonly agents: readonly Agent[];
  readonly source: PlanSource;
}

const HOURS = ['24/7', 'mon-fri 09:00-17:00', 'daily 08:00-10:00, 13:00-14:30', 'mon,wed 22:00-02:00'];

/** Estimates are whole half-hours. `free`: no hours and no files, so that only hands are scarce. `limit`: so many may be at work at once. */
export function arbitraryPlan({ most, agents, free = false, limit = null }: { readonly most: number; readonly agents: number; readonly free?: boolean; readonly limit?: number | null }): fc.Arbitrary<SmallPlan> {
  const task = fc.record({
    halves: fc.integer({ min: 1, max: 8 }),
    agent: fc.integer({ min: -1, max: agents - 1 }),
    files: free ? fc.constant([]) : fc.subarray(['a/**', 'a/b', 'c', '*'], { maxLength: 1 }),
    waits: fc.array(fc.nat({ max: most }), { maxLength: 2 }),
  });
  const hours = fc.array(free ? fc.constant('24/7') : fc.constantFrom(...HOURS), { minLength: agents, maxLength: agents });
  return fc.tuple(fc.array(task, { minLength: 1, maxLength: most }), hours).map(([drawn, named]) => {
    const team = named.map((text, at) => makeAgent({ id: `agent-${at}`, more: { hours: text } }));
    const tasks = drawn.map(({ halves, agent, files, waits }, at) =>
      makeTask({ id: `T${at}`, estimate: halves * 30, agent: agent < 0 ? null : `agent-${agent}`, files, dependencies: [...new Set(waits.filter((other) => other < at))].map((other) => `T${other}`) }),
    );
    return { tasks, agents: team, source: { ...makeWorkspace({ tasks, agents: team, config: { protocol: 1, limits: { agents: limit } } }), underway: new Map(), start: MONDAY } };
  });
}
