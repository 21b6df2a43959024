import { describe, expect, it } from 'vitest';
import { atOnce, budgetsOf, costOfAgentPerDay, retentionDays, runLimits } from '../../../src/core/dispatch/limits.ts';
import type { Agent } from '../../../src/core/model.ts';

const agent = (limits: object = {}): Agent => ({ id: 'a', name: 'a', aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: { limits }, place: { file: 'deployment/coord.yaml' } });

describe('bounds', () => {
  it('have defaults, and the tighter of two counts', () => {
    expect(runLimits(agent(), {})).toEqual({ timeoutSeconds: 1800, turns: null, memoryMb: null, costUsd: null });
    expect(runLimits(agent({ timeout: '5 minutes', turns: 60, memory_mb: 256 }), { limits: { timeout: 600, turns: 40, cost_per_task: 2 } })).toEqual({ timeoutSeconds: 300, turns: 40, memoryMb: 256, costUsd: 2 });
    expect([budgetsOf({}).agents, budgetsOf({}).failures, atOnce(agent()), atOnce(agent({ agents: 3 }))]).toEqual([4, 3, 1, 3]);
    expect(costOfAgentPerDay(agent({ cost_per_agent: 3 }), { limits: { cost_per_agent: 1 } })).toBe(1);
    expect([retentionDays({}), retentionDays({ limits: { retention: '2 weeks' } }), retentionDays({ limits: { retention: 7 } })]).toEqual([30, 14, 7]);
  });
});
