import { expect, it } from 'vitest';
import { actsFor } from '../../../src/core/watch/reactions.ts';
import type { Act, Known } from '../../../src/core/watch/reactions.ts';
import { EVENTS } from '../../support/watch-events.ts';

const known = (reactions: Known['config']['reactions'] = []): Known => ({ config: { protocol: 1, reactions }, agents: [], waiting: () => [], now: Date.parse('2025-08-12T12:00:00Z') });
const namesOf = (acts: readonly Act[]) => acts.flatMap((act) => act.events.map(({ event }) => event));
const QUIET = ['record.created', 'record.changed', 'record.deleted', 'task.done', 'claim.taken', 'claim.released'];
/** Near is what the rule itself says. */
const events = EVENTS.map((event) => (event.event === 'deadline.near' ? { ...event, at: event.due - 24 * 3_600_000 } : event));

it('without rules people are told of what they may have to act on; that claims come and go is not among it', () => {
  const acts = actsFor(events, known(), new Set());
  expect(acts.every(({ does, name }) => does === 'notify' && name === null)).toBe(true);
  expect(events.map(({ event }) => event).filter((name) => !namesOf(acts).includes(name))).toEqual(QUIET);
});

it('a rule for one event changes nothing for others', () => {
  const acts = actsFor(events, known([{ on: 'task.done', do: 'notify', channel: 'web' }]), new Set());
  expect(namesOf(acts.filter(({ name }) => name === 'web'))).toEqual(['task.done']);
  expect(namesOf(acts).filter((name) => name.startsWith('claim.'))).toEqual(['claim.expired']);
});

it('a rule with `agents: []` is for nobody', () => {
  expect(namesOf(actsFor(events, known([{ on: 'task.ready', do: 'notify', agents: [] }]), new Set()))).not.toContain('task.ready');
});
