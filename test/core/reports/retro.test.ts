import { describe, expect, it } from 'vitest';
import { gatherEvidence } from '../../../src/core/metrics/evidence.ts';
import type { Workspace } from '../../../src/core/documents/workspace.ts';
import { retro } from '../../../src/core/reports/retro.ts';
import type { Retro } from '../../../src/core/reports/retro.ts';
import { aJob, createdEvent, endedEvent, failedEvent, startingEvent } from '../../support/job-events.ts';
import { makeAgent, makeBlocker, makeHandoff, makeTask, makeWorkspace } from '../../support/records.ts';
import { outcome } from '../../../src/core/dispatch/outcome.ts';

const DAY = { from: Date.parse('2025-08-12T00:00:00Z'), to: Date.parse('2025-08-13T00:00:00Z') };
const agents = [makeAgent({ id: 'backend', more: { hours: 'mon-fri 09:00-17:00' } }), makeAgent({ id: 'night', more: { hours: '22:00-06:00' } })];

function look(parts: Partial<Workspace>, jobs = [] as ReturnType<typeof aJob>[]): Retro {
  return retro(gatherEvidence({ ...makeWorkspace({ agents, ...parts }), history: [], claims: [], jobs, costs: [], coverage: 'no-report' }), DAY, { agents, timeZone: 'UTC' });
}

const done = (id: string, fields = {}) => makeTask({ id, agent: 'backend', status: 'done', started: '2025-08-12T09:00:00Z', completed: '2025-08-12T11:00:00Z', ...fields });
const proof = { head: null, tree: null, verified: [{ name: 'test', exitCode: 0, at: '2025-08-12T11:00:00Z' }] };

describe('a look back', () => {
  it('tells what was done and reached, what was due, and what nobody dated', () => {
    const tasks = [done('LATER', { completed: '2025-08-12T12:00:00Z' }), done('FIRST'), done('GATE', { kind: 'gate' }), done('BEFORE', { completed: '2025-08-11T12:00:00Z' }), done('UNDATED', { completed: null }), makeTask({ id: 'DUE', deadline: '2025-08-12T10:00:00Z' }), makeTask({ id: 'NOT-YET', deadline: '2025-08-13' })];
    const { done: finished, reached, late, undated } = look({ tasks });
    expect([finished, reached, late].map((some) => some.map(({ id }) => id))).toEqual([['FIRST', 'LATER'], ['GATE'], ['DUE']]);
    expect(undated).toBe(1);
  });

  it('tells how long blockers stood, the longest first', () => {
    const blockers = [
      makeBlocker({ task: 'SHORT', raised: '2025-08-12T10:00:00Z', resolved: '2025-08-12T11:00:00Z' }),
      makeBlocker({ task: 'LONG', raised: '2025-08-11T10:00:00Z', resolved: '2025-08-12T11:00:00Z' }),
      makeBlocker({ task: 'OPEN', raised: '2025-08-12T21:59:59.999Z' }),
      makeBlocker({ task: 'WHEN' }),
      makeBlocker({ task: 'BEFORE', raised: '2025-08-10T10:00:00Z', resolved: '2025-08-11T11:00:00Z' }),
      makeBlocker({ task: 'AFTER', raised: '2025-08-13T10:00:00Z' }),
    ];
    expect(look({ blockers }).blockers.map(({ blocker, seconds, isOpen }) => [blocker.task, seconds, isOpen])).toEqual([['LONG', 90_000, false], ['OPEN', 7200, true], ['SHORT', 3600, false], ['WHEN', null, true]]);
  });

  it('holds estimates against working hours, and against the clock where nobody works', () => {
    const tasks = [
      done('OVER-NIGHT', { estimate: 120, started: '2025-08-11T16:00:00Z', completed: '2025-08-12T10:00:00Z' }),
      done('AT-NIGHT', { estimate: 60, started: '2025-08-12T02:00:00Z', completed: '2025-08-12T05:00:00Z' }),
      done('NIGHT-SHIFT', { agent: 'night', estimate: 90, started: '2025-08-12T05:00:00Z', completed: '2025-08-12T12:00:00Z' }),
      done('NO-ESTIMATE'),
      done('AT-ONCE', { estimate: 60, started: '2025-08-12T10:00:00Z', completed: '2025-08-12T10:00:59Z' }),
      done('ONLY-DAYS', { estimate: 60, started: '2025-08-12', completed: '2025-08-12' }),
    ];
    expect(look({ tasks }).estimates.map(({ task, actual, factor }) => [task.id, actual, Number(factor.toFixed(2))])).toEqual([['AT-NIGHT', 180, 3], ['NIGHT-SHIFT', 60, 0.67], ['OVER-NIGHT', 120, 1]]);
  });
});

describe('what follows from it', () => {
  const changes = (parts: Partial<Workspace>, jobs?: ReturnType<typeof aJob>[]) => look(parts, jobs).changes;

  it('is nothing where nothing stands out', () => {
    expect(changes({ tasks: [done('A', { proof, estimate: 120 })] })).toEqual([]);
  });

  it('names who was waited on for most of the time', () => {
    const wait = (on: string, hours: number) => makeBlocker({ task: `${on}-${hours}`, waitsOn: on, raised: '2025-08-12T01:00:00Z', resolved: new Date(Date.parse('2025-08-12T01:00:00Z') + hours * 3_600_000).toISOString() });
    expect(changes({ blockers: [wait('human:ops', 3), wait('human:ops', 5), wait('backend', 2)] })).toEqual([{ change: 'long-waits', on: 'human:ops', blockers: 2, seconds: 28_800 }]);
    expect(changes({ blockers: [wait('backend', 2)] })).toEqual([]);
  });

  it('names tasks done again, too late, or without proof', () => {
    const handoff = (token: number) => makeHandoff({ task: 'A', token, completed: ['A: it'] });
    expect(changes({ tasks: [done('A', { proof, deadline: '2025-08-12T10:00:00Z' }), done('B')], handoffs: [handoff(1), handoff(2)] })).toEqual([
      { change: 'done-again', tasks: ['A'] },
      { change: 'deadlines-missed', tasks: ['A'] },
      { change: 'unproven', tasks: ['B'] },
    ]);
  });

  it('names agents whose estimates were off more than once', () => {
    const tasks = [done('A', { proof, estimate: 60 }), done('B', { proof, estimate: 40 }), done('C', { proof, agent: 'night', estimate: 10 })];
    expect(changes({ tasks })).toEqual([{ change: 'estimates-off', agent: 'backend', tasks: 2, factor: 2.5 }]);
  });

  it('names why jobs failed, and who has handoffs lying about', () => {
    const failed = (id: string, reason: string) => aJob(id, createdEvent(), startingEvent(), endedEvent(outcome('exit', 'no')), failedEvent(reason));
    const waiting = makeHandoff({ to: 'backend', timestamp: '2025-08-12T10:00:00Z' });
    expect(changes({ handoffs: [waiting, waiting] }, [failed('a', 'exit'), failed('b', 'verifier-failed'), failed('c', 'verifier-failed')])).toEqual([
      { change: 'jobs-fail', reason: 'verifier-failed', jobs: 2, of: 3 },
      { change: 'handoffs-wait', to: 'backend', handoffs: 2 },
    ]);
  });
});
