import { describe, expect, it } from 'vitest';
import { findDanglingSupersedes } from '../../../src/core/policy/dangling-supersedes.ts';
import { findOverdueFeedback } from '../../../src/core/policy/feedback-overdue.ts';
import type { Decision } from '../../../src/core/model.ts';
import { makeDecision, makeWorkspace } from '../../support/records.ts';

describe('dangling-supersedes', () => {
  const facts = (...decisions: Decision[]) => findDanglingSupersedes(makeWorkspace({ decisions }).workspace).map((found) => found.facts);
  const older = makeDecision('2025-08-01-redis-aaaa', { status: 'superseded', supersededBy: '2025-08-09-valkey-bbbb.md' });

  it('is content where both say so, with or without folder and ending', () => {
    const newer = makeDecision('2025-08-09-valkey-bbbb', { supersedes: ['deployment/decisions/2025-08-01-redis-aaaa.md'] });
    expect(facts(older, newer)).toEqual([]);
  });

  it('finds a target that does not exist, on either side', () => {
    const newer = makeDecision('2025-08-09-valkey-bbbb', { supersedes: ['2025-08-01-redsi-aaaa'] });
    expect(facts(makeDecision('2025-08-01-redis-aaaa'), newer)).toEqual([{ target: '2025-08-01-redsi-aaaa', field: 'supersedes', nearest: '2025-08-01-redis-aaaa', reason: 'missing' }]);
    expect(facts(older)).toEqual([{ target: '2025-08-09-valkey-bbbb.md', field: 'superseded_by', nearest: null, reason: 'missing' }]);
  });

  it.each([
    ['does not name it', { status: 'superseded' }],
    ['names another', { status: 'superseded', supersededBy: 'third' }],
    ['is not marked superseded', { status: 'accepted', supersededBy: 'newer' }],
  ] as const)('finds an accepted decision whose older one %s', (_, fields) => {
    const found = facts(makeDecision('older', fields), makeDecision('newer', { supersedes: ['older'] }), makeDecision('third', { status: 'proposed', supersedes: ['older'] }));
    expect(found).toEqual([{ target: 'older', field: 'supersedes', nearest: null, reason: 'one-sided' }]);
  });

  it('waits for a proposal to be accepted', () => {
    expect(facts(makeDecision('older'), makeDecision('newer', { status: 'proposed', supersedes: ['older'] }))).toEqual([]);
  });

  it('finds a successor that does not say so', () => {
    expect(facts(makeDecision('older', { status: 'superseded', supersededBy: 'newer' }), makeDecision('newer'))).toEqual([{ target: 'newer', field: 'superseded_by', nearest: null, reason: 'one-sided' }]);
  });
});

describe('feedback-overdue', () => {
  const config = { ownership: { api: { feedback: '2 days' }, web: { feedback: 48 } } };
  const overdue = (fields: Partial<Decision>, now: string) =>
    findOverdueFeedback(makeWorkspace({ config, decisions: [makeDecision('d', { status: 'proposed', title: 'Use Redis', ...fields })] }).workspace, Date.parse(now)).map(({ facts, place }) => [facts, place.pointer]);

  it.each([
    ['24 hours after it was proposed', { proposed: '2025-08-10T10:00:00Z' }, '2025-08-11T10:00:00Z', 'proposed'],
    ['by the time its area gives', { proposed: '2025-08-10T10:00:00Z', area: 'api' }, '2025-08-12T10:00:00Z', 'proposed'],
    ['by a number of hours of its area', { proposed: '2025-08-10T10:00:00Z', area: 'web' }, '2025-08-12T10:00:00Z', 'proposed'],
    ['by its own deadline', { proposed: '2025-08-10T10:00:00Z', area: 'api', deadline: '2025-08-20' }, '2025-08-20T23:59:59Z', 'deadline'],
  ])('is due %s', (_, fields, due, field) => {
    expect(overdue(fields, due)).toEqual([]);
    expect(overdue(fields, new Date(Date.parse(due) + 1000).toISOString())).toEqual([[{ decision: 'Use Redis', due }, [field]]]);
  });

  it.each([
    ['decided', { status: 'accepted', proposed: '2025-08-10' }],
    ['without any date', {}],
  ] as const)('says nothing of one %s', (_, fields) => {
    expect(overdue(fields, '2030-01-01T00:00:00Z')).toEqual([]);
  });
});
