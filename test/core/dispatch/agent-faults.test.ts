import { expect, it } from 'vitest';
import { agentFaults } from '../../../src/core/dispatch/agent-faults.ts';
import type { Place } from '../../../src/core/model.ts';
import { problem } from '../../../src/core/problem/problem.ts';
import type { PlacedProblem } from '../../../src/core/problem/problem.ts';
import { makeAgent } from '../../support/records.ts';

const CONFIG = 'deployment/coord.yaml';
const agent = makeAgent({ id: 'backend', more: { runtime: 'script' } });
const at = { line: 1, column: 1, endColumn: 2 };
const violation = (place: Place): PlacedProblem => ({ ...problem('schema-violation', place, { field: 'x', expected: 'a number', got: '"y"' }), at });

it.each([
  ['its entry', { file: CONFIG, pointer: ['team', 'backend', 'limits', 'turns'] }, 1],
  ['its file', { file: 'deployment/agents/backend.md', offset: 0, length: 1 }, 1],
  ['what runs it', { file: CONFIG, pointer: ['runtimes', 'script', 'kind'] }, 1],
  ['all that runs agents', { file: CONFIG, pointer: ['runtimes'] }, 1],
  ['bounds for everybody', { file: CONFIG, pointer: ['limits', 'cost_per_day'] }, 1],
  ['whom it needs something from', { file: CONFIG, pointer: ['team', 'backend', 'needs', 0, 'from'] }, 0],
  ['another agent', { file: CONFIG, pointer: ['team', 'frontend', 'runtime'] }, 0],
  ['what runs others', { file: CONFIG, pointer: ['runtimes', 'claude'] }, 0],
  ['the dashboard', { file: CONFIG, pointer: ['dashboard'] }, 0],
  ['a task', { file: 'deployment/tasks/A.yaml', pointer: ['team', 'backend'] }, 0],
] as const)('an error in %s', (_, place, count) => {
  expect(agentFaults([violation(place)], 'deployment', agent)).toHaveLength(count);
});

it('a warning is none', () => {
  const warning: PlacedProblem = { ...problem('unknown-field', { file: CONFIG, pointer: ['team', 'backend', 'rutime'] }, { field: 'rutime', nearest: 'runtime' }), at };
  expect(agentFaults([warning], 'deployment', agent)).toEqual([]);
});
