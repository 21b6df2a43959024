/** A handoff as a file: front matter with every field in a fixed order, then notes. */
import { stringify } from 'yaml';
import type { Handoff } from '../model.ts';

export type NewHandoff = Omit<Handoff, 'place'>;

export function printHandoff(handoff: NewHandoff): string {
  const front = stringify(frontMatterOf(handoff), { lineWidth: 0, nullStr: '', compat: 'yaml-1.1' }).replace(/ +$/gm, '');
  return `---\n${front}---\n${handoff.notes === '' ? '' : `\n${handoff.notes.trim()}\n`}`;
}

function frontMatterOf(handoff: NewHandoff): Record<string, unknown> {
  return {
    from_agent: handoff.from,
    to_agent: handoff.to,
    timestamp: handoff.timestamp,
    task: handoff.task,
    task_completed: handoff.completed,
    dependencies_ready: handoff.ready,
    blockers: handoff.blockers,
    next_steps: handoff.nextSteps,
    artifacts: handoff.artifacts,
    base: handoff.base,
    head: handoff.head,
    branch: handoff.branch,
    tree: handoff.tree,
    token: handoff.token,
    nonce: handoff.nonce,
    verification: handoff.verification.map(({ name, command, exitCode, at }) => ({ name, command, exit_code: exitCode, at })),
    ruled_out: handoff.ruledOut,
    acknowledged: handoff.acknowledged,
  };
}
