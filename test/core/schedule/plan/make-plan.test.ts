import { describe, expect, it } from 'vitest';
import type { CoordConfig } from '../../../../src/core/schemas/types.ts';
import type { Underway } from '../../../../src/core/schedule/plan/create-crew.ts';
import { makePlan } from '../../../../src/core/schedule/plan/make-plan.ts';
import type { Plan } from '../../../../src/core/schedule/plan/make-plan.ts';
import { makeAgent, makeBlocker, makeTask, makeWorkspace } from '../../../support/records.ts';

type Fields = Parameters<typeof makeTask>[0];

const START = Date.parse('2025-08-11T09:00:00Z');
const at = (instant: number): string => new Date(instant).toISOString().slice(5, 16).replace('T', ' ');

function planOf(tasks: readonly Fields[], { config = {}, team = [], underway = {}, blocked = [] }: { readonly config?: Partial<CoordConfig>; readonly team?: readonly (readonly [string, string?])[]; readonly underway?: Readonly<Record<string, Underway>>; readonly blocked?: readonly string[] } = {}): Plan {
  const agents = team.map(([id, hours]) => makeAgent({ id, more: hours === undefined ? {} : { hours } }));
  const parts = makeWorkspace({ config: { protocol: 1, ...config }, agents, tasks: tasks.map(makeTask), blockers: blocked.map((task) => makeBlocker({ task })) });
  return makePlan({ ...parts, underway: new Map(Object.entries(underway)), start: START });
}

const rows = ({ tasks }: Plan): string[] => tasks.map(({ task, agent, start, end }) => `${task.id} ${agent ?? '-'} ${at(start)} ${at(end)}`);
const held = (agent: string, since: string | null = null): Underway => ({ state: 'held', agent, since: since === null ? null : Date.parse(since) });

describe('lengths', () => {
  it('are the own estimate less progress, else a share of the group, else half a day', () => {
    const plan = planOf(
      [{ id: 'A', estimate: 240, progress: 50 }, { id: 'B', group: 'g' }, { id: 'C', group: 'g', status: 'done' }, { id: 'D', group: 'g', estimate: 60 }, { id: 'E' }, { id: 'F', kind: 'gate' }],
      { config: { groups: { g: { estimate: '5 hours' } } } },
    );
    expect(Object.fromEntries(plan.tasks.map(({ task, work, measure }) => [task.id, [work / 60_000, measure]]))).toEqual({ A: [120, 'own'], B: [120, 'group'], D: [60, 'own'], E: [240, 'default'], F: [0, 'none'] });
  });

  it('of slots are shared, and a task that another slot continues has a part in both', () => {
    const slot = (id: string, time: string, continues: string[] = []) => ({ id, start: `2025-08-11 ${time}`, length: '4 hours', continues });
    const plan = planOf(
      [{ id: 'A', agent: 'x', phase: 'am' }, { id: 'B', agent: 'x', phase: 'am' }, { id: 'C', agent: 'x', phase: 'pm' }, { id: 'D', dependencies: ['A'], agent: 'y', estimate: 60 }],
      { team: [['x', '8-12 13-17'], ['y']], config: { phases: [slot('am', '08:00'), slot('pm', '13:00', ['A'])] } },
    );
    expect(rows(plan).sort()).toEqual(['A x 08-11 09:00 08-11 11:00', 'A x 08-11 14:00 08-11 16:00', 'B x 08-11 11:00 08-11 14:00', 'C x 08-11 16:00 08-12 09:00', 'D y 08-11 16:00 08-11 17:00']);
  });
});

describe('claims', () => {
  it('come first, with their holder, at once, and with what is left', () => {
    const plan = planOf([{ id: 'A', agent: 'x', estimate: 240, priority: 'low', dependencies: ['B'] }, { id: 'B', agent: 'x', estimate: 60, priority: 'high' }], { team: [['x'], ['y']], underway: { a: held('y', '2025-08-08T15:00:00Z') } });
    expect(rows(plan)).toEqual(['A y 08-11 09:00 08-11 11:00', 'B x 08-11 09:00 08-11 10:00']);
    expect(plan.tasks[0]?.underway).toBe(true);
  });

  it('of work that is done elsewhere leave nothing to do', () => {
    const plan = planOf([{ id: 'A', estimate: 240 }, { id: 'B', estimate: 60, dependencies: ['A'] }], { underway: { a: { state: 'done', agent: 'x', since: null } } });
    expect(rows(plan)).toEqual(['A - 08-11 09:00 08-11 09:00', 'B anyone 08-11 09:00 08-11 10:00']);
  });

  it('that are older than the estimate leave a tenth of it', () => {
    const plan = planOf([{ id: 'A', estimate: 600 }], { team: [['x']], underway: { a: held('x', '2025-07-01T00:00:00Z') } });
    expect(plan.tasks[0]?.work).toBe(3_600_000);
  });
});

