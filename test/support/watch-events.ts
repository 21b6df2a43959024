/** An event of each kind. */
import type { WatchEvent } from '../../src/core/watch/event.ts';

export const common = (key: string) => ({ at: Date.parse('2025-08-12T12:00:00Z'), key, commit: null });
export const OF_TASK = { task: 'UI-1', title: 'Show it', agent: 'frontend' };
export const BLOCKED = { task: 'API-1', file: 'deployment/status/blockers/2025-08-12-API-1-a1b2.md', severity: 'P1', by: 'backend', waitsOn: 'human:ops', needed: 'the address', calls: ['frontend'] } as const;

const FIVE = Date.parse('2025-08-12T17:00:00Z');
const NINE = Date.parse('2025-08-12T09:00:00Z');
const RECORD = 'deployment/tasks/UI-1.yaml';

export const EVENTS: readonly WatchEvent[] = [
  { ...common('created'), event: 'record.created', file: RECORD },
  { ...common('changed'), event: 'record.changed', file: RECORD },
  { ...common('deleted'), event: 'record.deleted', file: RECORD },
  { ...common('ready'), event: 'task.ready', ...OF_TASK },
  { ...common('done'), event: 'task.done', ...OF_TASK },
  { ...common('open'), event: 'gate.open', ...OF_TASK },
  { ...common('taken'), event: 'claim.taken', ...OF_TASK },
  { ...common('released'), event: 'claim.released', ...OF_TASK },
  { ...common('expired'), event: 'claim.expired', ...OF_TASK, since: NINE },
  { ...common('near'), event: 'deadline.near', ...OF_TASK, due: FIVE },
  { ...common('handoff'), event: 'handoff.created', file: 'deployment/handoffs/2025-08-12-frontend-UI-1-a1b2-handoff.md', task: 'UI-1', from: 'frontend', to: 'backend' },
  { ...common('raised'), event: 'blocker.raised', ...BLOCKED },
  { ...common('overdue'), event: 'blocker.overdue', ...BLOCKED, due: FIVE },
  { ...common('sync'), event: 'sync.due', follows: null, about: 'Where we are', agents: [], channel: null },
  { ...common('feedback'), event: 'feedback.due', file: 'deployment/decisions/2025-08-12-json-a1b2.md', title: 'Speak JSON', reviewers: ['frontend'], decisionMaker: 'backend' },
  { ...common('failed'), event: 'validation.failed', errors: 2, files: ['deployment/tasks/A.yaml'] },
];
