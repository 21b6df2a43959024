import { describe, expect, it } from 'vitest';
import { checkHandoffs } from '../../../src/core/policy/check-workspace.ts';
import type { HandoffEvidence } from '../../../src/core/policy/handoff-evidence.ts';
import type { Handoff } from '../../../src/core/model.ts';
import { makeHandoff } from '../../support/records.ts';

const nothing: HandoffEvidence = { shallow: false, objects: new Set(), now: new Map(), present: new Set(), heldBy: new Map() };
const artifact = (blob: string | null = null) => ({ path: 'api/schema.sql', description: null, blob });
const found = (handoff: Partial<Handoff>, evidence: Partial<HandoffEvidence> = {}) =>
  checkHandoffs([makeHandoff({ task: 'DB-1', ...handoff })], { ...nothing, ...evidence }).map(({ code, facts, place }) => [code, facts, place.pointer?.join('.')]);

const missing = ['artifact-missing', { path: 'api/schema.sql', task: 'DB-1' }, 'artifacts.0.path'];

describe('artifact-missing', () => {
  it('finds what is nowhere', () => {
    expect(found({ artifacts: [artifact()] })).toEqual([missing]);
    expect(found({ artifacts: [artifact('b1')], acknowledged: { by: 'backend', at: '2025-08-10' } })).toEqual([missing]);
  });

  it.each<[string, Partial<Handoff>, Partial<HandoffEvidence>]>([
    ['in the work tree', {}, { present: new Set(['api/schema.sql']) }],
    ['committed', {}, { now: new Map([['api/schema.sql', 'b1']]) }],
    ['at the handoff\'s commit', { head: 'c1' }, { objects: new Set(['c1']), heldBy: new Map([['c1', new Set(['api/schema.sql'])]]) }],
    ['perhaps in the history that a shallow clone lacks', { head: 'c1' }, { shallow: true }],
  ])('is content with what is %s', (_, handoff, evidence) => {
    expect(found({ artifacts: [artifact()], ...handoff }, evidence)).toEqual([]);
  });

  it('is content with what git still holds by its blob', () => {
    expect(found({ artifacts: [artifact('b1')], acknowledged: { by: 'backend', at: '2025-08-10' } }, { objects: new Set(['b1']) })).toEqual([]);
  });
});

describe('commit-unknown', () => {
  it('finds a head and a base that are not here', () => {
    expect(found({ head: 'c2', base: 'c1' })).toEqual([
      ['commit-unknown', { commit: 'c2' }, 'head'],
      ['commit-unknown', { commit: 'c1' }, 'base'],
    ]);
  });

  it.each<[string, Partial<Handoff>, Partial<HandoffEvidence>]>([
    ['commits that are here', {}, { objects: new Set(['c1', 'c2']) }],
    ['a shallow clone', {}, { shallow: true }],
    ['a handoff that was acknowledged', { acknowledged: { by: 'backend', at: '2025-08-10' } }, {}],
  ])('is content with %s', (_, handoff, evidence) => {
    expect(found({ head: 'c2', base: 'c1', ...handoff }, evidence)).toEqual([]);
  });
});

describe('handoff-stale', () => {
  const stale = [['handoff-stale', { task: 'DB-1', changed: ['api/schema.sql'] }, 'artifacts']];

  it('finds artifacts that were changed or deleted', () => {
    expect(found({ artifacts: [artifact('b1')] }, { now: new Map([['api/schema.sql', 'b2']]) })).toEqual(stale);
    expect(found({ artifacts: [artifact('b1')] }, { objects: new Set(['b1']) })).toEqual(stale);
  });

  it.each<[string, string | null, Partial<Handoff>, Partial<HandoffEvidence>]>([
    ['the same blob', 'b1', {}, { now: new Map([['api/schema.sql', 'b1']]) }],
    ['an artifact without a blob id', null, {}, { now: new Map([['api/schema.sql', 'b2']]) }],
    ['an artifact that is not committed', 'b1', {}, { present: new Set(['api/schema.sql']) }],
    ['a handoff that was acknowledged', 'b1', { acknowledged: { by: 'backend', at: '2025-08-10' } }, { now: new Map([['api/schema.sql', 'b2']]) }],
  ])('is content with %s', (_, blob, handoff, evidence) => {
    expect(found({ artifacts: [artifact(blob)], ...handoff }, evidence)).toEqual([]);
  });
});
