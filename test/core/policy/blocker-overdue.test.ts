import { describe, expect, it } from 'vitest';
import { findOverdueBlockers } from '../../../src/core/policy/blocker-overdue.ts';
import type { Blocker } from '../../../src/core/model.ts';
import { makeAgent, makeBlocker, makeWorkspace } from '../../support/records.ts';

const RAISED = '2025-08-10T10:00:00Z';
const overdue = (fields: Partial<Blocker>, minutesLater: number, config = {}) => {
  const { workspace } = makeWorkspace({ config, agents: [makeAgent({ id: 'frontend' })], blockers: [makeBlocker({ task: 'API-001', raised: RAISED, ...fields })] });
  return findOverdueBlockers(workspace, Date.parse(RAISED) + minutesLater * 60_000).map(({ facts }) => facts);
};

describe('blocker-overdue', () => {
  it.each([['P0', 15], ['P1', 60], ['P2', 240]] as const)('%s is answered within %d minutes', (severity, minutes) => {
    expect(overdue({ severity }, minutes)).toEqual([]);
    expect(overdue({ severity }, minutes + 1)).toEqual([{ task: 'API-001', blocker: 'API-001', waitsOn: null, severity, since: RAISED, respondMinutes: minutes }]);
  });

  it.each([['frontend', 'frontend'], ['human:alice', 'human:alice'], ['external:the host', null], ['Any available', null]])('waits on %s, who answers as %s', (waitsOn, expected) => {
    expect(overdue({ severity: 'P0', waitsOn }, 20)).toMatchObject([{ waitsOn: expected }]);
  });

  it('goes by coord.yaml where that says otherwise', () => {
    expect(overdue({ severity: 'P0' }, 20, { severities: { P0: { respond: '30 minutes' } } })).toEqual([]);
    expect(overdue({ severity: 'P3' }, 61, { severities: { P3: { respond: 60 } } })).toHaveLength(1);
  });

  it.each([
    ['of P3: the next business day is on no clock', { severity: 'P3' }],
    ['that was acknowledged', { acknowledged: { by: 'backend', at: RAISED } }],
    ['that is resolved', { resolved: RAISED }],
    ['without a date', { raised: null }],
  ] as const)('says nothing of one %s', (_, fields) => {
    expect(overdue(fields, 100_000)).toEqual([]);
  });
});
