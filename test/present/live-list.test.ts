import { describe, expect, it } from 'vitest';
import type { Waiting } from '../../src/core/dispatch/decide.ts';
import { outcome } from '../../src/core/dispatch/outcome.ts';
import { NO_SIGNS } from '../../src/core/dispatch/runtimes/signs.ts';
import type { RunSigns } from '../../src/core/dispatch/runtimes/signs.ts';
import { liveLines } from '../../src/present/jobs/live-list.ts';
import type { DispatchSight } from '../../src/present/jobs/live-list.ts';
import { widthOf } from '../../src/present/text/width.ts';
import { aJob, claimedEvent, createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startedEvent, startingEvent } from '../support/job-events.ts';
import { TERMINAL } from '../support/screens.ts';

const screen = { ...TERMINAL, columns: 79, now: new Date('2025-08-12T12:03:10Z') };
const begun = (task: string, agent = 'frontend') => [createdEvent({ task, agent }), claimedEvent(), startingEvent(), startedEvent()];
const paid = (dollars: number) => endedEvent({ ...outcome('ok', null), cost_usd: dollars, cost_basis: 'reported' });
const waiting = (task: string, wait: Waiting['wait'] = { why: 'agent-busy', agent: 'frontend' }): Waiting => ({ task, agent: 'frontend', wait });
const sight = (fields: Partial<DispatchSight> = {}): DispatchSight => ({ jobs: [], signs: new Map(), state: null, ...fields });
const signs = (fields: Partial<RunSigns>): RunSigns => ({ ...NO_SIGNS, ...fields });

describe('the live list', () => {
  it('tells what runs, what waits and why, and what came of the others', () => {
    const jobs = [
      aJob('a', ...begun('UI-1'), paid(0.5), provenEvent(), mergedEvent()),
      aJob('b', ...begun('API-1', 'backend'), endedEvent(outcome('exit', 'no')), failedEvent()),
      aJob('c', ...begun('UI-2')),
      aJob('d', ...begun('DOC-10', 'writer'), paid(1)),
      aJob('e', createdEvent({ task: 'OPS-1', agent: 'ops' })),
    ];
    const state = { mode: 'open', waiting: [waiting('UI-3'), waiting('UI-4', { why: 'overlap', with: 'UI-2' })] } as const;
    expect(liveLines(sight({ jobs, state, signs: new Map([['c', signs({ said: 'uses Edit', turns: 12, cost: 0.12 })]]) }), 20, screen)).toEqual([
      '3 running, 2 waiting, 1 done, 1 failed; $1.62 so far, 1 unknown',
      '  UI-2    frontend  3 min  12 turns  $0.12  uses Edit',
      '  DOC-10  writer    3 min                   is being proven',
      '  OPS-1   ops                               starts',
      '  UI-3 waits: frontend is at work on another',
      '  UI-4 waits: UI-2 may touch the same files',
    ]);
  });

  it('says that it is being stopped', () => {
    expect(liveLines(sight({ state: { mode: 'draining', waiting: [] } }), 20, screen)).toEqual(['0 running, 0 waiting, 0 done, 0 failed; starts nothing more, Ctrl-C stops all']);
    expect(liveLines(sight({ state: { mode: 'stopping', waiting: [] } }), 20, screen)[0]).toContain('; stops what runs');
  });

  it.each([1, 2, 3, 5, 8, 40])('takes at most %i lines, none wider than the terminal', (rows) => {
    const jobs = Array.from({ length: 6 }, (_, index) => aJob(String(index), ...begun(`TASK-${'9'.repeat(index * 4)}`, 'an-agent-with-a-long-name')));
    const said = signs({ said: '漢字'.repeat(80), turns: 1 });
    const lines = liveLines(sight({ jobs, signs: new Map(jobs.map(({ id }) => [id, said])), state: { mode: 'open', waiting: Array.from({ length: 30 }, (_, index) => waiting(`UI-${index}`)) } }), rows, screen);
    expect(lines.length).toBeLessThanOrEqual(Math.max(2, rows));
    expect(lines.filter((line) => widthOf(line) > screen.columns)).toEqual([]);
    if (rows === 8) expect(lines.at(-1)).toBe('  30 tasks wait');
    if (rows === 40) expect(lines).toHaveLength(37);
  });

  it('shows what is hostile, and does not do it', () => {
    const job = aJob('a', ...begun('UI-1', 'a\u001B[2Jb'));
    const lines = liveLines(sight({ jobs: [job], signs: new Map([['a', signs({ said: '\u001B[1A\u001B]0;x\u0007\nnext\u202E' })]]), state: { mode: 'open', waiting: [waiting('\u001B[31mX')] } }), 20, screen);
    expect(lines.join('')).not.toMatch(/[\u0000-\u001F\u202E]/);
    expect(lines).toHaveLength(3);
  });
});
