import { expect, it } from 'vitest';
import { hasAnswered, recover } from '../../../src/core/dispatch/recover.ts';
import { outcome } from '../../../src/core/dispatch/outcome.ts';
import type { ClaimRecord } from '../../../src/core/schedule/claim.ts';
import { aClaim } from '../../support/a-claim.ts';
import { aJob, at, claimedEvent, createdEvent, endedEvent, provenEvent, startedEvent, startingEvent } from '../../support/job-events.ts';

const EVENTS = [createdEvent(), claimedEvent(), startingEvent(), startedEvent(), endedEvent(), provenEvent()];
const after = (count: number) => aJob('20250812-abcdef', ...EVENTS.slice(0, count));
const ours = (state: ClaimRecord['state']): ClaimRecord => aClaim({ state, session: '20250812-abcdef' });
const another = aClaim({ state: 'held', session: null, agent: 'backend' });

it.each([
  ['nothing was done yet', after(1), null, { kind: 'go-on' }],
  ['the claim was won and not written down', after(1), ours('held'), { kind: 'go-on' }],
  ['an earlier claim was given back', after(1), aClaim({ state: 'released' }), { kind: 'go-on' }],
  ['another was quicker', after(1), another, { kind: 'fail', reason: 'lost' }],
  ['it is claimed', after(2), ours('held'), { kind: 'go-on' }],
  ['its agent ran', after(4), ours('held'), { kind: 'go-on' }],
  ['its agent ran, and another has it now', after(4), another, { kind: 'fail', reason: 'lost', message: 'its task is held by backend now' }],
  ['its claim was given up', after(4), aClaim({ state: 'released', session: '20250812-abcdef' }), { kind: 'fail', reason: 'lost' }],
  ['the task was called done, and that was not written down', after(5), ours('done'), { kind: 'note-proven' }],
  ['the task was called done while its agent ran', after(4), ours('done'), { kind: 'fail', reason: 'called-done' }],
  ['another did it', after(5), aClaim({ state: 'done', session: null }), { kind: 'fail', reason: 'lost' }],
  ['only merging is left', after(6), ours('done'), { kind: 'go-on' }],
] as const)('where %s', (_, job, claim, expected) => {
  expect(recover(job, claim)).toMatchObject(expected);
});

it('what somebody wanted to end is not gone on with', () => {
  const job = aJob('a', ...EVENTS.slice(0, 4), { at: at(9), event: 'cancel_asked', by: 'ann' });
  expect(recover(job, aClaim({ session: 'a' }))).toEqual({ kind: 'cancel', by: 'ann' });
});

it('a run without a task has failed', () => {
  expect(recover(aJob('a', createdEvent({ task: null }), startingEvent()), null)).toMatchObject({ kind: 'fail', reason: 'killed' });
});

it('an agent that has answered is not run again', () => {
  expect([after(4), after(5), aJob('a', ...EVENTS.slice(0, 4), endedEvent(outcome('exit', 'no')))].map(hasAnswered)).toEqual([false, true, false]);
});
