import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobCost } from '../../../src/core/dispatch/job-cost.ts';
import { COST_KEYS, costRows, knownCost, sumOf } from '../../../src/core/reports/costs.ts';

const cost = (fields: Partial<JobCost> = {}): JobCost => ({ job: 'a', agent: 'backend', task: 'API-1', started: '2025-08-12T10:00:00.000Z', runs: 1, unknown: 0, cost_usd: 1, cost_basis: 'reported', tokens: { input: 100, output: 10, cached: 5 }, ...fields });
const unknown = (fields: Partial<JobCost> = {}): JobCost => cost({ unknown: fields.runs ?? 1, cost_usd: null, cost_basis: 'unknown', tokens: null, ...fields });

describe('sums of costs', () => {
  it('keep apart what was reported, what was priced, and what is unknown', () => {
    expect(sumOf([cost(), cost({ cost_usd: 0.25, cost_basis: 'priced' }), unknown(), cost({ runs: 3, unknown: 2, cost_usd: 2 })])).toEqual({
      runs: 6,
      reported: { runs: 2, cost: 3 },
      priced: { runs: 1, cost: 0.25 },
      unknown: 3,
      tokens: { input: 300, output: 30, cached: 15 },
      untold: 3,
    });
  });

  it('are unknown, not nothing, where no run told its cost', () => {
    expect([knownCost(sumOf([unknown()])), knownCost(sumOf([unknown(), cost({ cost_usd: 0 })])), knownCost(sumOf([]))]).toEqual([null, 0, 0]);
  });

  it('stand by agent and task dearest first, by day and month newest first', () => {
    const costs = [cost({ started: '2025-07-31T23:59:59.000Z', cost_usd: 1 }), cost({ agent: 'frontend', task: 'UI-1', cost_usd: 5 }), unknown({ agent: 'ops', task: null }), cost({ agent: 'docs', task: 'DOC-1', cost_usd: 5, started: '2025-08-01T00:00:00.000Z' })];
    const keys = COST_KEYS.map((by) => costRows(costs, by).map(({ key }) => key));
    expect(keys).toEqual([['docs', 'frontend', 'backend', 'ops'], ['DOC-1', 'UI-1', 'API-1', null], ['2025-08-12', '2025-08-01', '2025-07-31'], ['2025-08', '2025-07']]);
  });

  it('are the same whichever way runs are put together', () => {
    const some = fc.array(fc.record({ agent: fc.constantFrom('a', 'b'), task: fc.constantFrom('T-1', 'T-2', null), day: fc.integer({ min: 10, max: 28 }), month: fc.constantFrom('07', '08'), cents: fc.option(fc.integer({ min: 0, max: 500 })) }));
    fc.assert(
      fc.property(some, (drawn) => {
        const costs = drawn.map(({ agent, task, day, month, cents }) => (cents === null ? unknown({ agent, task }) : cost({ agent, task, started: `2025-${month}-${day}T12:00:00.000Z`, cost_usd: cents / 128 })));
        const total = sumOf(costs);
        for (const by of COST_KEYS) {
          const rows = costRows(costs, by);
          const sum = (value: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + value(row), 0);
          expect([sum((row) => row.runs), sum((row) => row.unknown), sum((row) => row.reported.cost), sum((row) => row.tokens.input)]).toEqual([total.runs, total.unknown, total.reported.cost, total.tokens.input]);
        }
      }),
    );
  });
});
