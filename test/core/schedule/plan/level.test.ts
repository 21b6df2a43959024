import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProject } from '../../../../src/core/schedule/plan/create-project.ts';
import { makePlan } from '../../../../src/core/schedule/plan/make-plan.ts';
import { level } from '../../../../src/core/schedule/plan/level.ts';
import { leastFinish } from '../../../../src/core/schedule/plan/worth.ts';
import { makeWorkspace } from '../../../support/records.ts';
import { MONDAY, arbitraryPlan } from '../../../support/arbitrary-plans.ts';
import { mayMeet, mostAtOnce, shortestFinish, worksAt } from '../../../support/brute-force-plan.ts';

const MINUTE = 60_000;

describe('a plan', () => {
  it('keeps every rule', () => {
    fc.assert(
      fc.property(arbitraryPlan({ most: 14, agents: 3 }), ({ source, tasks, agents }) => {
        const plan = makePlan(source);
        expect(plan.unplaced).toEqual([]);
        expect(plan.tasks.map(({ task }) => task.id).sort()).toEqual(tasks.map(({ id }) => id).sort());
        const byId = new Map(plan.tasks.map((planned) => [planned.task.id, planned]));
        for (const one of plan.tasks) {
          for (const { id } of one.task.dependencies) expect(byId.get(id)?.end).toBeLessThanOrEqual(one.start);
          expect(one.task.agent ?? one.agent).toBe(one.agent);
          const hours = agents.find(({ id }) => id === one.agent)?.more['hours'];
          const halves = Array.from({ length: (one.end - one.start) / (30 * MINUTE) }, (_, index) => worksAt(hours, one.start + index * 30 * MINUTE));
          expect(halves.filter(Boolean).length * 30).toBe(one.task.estimate);
          expect([halves[0], halves.at(-1)]).toEqual([true, true]);
          for (const other of plan.tasks) {
            if (other === one || (other.agent !== one.agent && !mayMeet(one.task, other.task))) continue;
            expect(one.end <= other.start || other.end <= one.start).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends between its bounds: the longest chain, and all work one after another', () => {
    fc.assert(
      fc.property(arbitraryPlan({ most: 14, agents: 3, free: true }), ({ source, tasks }) => {
        const { finish, critical, least } = makePlan(source);
        expect(finish - MONDAY).toBeGreaterThanOrEqual(critical.work);
        expect(finish).toBeGreaterThanOrEqual(least);
        expect(finish - MONDAY).toBeLessThanOrEqual(tasks.reduce((sum, { estimate }) => sum + (estimate ?? 0) * MINUTE, 0));
      }),
      { numRuns: 40 },
    );
  });

  it('is the shortest there is, where it is small', () => {
    fc.assert(
      fc.property(arbitraryPlan({ most: 5, agents: 2 }), ({ source, tasks, agents }) => {
        const { project } = createProject(source);
        const { finish } = level(project);
        const shortest = shortestFinish(tasks, agents, MONDAY);
        expect(finish).toBe(shortest);
        expect(leastFinish(project)).toBeLessThanOrEqual(shortest);
      }),
      { numRuns: 60 },
    );
  });

  it('never has more at work than limits.agents, and is the shortest of those that have not', () => {
    fc.assert(
      fc.property(arbitraryPlan({ most: 12, agents: 4, limit: 2 }), ({ source }) => {
        const { tasks, least, finish } = makePlan(source);
        expect(mostAtOnce(tasks)).toBeLessThanOrEqual(2);
        expect(least).toBeLessThanOrEqual(finish);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(arbitraryPlan({ most: 5, agents: 3, limit: 2 }), ({ source, tasks, agents }) => {
        const { project } = createProject(source);
        const shortest = shortestFinish(tasks, agents, MONDAY, 2);
        expect(level(project).finish).toBe(shortest);
        expect(leastFinish(project)).toBeLessThanOrEqual(shortest);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same each time, whatever the order of files', () => {
    fc.assert(
      fc.property(arbitraryPlan({ most: 10, agents: 2 }), ({ source, tasks, agents }) => {
        const turned = { ...source, ...makeWorkspace({ tasks: [...tasks].reverse(), agents }) };
        expect(JSON.stringify(makePlan(turned))).toBe(JSON.stringify(makePlan(source)));
      }),
      { numRuns: 20 },
    );
  });
});
