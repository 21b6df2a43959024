import { describe, expect, it } from 'vitest';
import type { JobCost } from '../../../src/core/dispatch/job-cost.ts';
import type { Agent, Config, Task } from '../../../src/core/model.ts';
import { estimateCosts } from '../../../src/core/reports/cost-estimate.ts';

const agent = (id: string, more: object = {}): Agent => ({ id, name: id, aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: { runtime: 'api', ...more }, place: { file: 'deployment/coord.yaml' } });
const open = (id: string, agentId: string | null): Task => ({ id, agent: agentId, kind: 'task', status: 'todo' }) as Task;
const cost = (agentId: string, task: string | null, dollars: number | null, job = `${task ?? ''}-${dollars ?? ''}`): JobCost => ({ job, agent: agentId, task, started: '2025-08-12T10:00:00.000Z', runs: 1, unknown: dollars === null ? 1 : 0, cost_usd: dollars, cost_basis: dollars === null ? 'unknown' : 'reported', tokens: null });

const CONFIG: Config = { runtimes: { api: { kind: 'anthropic', model: 'big', prices: { big: { input: 3, output: 15 } } } } };

describe('an estimate', () => {
  it('goes by what whole tasks of the agent cost, the failed tries with them', () => {
    const costs = [cost('backend', 'A', 1), cost('backend', 'A', 2), cost('backend', 'B', 1), cost('backend', 'C', 2), cost('backend', null, 6), cost('other', 'D', 90)];
    expect(estimateCosts([open('X', 'backend'), open('Y', 'backend')], costs, [agent('backend')], CONFIG).agents).toEqual([{ agent: 'backend', tasks: 2, task: { middle: 2.5, low: 1.75, high: 3.75 }, from: 'runs', known: 4, runsPerMonth: null }]);
  });

  it('leaves out a task of which one run is unknown', () => {
    const costs = [cost('backend', 'A', 1), cost('backend', 'a', null), cost('backend', 'B', 4)];
    expect(estimateCosts([open('X', 'backend')], costs, [agent('backend')], CONFIG).agents).toMatchObject([{ known: 1, task: { middle: 4 } }]);
  });

  it('goes by the tokens that are stated where there was no run, and never guesses', () => {
    const usage = { input: 100_000, output: 20_000, runs_per_month: 50 };
    const unpriced = agent('unpriced', { usage, model: 'nobody-knows' });
    expect(estimateCosts([open('X', 'stated'), open('Y', 'unpriced'), open('Z', 'silent')], [], [agent('stated', { usage }), unpriced, agent('silent')], CONFIG).agents).toMatchObject([
      { agent: 'stated', from: 'stated', task: { middle: 0.6, low: 0.6, high: 0.6 }, runsPerMonth: 50 },
      { agent: 'unpriced', from: 'unknown', task: null },
      { agent: 'silent', from: 'unknown', task: null, runsPerMonth: null },
    ]);
  });

  it('goes by no run that broke off before its model was asked', () => {
    const broken = { ...cost('backend', 'A', 0), tokens: { input: 0, output: 0, cached: 0 } };
    expect(estimateCosts([open('X', 'backend')], [broken], [agent('backend')], CONFIG).agents).toMatchObject([{ from: 'unknown', known: 0 }]);
    expect(estimateCosts([open('X', 'backend')], [{ ...broken, tokens: { input: 5, output: 1, cached: 0 } }], [agent('backend')], CONFIG).agents).toMatchObject([{ from: 'runs', task: { middle: 0 } }]);
  });

  it('counts the tasks that coord runs nobody on, and leaves out agents with nothing to do', () => {
    expect(estimateCosts([open('X', 'human'), open('Y', null), open('Z', 'backend')], [], [agent('backend'), agent('idle'), agent('human', { runtime: null })], CONFIG)).toMatchObject({ agents: [{ agent: 'backend' }], others: 2 });
  });
});
