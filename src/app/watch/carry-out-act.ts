/** Carries out what a rule asks for. */
import { verifierFaults, verifierOf } from '../../core/documents/verifier.ts';
import type { ActFailure } from '../../core/watch/act-failure.ts';
import type { Act } from '../../core/watch/reactions.ts';
import { dispatch } from '../jobs/dispatch.ts';
import type { Ports } from '../ports.ts';
import { writePages } from '../reports/report-pages.ts';
import type { View } from '../view.ts';
import type { Acting, Carried } from './acting.ts';
import { tellPeople } from './tell-people.ts';

export async function carryOutAct(ports: Ports, view: View, act: Act, acting: Acting): Promise<Carried> {
  switch (act.does) {
    case 'notify':
      return tellPeople(ports, view, act, acting);
    case 'run':
      return ended(await runVerifier(ports, view, act));
    case 'dispatch':
      return start(ports, act, acting);
    case 'report':
      return ended(await report(ports, act));
  }
}

const ended = (failure: ActFailure | null): Carried => ({ end: failure ?? 'done', mayWrite: true });

async function runVerifier(ports: Ports, { survey, problems }: View, { name }: Act): Promise<ActFailure | null> {
  if (name === null) return { why: 'no-verifier', name };
  const verifier = verifierOf(survey.config, name);
  if (verifier === null) return { why: verifierFaults(problems, ports.location.folder, name).length > 0 ? 'broken-verifier' : 'no-verifier', name };
  const { exitCode, timedOut } = await ports.processes.run(verifier.command, { cwd: ports.location.root, timeoutSeconds: verifier.timeoutSeconds });
  if (timedOut) return { why: 'verifier-late', name: verifier.name, seconds: verifier.timeoutSeconds };
  return exitCode === 0 ? null : { why: 'verifier-failed', name: verifier.name, exitCode };
}

/** Nothing, where the task is left to people, or is not to be started now: so it stays, and dispatch tells why. */
async function start(ports: Ports, { events: [event] }: Act, { describe }: Acting): Promise<Carried> {
  const task = 'task' in event ? event.task : null;
  if (task === null) return ended({ why: 'no-task' });
  const answer = await dispatch(ports, { agent: null, task, max: 1, watches: false, dryRun: false, describe, tell: () => undefined });
  if (!answer.ok) return ended({ why: 'refused', refusals: [answer.refusal] });
  const { jobs, skipped } = answer.value;
  const fault = skipped.find((one) => one.task === task)?.refusal ?? null;
  if (fault !== null) return ended({ why: 'refused', refusals: [fault] });
  if (jobs.every((job) => job.task !== task)) return { end: 'nothing', mayWrite: true };
  return ended(jobs.some((job) => job.task === task && job.phase === 'over' && job.error !== null) ? { why: 'job-failed', task } : null);
}

async function report(ports: Ports, { name }: Act): Promise<ActFailure | null> {
  if (name !== null && name !== 'pages') return { why: 'no-such-report', name };
  const written = await writePages(ports);
  return written.ok ? null : { why: 'refused', refusals: [written.refusal] };
}
