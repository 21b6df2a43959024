import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFile } from '../../../src/core/documents/read-file.ts';
import { printQueue } from '../../../src/core/export/print-queue.ts';
import { PRIORITIES } from '../../../src/core/model.ts';
import type { Task } from '../../../src/core/model.ts';
import { escapedHidden, printable } from '../../../src/present/text/plain.ts';
import { arbitraryFullTasks } from '../../support/arbitrary-full-tasks.ts';
import { makeTask } from '../../support/records.ts';

const withoutPlace = (task: Task): unknown => ({ ...task, place: null });

test('a queue reads as people write it', () => {
  const tasks = [
    makeTask({ id: 'MOB-001', title: 'Mobile app setup', agent: 'integration', priority: 'low', deadline: '2025-09-20', dependencies: ['API-001', { id: 'AUTH-001', label: 'Login works' }], estimate: 90 }),
    makeTask({ id: 'FIX-001', title: 'Fix website: deployment', agent: 'frontend', priority: 'high', status: 'done', estimate: 120 }),
  ];
  expect(printQueue(tasks)).toBe(`\
task_queue:
  high_priority:
    - id: FIX-001
      task: "Fix website: deployment"
      agent: frontend
      status: done
      estimate: 2
      dependencies: []

  medium_priority: []
  low_priority:
    - id: MOB-001
      task: Mobile app setup
      agent: integration
      dependencies: [API-001, { id: AUTH-001, label: Login works }]
      estimate: "90 min"
      deadline: "2025-09-20"
`);
});

test('put into tasks/, it gives the same tasks, whatever they say, also from a terminal', () => {
  fc.assert(
    fc.property(arbitraryFullTasks, (tasks) => {
      const text = printable(escapedHidden(printQueue(tasks)), false);
      const { tasks: read, problems } = readFile('deployment/tasks/queue.yaml', text, 'deployment');
      expect(problems).toEqual([]);
      const inOrder = PRIORITIES.flatMap((priority) => tasks.filter((task) => task.priority === priority));
      expect(read?.map(withoutPlace)).toEqual(inOrder.map(withoutPlace));
    }),
  );
});
