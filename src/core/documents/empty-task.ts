import type { Task } from '../model.ts';

/** What a task is where its file says nothing. */
export const EMPTY_TASK: Omit<Task, 'place'> = {
  id: '',
  title: '',
  agent: null,
  priority: 'medium',
  kind: 'task',
  status: 'todo',
  progress: null,
  dependencies: [],
  phase: null,
  group: null,
  estimate: null,
  margin: 0,
  deadline: null,
  files: [],
  actions: [],
  acceptance: [],
  verify: [],
  approvers: [],
  artifacts: [],
  started: null,
  completed: null,
  proof: null,
  approval: null,
  notes: null,
};
