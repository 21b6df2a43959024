import { describe, expect, it } from 'vitest';
import { turnOf } from '../../../src/core/schedule/turn.ts';
import type { Offer } from '../../../src/core/schedule/offer.ts';
import type { ReadyTask, Survey } from '../../../src/core/survey.ts';

type Facts = Pick<Survey, 'config' | 'phases' | 'approvals'>;

const phase = (id: string, done: number, open = true) => ({ id, done, total: 3, open });
const ready = (id: string, agent: string | null): ReadyTask => ({ id, agent, title: id, priority: 'medium', unblocks: 0, started: false, sharedFiles: [] });
const facts = (fields: Partial<Facts> = {}): Facts => ({ config: { phases: [{ id: 'a', mode: 'sequential' }, { id: 'b', mode: 'parallel' }] }, phases: [phase('a', 1), phase('b', 0, false)], approvals: [], ...fields });
const offer = (free: readonly ReadyTask[], withheld: Offer['withheld'] = []): Offer => ({ free, withheld });
const gate = { id: 'GATE', title: 'Gate', approvers: ['pm', 'human:ann'], approval: null };

describe('whose turn it is', () => {
  it('is that of the one whose task is next, though later phases are parallel', () => {
    expect(turnOf(facts(), offer([ready('A-1', 'tester')]))).toEqual({ does: 'work', agent: 'tester', task: 'A-1' });
    expect(turnOf(facts(), offer([ready('A-1', null)]))).toEqual({ does: 'work', agent: null, task: 'A-1' });
  });

  it('stays with whoever holds a task, and goes to whoever merges when it is done elsewhere', () => {
    const held = { task: ready('A-1', 'tester'), because: { why: 'held', id: 'A-1', by: 'tester' } } as const;
    const away = { task: ready('A-1', 'tester'), because: { why: 'done-elsewhere', by: 'tester', branch: 'tester/A-1' } } as const;
    expect(turnOf(facts(), offer([ready('A-2', 'other')], [held]))).toEqual({ does: 'go-on', agent: 'tester', task: 'A-1' });
    expect(turnOf(facts(), offer([], [away]))).toEqual({ does: 'merge', agent: 'tester', task: 'A-1', branch: 'tester/A-1' });
  });

  it('goes to who may approve when nothing else is left', () => {
    expect(turnOf(facts({ approvals: [gate] }), offer([]))).toEqual({ does: 'approve', agent: 'pm', task: 'GATE' });
    expect(turnOf(facts({ approvals: [gate] }), offer([ready('A-1', 'tester')]))).toMatchObject({ does: 'work' });
  });

  it.each<[string, Facts, Offer]>([
    ['an open phase is parallel', facts({ phases: [phase('a', 1), phase('b', 0)] }), offer([ready('A-1', 'tester')])],
    ['there are no phases', facts({ config: {}, phases: [] }), offer([ready('A-1', 'tester')])],
    ['all of the open ones are done', facts({ phases: [phase('a', 3)] }), offer([ready('A-1', 'tester')])],
    ['several agents may start', facts(), offer([ready('A-1', 'tester'), ready('A-2', 'writer')])],
    ['nothing can be started', facts(), offer([])],
  ])("is nobody's where %s", (_, survey, offered) => {
    expect(turnOf(survey, offered)).toBeNull();
  });
});
