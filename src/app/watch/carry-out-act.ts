/** Carries out what a rule asks for. */
import { verifierOf } from '../../core/documents/verifier.ts';
import type { Act } from '../../core/watch/reactions.ts';
import { dispatch } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import { writePages } from '../report-pages.ts';
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
      return ended(await start(ports, act, acting));
    case 'report':
      return ended(await report(ports, act, acting));
  }
}

const ended = (failure: string | null): Carried => ({ end: failure === null ? 'done' : { failure }, mayWrite: true });

async function runVerifier(ports: Ports, { survey }: View, { name }: Act): Promise<string | null> {
  const verifier = name === null ? null : verifierOf(survey.config, name);
  if (verifier === null) return name === null ? 'the rule names no verifier' : `there is no verifier ${name}`;
  const { exitCode, timedOut } = await ports.processes.run(verifier.command, { cwd: ports.location.root, timeoutSeconds: verifier.timeoutSeconds });
  if (timedOut) return `${verifier.name} was stopped after ${verifier.timeoutSeconds} s`;
  return exitCode === 0 ? null : `${verifier.name} ended with exit code ${exitCode ?? 'none'}`;
}

async function start(ports: Ports, { events: [event] }: Act, { describe }: Acting): Promise<string | null> {
  const task = 'task' in event ? event.task : null;
  if (task === null) return 'it is about no task, so no agent can be started';
  const answer = await dispatch(ports, { agent: null, task, max: 1, watches: false, dryRun: false, describe, tell: () => undefined });
  if (!answer.ok) return describe(answer.refusal);
  return answer.value.jobs.some(({ task: done, phase, error }) => done === task && phase === 'over' && error !== null) ? `the job on ${task} failed: coord jobs show ${task}` : null;
}

async function report(ports: Ports, { name }: Act, { describe }: Acting): Promise<string | null> {
  if (name !== null && name !== 'pages') return `${name} is no report that a rule can write: pages is`;
  const written = await writePages(ports);
  return written.ok ? null : describe(written.refusal);
}
