import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeSurvey } from '../../src/core/take-survey.ts';
import type { Config, Task } from '../../src/core/model.ts';
import type { Survey } from '../../src/core/survey.ts';
import { arbitraryBlockers, arbitraryPhases, arbitraryTasks } from '../support/arbitrary-tasks.ts';
import { runs } from '../support/arbitrary-runs.ts';
import { makeAgent, makeBlocker, makeTask, makeWorkspace } from '../support/records.ts';

function surveyOf(tasks: readonly Task[], config: Config = {}, more: Parameters<typeof makeWorkspace>[0] = {}): Survey {
  const { workspace, graph } = makeWorkspace({ ...more, tasks, config });
  return takeSurvey(workspace, graph, () => []);
}

describe('the survey', () => {
  it('goes through JSON and back unchanged: it is kept as such', () => {
    const property = fc.property(arbitraryTasks(), arbitraryPhases, arbitraryBlockers, (tasks, config, blockers) => {
      const survey = surveyOf(tasks, config, { blockers });
      expect(JSON.parse(JSON.stringify(survey))).toEqual(survey);
    });
    fc.assert(property, { numRuns: runs(200) });
  });

  it('counts a milestone that is reached as done', () => {
    const tasks = (status: Task['status']): Task[] => [makeTask({ id: 'A', status }), makeTask({ id: 'M', kind: 'milestone', dependencies: ['A'] })];
    expect([surveyOf(tasks('done')), surveyOf(tasks('todo'))].map(({ counts, open }) => ({ done: counts.done, open }))).toEqual([{ done: 2, open: [] }, { done: 0, open: ['A', 'M'] }]);
  });

  it('adds up', () => {
    const property = fc.property(arbitraryTasks(), arbitraryPhases, (tasks, config) => {
      const agents = [makeAgent({ id: 'a' }), makeAgent({ id: 'b' })];
      const owned = tasks.map((task, index) => ({ ...task, agent: index % 2 === 0 ? 'a' : 'b' }));
      const { counts, completion, loads, ready, waiting, open, started } = surveyOf(owned, config, { agents });
      const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
      expect(sum(Object.values(counts))).toBe(tasks.length);
      expect(completion).toBeGreaterThanOrEqual(0);
      expect(completion).toBeLessThanOrEqual(1);
      expect(sum(loads.map((load) => load.ready))).toBe(ready.length);
      expect(sum(loads.map((load) => load.waiting))).toBe(waiting);
      expect(sum(loads.map((load) => load.done))).toBe(counts.done);
      expect(started.length).toBe(counts.in_progress);
      expect(open.length).toBe(counts.todo + counts.in_progress + counts.review);
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('tells of phases, gates, deadlines and open blockers', () => {
    const tasks = [
      makeTask({ id: 'A', phase: 'one', status: 'done' }),
      makeTask({ id: 'B', phase: 'one', deadline: '2025-08-13' }),
      makeTask({ id: 'C', phase: 'one', status: 'cancelled' }),
      makeTask({ id: 'D', phase: 'two', deadline: '2025-08-12' }),
      makeTask({ id: 'GATE', kind: 'gate', dependencies: ['A', 'B'] }),
    ];
    const blockers = [makeBlocker({ task: 'B' }), makeBlocker({ task: 'D', resolved: '2025-08-12' })];
    const survey = surveyOf(tasks, { phases: [{ id: 'one', gate: 'gate' }, { id: 'two' }] }, { blockers });
    expect(survey.phases).toEqual([
      { id: 'one', done: 1, total: 2, open: true },
      { id: 'two', done: 0, total: 1, open: false },
    ]);
    expect(survey.gates.map(({ id, waitsFor }) => [id, waitsFor])).toEqual([['GATE', ['B']]]);
    expect(survey.deadlines.flatMap(({ ids }) => ids)).toEqual(['D', 'B']);
    expect(survey.blockers.map(({ task }) => task)).toEqual(['B']);
    expect(survey.completion).toBe(0.25);
    expect(survey.ready).toEqual([]);
    expect(survey.waiting).toBe(3);
  });
});
