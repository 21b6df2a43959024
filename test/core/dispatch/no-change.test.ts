import { expect, it } from 'vitest';
import { changesAnything, provesItself } from '../../../src/core/dispatch/no-change.ts';
import { makeAgent, makeTask } from '../../support/records.ts';

const agent = makeAgent({ id: 'a' });
const task = makeTask({ id: 'A' });

it.each([
  ['nothing', {}, {}, false],
  ['a verifier of the task', { verify: ['whole'] }, {}, true],
  ['an artifact', { artifacts: ['report.md'] }, {}, true],
  ['a verifier of the agent', {}, { verifiers: ['whole'] }, true],
  ['the form of its answer', {}, { output: { type: 'object' } }, true],
])('%s shows that a task is done', (_, ofTask, more, expected) => {
  expect(provesItself({ ...task, ...ofTask }, { ...agent, more })).toBe(expected);
});

it.each([
  [[], false],
  [['deployment/tasks/A.yaml'], false],
  [['deployment/handoffs/2025-08-12-a-A-0000-handoff.md', 'deployment/tasks/A.yaml'], false],
  [['deployment/tasks/A.yaml', 'src/a.ts'], true],
  [['deployment/decisions/2025-08-12-use-x-0000.md'], true],
  [['deployment/tasks/B.yaml'], true],
])('%j', (paths, expected) => {
  expect(changesAnything(paths, task, 'deployment')).toBe(expected);
});