describe('what cannot be planned', () => {
  it('is named with its reason, and the rest is planned', () => {
    const plan = planOf([{ id: 'A', dependencies: ['GONE'] }, { id: 'B', dependencies: ['A'] }, { id: 'C', dependencies: ['D'] }, { id: 'D', dependencies: ['C'] }, { id: 'E', dependencies: ['E'] }, { id: 'F' }, { id: 'G' }, { id: 'G' }]);
    expect(plan.unplaced.map(({ task, why, ids }) => `${task.id} ${why} ${ids.join(',')}`)).toEqual(['A missing GONE', 'B behind A', 'C cycle C,D', 'D cycle C,D', 'E cycle E', 'G ambiguous ']);
    expect(plan.tasks.map(({ task }) => task.id)).toEqual(['F']);
  });

  it('is what lies behind a gate that no file defines', () => {
    const plan = planOf([{ id: 'A', phase: 'one' }, { id: 'B', phase: 'two' }, { id: 'C', phase: 'three' }], { config: { phases: [{ id: 'one', gate: 'NONE' }, { id: 'two', gate: 'A' }, { id: 'three' }] } });
    expect(plan.unplaced.map(({ task, why, ids }) => `${task.id} ${why} ${ids.join(',')}`)).toEqual(['B gate NONE', 'C behind A']);
  });

  it('is what ends in more than two hundred years', () => {
    const plan = planOf([{ id: 'A', estimate: 50_000_000 }, { id: 'B', dependencies: ['A'] }, { id: 'C' }]);
    expect(plan.unplaced.map(({ task, why }) => `${task.id} ${why}`)).toEqual(['A too-long', 'B too-long']);
    expect(rows(plan)).toHaveLength(1);
  });

  it('is nothing where blockers may be freed: these are named', () => {
    expect(planOf([{ id: 'A' }], { blocked: ['A'] })).toMatchObject({ unplaced: [], blocked: ['A'] });
  });
});

describe('phases', () => {
  it('open with the gates before them, and not before their start', () => {
    const plan = planOf(
      [{ id: 'A', estimate: 60, phase: 'one' }, { id: 'GATE', kind: 'gate', phase: 'one', dependencies: ['A'] }, { id: 'B', estimate: 60, phase: 'two' }, { id: 'C', estimate: 60, phase: 'three' }],
      { team: [['x'], ['y']], config: { phases: [{ id: 'one', gate: 'GATE' }, { id: 'two' }, { id: 'three', start: '2025-08-13', length: '30 min' }] } },
    );
    expect(rows(plan)).toEqual(['A x 08-11 09:00 08-11 10:00', 'GATE - 08-11 10:00 08-11 10:00', 'B x 08-11 10:00 08-11 11:00', 'C x 08-13 09:00 08-13 10:00']);
    expect(plan.phases.map(({ id, due }) => `${id} ${due === null ? '-' : at(due)}`)).toEqual(['one -', 'two -', 'three 08-13 00:30']);
  });

  it('that are sequential go one after another', () => {
    const plan = planOf([{ id: 'A', agent: 'x', estimate: 60, phase: 'p' }, { id: 'B', agent: 'y', estimate: 60, phase: 'p' }], { team: [['x'], ['y']], config: { phases: [{ id: 'p', mode: 'sequential' }] } });
    expect(rows(plan)).toEqual(['A x 08-11 09:00 08-11 10:00', 'B y 08-11 10:00 08-11 11:00']);
  });
});

