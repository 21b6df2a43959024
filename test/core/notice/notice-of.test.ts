import { describe, expect, it } from 'vitest';
import { gathered } from '../../../src/core/notice/gather.ts';
import { bounded } from '../../../src/core/notice/notice.ts';
import type { Notice } from '../../../src/core/notice/notice.ts';
import { noticeOf } from '../../../src/core/notice/notice-of.ts';
import type { WatchEvent } from '../../../src/core/watch/event.ts';
import { BLOCKED, common, EVENTS, OF_TASK } from '../../support/watch-events.ts';
import { makeAgent } from '../../support/records.ts';

const AROUND = { project: 'shop', agents: [makeAgent({ id: 'frontend' }), makeAgent({ id: 'backend' })], waiting: () => ['backend'], fileOf: () => 'deployment/tasks/UI-1.yaml' };
const told = (event: WatchEvent): Notice | null => noticeOf(event, AROUND);

describe('what people are told of an event', () => {
  it('one line says it all, others say what to do', () => {
    expect(Object.fromEntries(EVENTS.map((event) => [event.event, told(event)]).map(([name, notice]) => [name, notice && [(notice as Notice).title, ...(notice as Notice).lines]]))).toEqual({
      'record.created': null,
      'record.changed': null,
      'record.deleted': null,
      'task.ready': ['UI-1 is ready: Show it', 'For frontend', 'Take it: coord claim UI-1'],
      'task.done': ['UI-1 is done: Show it', 'By frontend'],
      'gate.open': ['UI-1 is open: Show it', 'What waited for it may begin: coord next'],
      'claim.taken': null,
      'claim.released': null,
      'claim.expired': ['The claim of UI-1 has run out: Show it', 'frontend took it on 2025-08-12 09:00 UTC', 'See what was left, and free it: coord release UI-1 --abandoned'],
      'deadline.near': ['UI-1 is due on 2025-08-12 17:00 UTC: Show it', 'For frontend'],
      'handoff.created': ['frontend handed UI-1 over to backend', 'Read it: coord handoff show 2025-08-12-frontend-UI-1-a1b2-handoff'],
      'blocker.raised': ['P1: API-1 is blocked: the address', 'Raised by backend', 'Waits on human:ops', 'Called upon: frontend', 'Say that you are on it: coord unblock 2025-08-12-API-1-a1b2 --ack'],
      'blocker.overdue': ['P1: nobody answered the blocker of API-1 in time: the address', 'Raised by backend', 'Waits on human:ops', 'An answer was due on 2025-08-12 17:00 UTC', 'Escalated to: frontend', 'Say that you are on it: coord unblock 2025-08-12-API-1-a1b2 --ack'],
      'sync.due': ['It is time: Where we are', 'For everybody'],
      'feedback.due': ['The time for feedback is over: Speak JSON', 'backend decides', 'See it: coord show 2025-08-12-json-a1b2'],
      'validation.failed': ['2 errors in 1 file', 'deployment/tasks/A.yaml', 'See them: coord validate'],
    });
  });

  it.each([
    ['task.ready', ['frontend']],
    ['gate.open', ['frontend', 'backend']],
    ['handoff.created', ['backend']],
    ['blocker.raised', ['human:ops', 'frontend']],
    ['blocker.overdue', ['frontend']],
    ['sync.due', ['frontend', 'backend']],
    ['feedback.due', ['frontend', 'backend']],
    ['validation.failed', []],
  ])('%s concerns %j', (name, agents) => {
    expect(EVENTS.flatMap((event) => (event.event === name ? [told(event)?.agents] : []))).toEqual([agents]);
  });

  it('files that it is about go with it, and the severity of a blocker', () => {
    expect(told({ ...common('b'), event: 'blocker.raised', ...BLOCKED })).toMatchObject({ severity: 'P1', links: [BLOCKED.file, 'deployment/tasks/UI-1.yaml'], task: 'API-1' });
  });

  it('texts of files stay on their line and do nothing', () => {
    expect(told({ ...common('t'), event: 'task.done', ...OF_TASK, title: 'Say\n\u001B[2Jhello\u202E' })?.title).toBe('UI-1 is done: Say <U+001B>[2Jhello<U+202E>');
  });

  it('is of bounded length, whatever the files hold', () => {
    const long = bounded({ ...aNotice('k'), title: '😀'.repeat(5000), lines: Array.from({ length: 100 }, () => 'x'.repeat(5000)), agents: Array.from({ length: 1000 }, (_, index) => `a${index}`) });
    expect([long.title.length <= 200, !/\p{Surrogate}/u.test(long.title), long.lines.length, long.lines.at(-1), long.agents.length]).toEqual([true, true, 20, 'and 81 more', 50]);
  });
});

describe('notices that come in a burst', () => {
  const many = Array.from({ length: 7 }, (_, index) => aNotice(`k${index}`));

  it('are told together where there are more than five, and settle each of their keys', () => {
    expect(gathered(many.slice(0, 5)).map(({ keys }) => keys)).toEqual([['k0'], ['k1'], ['k2'], ['k3'], ['k4']]);
    const [parcel, ...others] = gathered([...many, { ...aNotice('b'), event: 'blocker.raised', severity: 'P0' }]);
    expect(others).toEqual([]);
    expect(parcel?.keys).toHaveLength(8);
    expect(parcel?.notice).toMatchObject({ event: 'message', severity: 'P0', title: '8 things happened: 7 task.done, 1 blocker.raised', task: null });
    expect(parcel?.notice.lines).toHaveLength(8);
  });

  it('none are none', () => {
    expect(gathered([])).toEqual([]);
  });
});

function aNotice(key: string): Notice {
  return { key, event: 'task.done', at: 0, project: null, title: `${key} is done`, lines: [], severity: null, agents: ['frontend'], task: 'UI-1', links: [], commit: null };
}
