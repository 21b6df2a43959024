/** The status as data. */
import type { StatusAnswer as Answer } from '../app/overview/status.ts';
import { waitingStep } from '../core/dispatch/final-jobs.ts';
import type { StatusAnswer } from '../core/schemas/types.ts';
import { claimEntry, handoffEntry, openBlockerEntry, waitingEntry } from './entries.ts';

export function statusEntry({ shared, project, nextSync, completion, counts, waiting, team, yours, held, unheld, doneElsewhere, blockers, handoffs, ready, overdue, phases, gates, failedJobs, waitingJobs, dispatchStopped, risks }: Answer, now: Date): StatusAnswer {
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
    dispatch_stopped: dispatchStopped,
    risks: risks.map(({ risk, owner }) => ({ risk, owner })),
  };
}
