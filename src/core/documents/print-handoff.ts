/** A handoff as a file: front matter with every field in a fixed order, then notes. */
import type { Artifact, Handoff } from '../model.ts';
import { printFrontMatter } from './print-fields.ts';
import type { Writable } from './print-scalar.ts';

export type NewHandoff = Omit<Handoff, 'place'>;

export function printHandoff(handoff: NewHandoff): string {
  return printFrontMatter(Object.entries(fieldsOf(handoff)), handoff.notes);
}

const HINT = '# What the next one should know. Lines here that begin with # are left out; an emptied file writes nothing.\n';

/** What a person writes of it, to be read again by `readDraft`. */
export function printDraft(handoff: NewHandoff): string {
  const { to_agent, task_completed, dependencies_ready, blockers, next_steps, ruled_out } = fieldsOf(handoff);
  const artifacts = handoff.artifacts.map(({ path, description }) => artifactFields({ path, description, blob: null }));
  const printed = printFrontMatter(Object.entries({ to_agent, task_completed, dependencies_ready, blockers, next_steps, artifacts, ruled_out }), handoff.notes);
  return printed.replace(/^---\n/, `---\n${HINT}`);
}

/** No verb changes an artifact later, so what is unknown of it need not stand there. */
function artifactFields({ path, description, blob }: Artifact): Record<string, string> {
  return { path, ...(description === null ? {} : { description }), ...(blob === null ? {} : { blob }) };
}

function fieldsOf(handoff: NewHandoff) {
  return {
    from_agent: handoff.from,
    to_agent: handoff.to,
    timestamp: handoff.timestamp,
    task: handoff.task,
    task_completed: handoff.completed,
    dependencies_ready: handoff.ready,
    blockers: handoff.blockers,
    next_steps: handoff.nextSteps,
    artifacts: handoff.artifacts.map(artifactFields),
    base: handoff.base,
    head: handoff.head,
    branch: handoff.branch,
    tree: handoff.tree,
    token: handoff.token,
    nonce: handoff.nonce,
    verification: handoff.verification.map(({ name, command, exitCode, at, ranChanged }) => ({ name, command, exit_code: exitCode, at, ...(ranChanged === undefined ? {} : { ran_changed: ranChanged }) })),
    ruled_out: handoff.ruledOut,
    acknowledged: handoff.acknowledged && { ...handoff.acknowledged },
  } satisfies Record<string, Writable>;
}