describe('ranges', () => {
  it('give the times by which half and four fifths of the runs end', () => {
    const { ranges } = planOf([{ id: 'A', estimate: 120, margin: 60 }]);
    expect(ranges?.runs).toBe(1000);
    expect(((ranges?.p50 ?? 0) - START) / 60_000).toBeCloseTo(120, -1);
    expect(((ranges?.p80 ?? 0) - START) / 60_000).toBeCloseTo(156, -1);
    expect(planOf([{ id: 'A', estimate: 120 }]).ranges).toBeNull();
  });

  it('tell what may be late though the plan is not', () => {
    const plan = planOf([{ id: 'A', estimate: 120, margin: 60, deadline: '2025-08-11T11:30' }]);
    expect(plan.tasks[0]?.risk).toBeCloseTo(0.25, 1);
  });
});

describe('what would help', () => {
  it('is found by planning again', () => {
    const { gains } = planOf([{ id: 'A', agent: 'x', estimate: 120 }, { id: 'B', agent: 'x', estimate: 180 }], { team: [['x'], ['y']] });
    expect(gains.map(({ change, wins }) => [change.what, wins / 60_000])).toEqual([['shorten', 180], ['add-agent', 120], ['reassign', 120], ['reassign', 120], ['shorten', 120]]);
  });

  it('names files that keep tasks apart', () => {
    const { gains, chain } = planOf([{ id: 'A', agent: 'x', estimate: 120, files: ['src/**'] }, { id: 'B', agent: 'y', estimate: 120, files: ['src/a.ts'] }], { team: [['x'], ['y']] });
    expect(gains.map(({ change }) => change)).toContainEqual({ what: 'part-files', task: 'B' });
    expect(chain).toEqual([{ id: 'A', because: 'start' }, { id: 'B', because: 'files' }]);
  });
});

describe('limits.agents', () => {
  const team = [['x'], ['y'], ['z']] as const;

  it('keeps others from their work, says so, and what one more would win', () => {
    const plan = planOf([{ id: 'A', agent: 'x', estimate: 120, priority: 'high' }, { id: 'B', agent: 'y', estimate: 180 }, { id: 'C', agent: 'z', estimate: 60, priority: 'low' }], { team, config: { limits: { agents: 1 } } });
    expect(rows(plan)).toEqual(['A x 08-11 09:00 08-11 11:00', 'B y 08-11 11:00 08-11 14:00', 'C z 08-11 14:00 08-11 15:00']);
    expect([plan.finish === plan.least, plan.chain.map(({ because }) => because), plan.tasks.map(({ slack }) => slack)]).toEqual([true, ['start', 'limit', 'limit'], [0, 0, 0]]);
    expect(plan.gains).toContainEqual({ change: { what: 'raise-limit', to: 2 }, wins: 3 * 3_600_000 });
  });

  it('stops nobody who is at work, and holds up no gate', () => {
    const underway = { a: held('x'), b: held('y') };
    const tasks = [{ id: 'A', agent: 'x', estimate: 60 }, { id: 'B', agent: 'y', estimate: 120 }, { id: 'C', agent: 'z', estimate: 60 }, { id: 'G', kind: 'gate', estimate: 60 }] as const;
    expect(rows(planOf(tasks, { team, underway, config: { limits: { agents: 1 } } }))).toEqual(['A x 08-11 09:00 08-11 10:00', 'B y 08-11 09:00 08-11 11:00', 'G - 08-11 09:00 08-11 10:00', 'C z 08-11 11:00 08-11 12:00']);
  });
});

it('tells waves, the critical path and slack', () => {
  const plan = planOf([{ id: 'A', agent: 'x', estimate: 60 }, { id: 'B', agent: 'y', estimate: 180, dependencies: ['A'] }, { id: 'C', agent: 'z', estimate: 60, dependencies: ['A'] }, { id: 'M', kind: 'milestone', dependencies: ['B', 'C'] }], { team: [['x'], ['y'], ['z']] });
  expect(plan.tasks.map(({ task, wave, slack, critical }) => [task.id, wave, slack / 60_000, critical])).toEqual([['A', 1, 0, true], ['B', 2, 0, true], ['C', 2, 120, false], ['M', 3, 0, true]]);
  expect(plan.critical).toEqual({ ids: ['A', 'B', 'M'], work: 240 * 60_000 });
});
