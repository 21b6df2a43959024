import type { Ports } from '../../app/ports.ts';
import type { StatusAnswer as Answer } from '../../app/status.ts';
import { status } from '../../app/status.ts';
import { waitingStep } from '../../core/dispatch/final-jobs.ts';
import type { StatusAnswer } from '../../core/schemas/types.ts';
import { blockersText } from '../../present/blocker.ts';
import { claimsText } from '../../present/claims-list.ts';
import { statusText } from '../../present/status.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { claimEntry, handoffEntry, openBlockerEntry, waitingEntry } from '../entries.ts';
import { isSet } from '../options.ts';
import { refuse } from '../refuse.ts';

/** Of each list a person sees so many; a program sees all. */
const ROWS = 10;

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const { json } = input;
  const blockersAlone = isSet(input, 'blockers');
  const claimsAlone = isSet(input, 'claims');
  const answer = await status(ports, json || blockersAlone || claimsAlone ? Infinity : ROWS, input.as);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const text = claimsAlone ? claimsText(answer.value.held.rows, answer.value.shared, screen) : blockersAlone ? blockersText(answer.value.blockers, screen) : statusText(answer.value, screen);
  return { exit: 0, text: json ? '' : text, data: json ? dataOf(answer.value, screen.now) : null, problems: answer.value.problems };
}

function dataOf({ shared, project, nextSync, completion, counts, waiting, team, yours, held, unheld, doneElsewhere, blockers, handoffs, ready, overdue, phases, gates, failedJobs, waitingJobs, risks }: Answer, now: Date): StatusAnswer {
  return {
    shared,
    project,
    next_sync: nextSync === null ? null : { at: new Date(nextSync.at).toISOString(), about: nextSync.about },
    completion,
    counts,
    waiting,
    agents: team.map(({ id, agent, open, ready, done, holds }) => ({ id, name: agent.name, open, ready, done, holds: [...holds] })),
    waits_for_you: yours && waitingEntry(yours),
    held: held.rows.flatMap(({ live }) => claimEntry(live) ?? []),
    unheld: unheld.rows.map(({ id, title, agent, priority }) => ({ id, title, agent, priority, status: 'in_progress' as const })),
    done_elsewhere: doneElsewhere.rows.map(({ live: { id, claim } }) => ({ id, agent: claim?.agent ?? null, branch: claim?.branch ?? null })),
    blockers: blockers.rows.map((open) => openBlockerEntry(open, now)),
    handoffs: handoffs.rows.map(handoffEntry),
    ready: ready.rows.map(({ id, title, agent, priority, unblocks, started }) => ({ id, title, agent, priority, unblocks, started, status: 'todo' as const })),
    overdue: overdue.rows.map(({ id, due }) => ({ id, due: due.toISOString() })),
    phases: [...phases],
    gates: gates.rows.map(({ id, title, waitsFor, approvers, approval }) => ({ id, title, waits_for: [...waitsFor], approvers: [...approvers], approval })),
    failed_jobs: failedJobs.map(({ id, task, agent, error }) => ({ job: id, task, agent, reason: error?.reason ?? null })),
    waiting_jobs: waitingJobs.map((job) => ({ job: job.id, task: job.task, agent: job.agent, step: waitingStep(job) })),
    risks: risks.map(({ risk, owner }) => ({ risk, owner })),
  };
}
