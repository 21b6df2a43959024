/** Tasks as issues: what `gh issue create` and the REST API take. What an issue has no field for stands in a block of its body. */
import { withFieldBlock } from '../import/field-block.ts';
import { readGithub } from '../import/from-github.ts';
import { keptFields, toldOf } from '../import/kept-fields.ts';
import type { Task } from '../model.ts';

/** GitHub takes no longer title. */
const LONGEST_TITLE = 256;

interface Issue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: string | null;
  readonly state: 'open' | 'closed';
  readonly state_reason: 'completed' | 'not_planned' | null;
}

export function printGithub(tasks: readonly Task[]): string {
  const plain = tasks.map(issueOf);
  const alone = readGithub([{ name: '', text: JSON.stringify(plain) }]).draft.tasks;
  const issues = plain.map((issue, at) => {
    const [task, read] = [tasks[at], alone[at]];
    return task && read ? { ...issue, body: withFieldBlock(issue.body, keptFields(toldOf(task), read)) } : issue;
  });
  return JSON.stringify(issues, null, 2);
}

/** Nobody is assigned: agents have no accounts, and an issue for an unknown account is refused. */
function issueOf({ title, notes, priority, kind, status, agent, group, phase }: Task): Issue {
  const labels = [
    ...(priority === 'medium' ? [] : [`priority: ${priority}`]),
    ...(kind === 'task' ? [] : [`kind: ${kind}`]),
    ...(status === 'in_progress' || status === 'review' ? [`status: ${status.replace('_', ' ')}`] : []),
    ...(agent === null ? [] : [`agent: ${agent}`]),
    ...(group === null ? [] : [`group: ${group}`]),
  ];
  const isClosed = status === 'done' || status === 'cancelled';
  return {
    title: shortened(title.replace(/\s+/g, ' ').trim()) || '-',
    body: notes ?? '',
    labels,
    assignees: [],
    milestone: phase,
    state: isClosed ? 'closed' : 'open',
    state_reason: status === 'done' ? 'completed' : status === 'cancelled' ? 'not_planned' : null,
  };
}

function shortened(title: string): string {
  const characters = Array.from(title);
  return characters.length <= LONGEST_TITLE ? title : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
