import { describe, expect, it } from 'vitest';
import { beginDispatch, choose, decide } from '../../../src/core/dispatch/decide.ts';
import type { Candidate, DispatchEvent, DispatchState } from '../../../src/core/dispatch/decide.ts';

const candidate = (task: string, fields: Partial<Candidate> = {}): Candidate => ({ task, agent: `agent of ${task}`, priority: 'medium', files: [], atOnce: 1, against: null, isGranted: false, ...fields });
const begun = (fields: Partial<DispatchState> = {}): DispatchState => ({ ...beginDispatch({ max: 4, watches: false }), ...fields });
const running = (...tasks: readonly string[]): Pick<DispatchState, 'running'> => ({ running: tasks.map((task) => candidate(task)) });
const offer = (candidates: readonly Candidate[], more: Partial<Extract<DispatchEvent, { kind: 'offered' }>> = {}): DispatchEvent => ({ kind: 'offered', candidates, failures: 0, mostFailures: 3, stopAsked: false, ...more });
const started = (state: DispatchState, event: DispatchEvent): readonly string[] => decide(state, event).effects.flatMap((effect) => (effect.kind === 'start' ? [effect.candidate.task] : [effect.kind]));
const waits = (state: DispatchState, candidates: readonly Candidate[]): readonly unknown[] => choose(state, candidates, null).waiting.map(({ task, wait }) => [task, wait.why]);

describe('what is started', () => {
  it('is what comes first, up to so many at once', () => {
    const tasks = ['A', 'B', 'C'].map((task) => candidate(task));
    expect(started(begun({ max: 2 }), offer(tasks))).toEqual(['A', 'B']);
    expect(started(begun({ max: 2, ...running('X') }), offer(tasks))).toEqual(['A']);
    expect(waits(begun({ max: 2 }), tasks)).toEqual([['C', 'full']]);
  });

  it('never shares files with what runs, or is started beside it', () => {
    const web = candidate('WEB', { files: ['web/**'] });
    const chart = candidate('CHART', { files: ['web/chart/**'] });
    const docs = candidate('DOCS', { files: ['docs/**'] });
    expect(started(begun(), offer([web, chart, docs]))).toEqual(['WEB', 'DOCS']);
    expect(waits(begun({ running: [chart] }), [web])).toEqual([['WEB', 'overlap']]);
  });

  it('is one task of an agent at a time, unless it may have more', () => {
    const two = (atOnce: number): readonly Candidate[] => ['A', 'B'].map((task) => candidate(task, { agent: 'backend', atOnce }));
    expect(started(begun(), offer(two(1)))).toEqual(['A']);
    expect(started(begun(), offer(two(2)))).toEqual(['A', 'B']);
  });

  it('is nothing that limits or failures stand against', () => {
    const tried = candidate('A', { against: { why: 'tried', job: 'j', reason: 'exit' } });
    const dear = candidate('B', { against: { why: 'cost', of: 'day', spent: 5, limit: 4 } });
    expect(decide(begun(), offer([tried, dear])).effects).toMatchObject([{ kind: 'finish', why: 'idle', waiting: [{ task: 'A', wait: { why: 'tried' } }, { task: 'B', wait: { why: 'cost' } }] }]);
  });
});

describe('after too many failures', () => {
  it('nothing is started but what somebody lets be tried again', () => {
    const tasks = [candidate('A'), candidate('B', { isGranted: true })];
    expect(started(begun(), offer(tasks, { failures: 3 }))).toEqual(['B']);
    expect(started(begun(), offer([candidate('A')], { failures: 2 }))).toEqual(['A']);
    expect(decide(begun(), offer([candidate('A')], { failures: 3 })).effects).toMatchObject([{ kind: 'finish', why: 'failures', waiting: [{ task: 'A', wait: { why: 'failures', failures: 3 } }] }]);
  });
});

describe('nobody waits for ever', () => {
  it('a task that others were preferred to goes first at last', () => {
    let state = begun({ max: 1 });
    const order: string[] = [];
    for (let round = 0; round < 12; round++) {
      const decision = decide(state, offer([candidate(`HIGH-${round}`, { priority: 'high' }), candidate('LOW', { priority: 'low' })]));
      const [effect] = decision.effects;
      const task = effect?.kind === 'start' ? effect.candidate.task : '';
      order.push(task);
      if (task === 'LOW') break;
      state = decide(decision.state, { kind: 'ended', task }).state;
    }
    expect(order.at(-1)).toBe('LOW');
    expect(order).toHaveLength(9);
  });

  it('the files of such a task are kept free for it', () => {
    const wide = candidate('WIDE', { files: ['**'] });
    const small = candidate('SMALL', { files: ['web/b.ts'] });
    const busy = { running: [candidate('BUSY', { files: ['web/a.ts'] })] };
    expect(started(begun(busy), offer([wide, small]))).toEqual(['SMALL']);
    expect(started(begun({ ...busy, passedOver: { WIDE: 8 } }), offer([wide, small]))).toEqual([]);
  });
});

describe('the end', () => {
  it('comes when nothing runs and nothing can be started, unless it watches', () => {
    expect(started(begun(), offer([]))).toEqual(['finish']);
    expect(started(begun(running('A')), offer([]))).toEqual([]);
    expect(started(begun({ watches: true }), offer([]))).toEqual([]);
  });

  it('of a job makes it look again', () => {
    const { state, effects } = decide(begun(running('A', 'B')), { kind: 'ended', task: 'A' });
    expect([state.running.map(({ task }) => task), effects]).toEqual([['B'], [{ kind: 'look-again' }]]);
  });

  it('when it is to stop, comes after what runs; asked again, that is stopped', () => {
    const first = decide(begun(running('A')), { kind: 'interrupted' });
    expect(first.state.mode).toBe('draining');
    expect(started(first.state, offer([candidate('B')]))).toEqual([]);
    const second = decide(first.state, { kind: 'interrupted' });
    expect([second.state.mode, second.effects]).toEqual(['stopping', [{ kind: 'stop-running' }]]);
    const third = decide(second.state, { kind: 'ended', task: 'A' });
    expect(decide(third.state, offer([candidate('B')])).effects).toEqual([{ kind: 'finish', why: 'stopped', waiting: [] }]);
  });

  it('comes by the stop file too', () => {
    expect(started(begun(), offer([candidate('A')], { stopAsked: true }))).toEqual(['finish']);
    expect(started(begun({ watches: true, ...running('A') }), offer([candidate('B')], { stopAsked: true }))).toEqual([]);
  });
});
