import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../src/core/documents/roster.ts';
import type { Handoff } from '../../../src/core/model.ts';
import { newestFirst, receiversOf, waitsFor } from '../../../src/core/policy/handoff-inbox.ts';
import { makeAgent, makeHandoff, makeTask, makeWorkspace } from '../../support/records.ts';

const { graph } = makeWorkspace({
  tasks: [
    makeTask({ id: 'DB-1', agent: 'backend', status: 'done' }),
    makeTask({ id: 'API-1', agent: 'backend', dependencies: ['DB-1'] }),
    makeTask({ id: 'UI-1', agent: 'frontend', dependencies: ['DB-1'] }),
    makeTask({ id: 'DOC-1', agent: 'Any available', dependencies: ['UI-1'] }),
    makeTask({ id: 'END-1', agent: 'frontend', status: 'done' }),
    makeTask({ id: 'PAST-1', agent: 'frontend', status: 'done', completed: '2025-08-12T14:00:00+02:00' }),
    makeTask({ id: 'DAY-1', agent: 'frontend', status: 'done', completed: '2025-08-13' }),
  ],
});
const roster = rosterOf([makeAgent({ id: 'backend' }), makeAgent({ id: 'frontend' })]);
const receivers = (handoff: Partial<Handoff>) => receiversOf(makeHandoff({ from: 'backend', ...handoff }), graph, roster, 'UTC');

describe('a handoff waits for', () => {
  it.each<[string, Partial<Handoff>, readonly (string | null)[]]>([
    ['whom it names', { to: 'frontend', task: 'END-1' }, ['frontend']],
    ['whom it names though nobody knows the name', { to: 'alice' }, ['alice']],
    ['those who go on with the task, but not who wrote it', { task: 'db-1' }, ['frontend']],
    ['whoever has the task, as long as it is open', { task: 'UI-1', from: 'testing' }, ['frontend', null]],
    ['whoever goes on, where it names a role', { to: 'Whoever is free', task: 'UI-1' }, ['frontend', null]],
    ['anyone, where it is about no task', {}, [null]],
    ['anyone, where no file defines its task', { task: 'GONE-1' }, [null]],
    ['nobody, where nothing is left to do', { task: 'END-1' }, []],
    ['nobody, once its task was completed later', { to: 'frontend', task: 'PAST-1', timestamp: '2025-08-12T11:59:59Z' }, []],
    ['whom it names, where it was written with the completion', { to: 'frontend', task: 'PAST-1', timestamp: '2025-08-12T12:00:00Z' }, ['frontend']],
    ['whom it names, where a day alone does not tell which was first', { to: 'frontend', task: 'DAY-1', timestamp: '2025-08-13T09:00:00Z' }, ['frontend']],
    ['nobody, once it was taken over', { to: 'frontend', acknowledged: { by: 'frontend', at: '2025-08-12' } }, []],
  ])('%s', (_, handoff, expected) => {
    expect(receivers(handoff)).toEqual(expected);
  });
});

describe('an inbox', () => {
  const line = (from: string | null, ...to: readonly (string | null)[]) => ({ from, receivers: to });

  it('holds what is for its owner or for anyone, but not what its owner left to anyone', () => {
    expect(waitsFor(line('backend', 'frontend'), 'frontend')).toBe(true);
    expect(waitsFor(line('backend', 'testing'), 'frontend')).toBe(false);
    expect(waitsFor(line('backend', null), 'frontend')).toBe(true);
    expect(waitsFor(line('backend', null), 'backend')).toBe(false);
    expect(waitsFor(line('backend', 'backend'), 'backend')).toBe(true);
  });

  it('of everybody holds all that anybody is to take over', () => {
    expect(waitsFor(line('backend', null), null)).toBe(true);
    expect(waitsFor(line('backend'), null)).toBe(false);
  });
});

it('newest first; without a date last; the same date by name', () => {
  const line = (file: string, timestamp: string | null) => ({ file, timestamp, task: null, from: null, to: null, nextSteps: [], acknowledged: null, receivers: [] });
  const sorted = [line('a', null), line('b', '2025-08-11'), line('c', '2025-08-12'), line('d', '2025-08-11')].sort(newestFirst);
  expect(sorted.map(({ file }) => file)).toEqual(['c', 'd', 'b', 'a']);
});
