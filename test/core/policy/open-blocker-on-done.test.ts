import { describe, expect, it } from 'vitest';
import { findOpenBlockersOnDone } from '../../../src/core/policy/open-blocker-on-done.ts';
import type { Blocker, Place, Task } from '../../../src/core/model.ts';
import { makeBlocker, makeTask, makeWorkspace } from '../../support/records.ts';

const PLACE: Place = { file: 'deployment/status/blockers/a.md', pointer: [] };
const found = (task: Partial<Task>, blocker: Partial<Blocker>) => {
  const { workspace, graph } = makeWorkspace({ tasks: [makeTask({ id: 'API-001', status: 'done', ...task })], blockers: [makeBlocker({ task: 'API-001', place: PLACE, ...blocker })] });
  return findOpenBlockersOnDone(workspace, graph);
};

describe('open-blocker-on-done', () => {
  it.each(['API-001', 'api-001'])('is at the blocker, named as unblock takes it, though it writes %s', (task) => {
    expect(found({}, { task })).toEqual([{ code: 'open-blocker-on-done', place: { ...PLACE, pointer: ['task'] }, facts: { id: 'API-001', needed: 'an answer', blocker: 'a' } }]);
  });

  it.each<[string, Partial<Task>, Partial<Blocker>]>([
    ['one that is resolved', {}, { resolved: '2025-08-10' }],
    ['one on a task that nobody knows, which is another problem', {}, { task: 'API-002' }],
    ['one on an open task', { status: 'review' }, {}],
    ['one on a cancelled task, which says nothing of being done', { status: 'cancelled' }, {}],
  ])('says nothing of %s', (_, task, blocker) => {
    expect(found(task, blocker)).toEqual([]);
  });
});
