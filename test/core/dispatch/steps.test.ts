import { describe, expect, it } from 'vitest';
import { nextStep, nextUndo, stepsOf } from '../../../src/core/dispatch/steps.ts';
import type { JobEvent } from '../../../src/core/schemas/types.ts';
import { aJob, at, claimedEvent, createdEvent, endedEvent, OWNER, startingEvent } from '../../support/job-events.ts';
import { makeAgent } from '../../support/records.ts';

const agent = makeAgent({ id: 'deployer', more: { steps: [{ name: 'build', run: 'build' }, { name: 'push', run: 'push', undo: 'unpush' }, { name: 'sign-off', approval: true }, { name: 'push', run: 'push' }], approvals: ['push'] } });
const config = { verifiers: { build: { run: ['make'] }, push: { run: ['git', 'push'] } } };
const steps = stepsOf(agent, config);

const started = (step: string): JobEvent => ({ at: at(10), event: 'step_started', step, owner: OWNER });
const ended = (step: string, code = 0): JobEvent => ({ at: at(11), event: 'step_ended', step, exit_code: code, message: code === 0 ? '' : 'no' });
const ran = (step: string): JobEvent[] => [started(step), ended(step)];
const yes = (step: string): JobEvent => ({ at: at(12), event: 'approved', by: 'human:ann', step });
const undone = (step: string, code = 0): JobEvent => ({ at: at(13), event: 'undone', step, exit_code: code });
const job = (...events: readonly JobEvent[]) => aJob('a', createdEvent(), claimedEvent(), startingEvent(), endedEvent(), { at: at(9), event: 'steps', steps: [...steps] }, ...events);

it('are named once each, and need approval by themselves or by the agent', () => {
  expect(steps.map(({ name, run, undo, change, requires_approval }) => [name, run, undo, change.join(' '), requires_approval])).toEqual([
    ['build', 'build', null, 'make', false],
    ['push', 'push', 'unpush', 'git push', true],
    ['sign-off', null, null, '', true],
    ['push (4)', 'push', null, 'git push', true],
  ]);
  expect(stepsOf(makeAgent({ id: 'a' }), config)).toEqual([]);
});

describe('the next of them', () => {
  it.each([
    ['the first', [], 'run build'],
    ['one that was cut off', [started('build')], 'run build'],
    ['one to be approved', ran('build'), 'wait push'],
    ['one that was approved', [...ran('build'), yes('push')], 'run push'],
    ['one that only waits for a yes', [...ran('build'), yes('push'), ...ran('push')], 'wait sign-off'],
    ['none', [...ran('build'), yes('push'), ...ran('push'), yes('sign-off'), ...ran('sign-off'), yes('push (4)'), ...ran('push (4)')], 'prove'],
  ])('is %s', (_, events, expected) => {
    const next = nextStep(job(...events));
    expect(next.kind === 'prove' ? 'prove' : `${next.kind} ${next.step.name}`).toBe(expected);
  });

  it('is taken back, last first, where it was begun and says how', () => {
    const before = [...ran('build'), yes('push'), started('push')];
    expect(nextUndo(job(...before))?.name).toBe('push');
    expect(nextUndo(job(...before, undone('push', 1)))).toBeNull();
    expect(nextUndo(job(...ran('build')))).toBeNull();
  });
});

it('make of a job what it is', () => {
  const waiting = job(...ran('build'), { at: at(12), event: 'waiting', step: 'push' });
  expect(waiting).toMatchObject({ state: 'waiting_approval', phase: 'waiting' });
  expect(job(...ran('build'), yes('push'))).toMatchObject({ state: 'running', phase: 'steps' });
  expect(job(...ran('build'), { at: at(12), event: 'refused', by: 'human:ann', step: 'push', note: null })).toMatchObject({ phase: 'undoing', rollingBack: { reason: 'refused', message: 'human:ann said no to push' } });
  const failed = job(...ran('build'), yes('push'), started('push'), ended('push', 3));
  expect(failed).toMatchObject({ phase: 'undoing', rollingBack: { reason: 'step-failed', message: 'no' } });
  const back = job(...ran('build'), yes('push'), started('push'), ended('push', 3), undone('push'), { at: at(14), event: 'rolled_back' }, yes('push'));
  expect(back).toMatchObject({ state: 'rolled_back', phase: 'over', error: { reason: 'step-failed' }, ended: at(14) });
});
