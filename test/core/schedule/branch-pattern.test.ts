import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agentOfBranch, branchFor } from '../../../src/core/schedule/branch-pattern.ts';
import { makeAgent } from '../../support/records.ts';

const AGENTS = [makeAgent({ id: 'frontend' }), makeAgent({ id: 'backend', branch: 'agent-1/{task}' }), makeAgent({ id: 'ops', branch: 'work/{agent}.{task}' }), makeAgent({ id: 'lead', branch: 'main' })];

describe('names of branches', () => {
  test.each([
    ['frontend', 'frontend/FIX-001'],
    ['backend', 'agent-1/FIX-001'],
    ['ops', 'work/ops.FIX-001'],
    ['nobody', 'nobody/FIX-001'],
  ])('of %s', (agent, branch) => {
    expect(branchFor(agent, 'FIX-001', AGENTS)).toBe(branch);
  });

  test.each([
    ['frontend/FIX-001', 'frontend'],
    ['agent-1/x', 'backend'],
    ['work/ops.x', 'ops'],
    ['work/opsAx', null],
    ['main', 'lead'],
    ['frontend/', null],
    ['frontend/a/b', null],
    ['feature/FIX-001', null],
  ])('%s says %s', (branch, agent) => {
    expect(agentOfBranch(branch, AGENTS)).toBe(agent);
  });

  test('there and back', () => {
    fc.assert(
      fc.property(fc.constantFrom('frontend', 'backend', 'ops'), fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/), (agent, task) => {
        expect(agentOfBranch(branchFor(agent, task, AGENTS), AGENTS)).toBe(agent);
      }),
    );
  });

  test('two agents with one pattern: nobody can tell', () => {
    expect(agentOfBranch('x/1', [makeAgent({ id: 'a', branch: 'x/{task}' }), makeAgent({ id: 'b', branch: 'x/{task}' })])).toBeNull();
  });
});
