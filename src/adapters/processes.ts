/** Runs verifiers. */
import type { CommandOfJob, ProcessPlace, Processes, RunOutcome } from '../app/ports.ts';
import { createRedactor } from '../core/dispatch/redact.ts';
import { withoutLocal } from './git/local-env.ts';
import { markFor } from './jobs/environment.ts';
import { ownSecrets } from './jobs/own-secrets.ts';
import { startGroup } from './process-group.ts';
import type { Group } from './process-group.ts';
import { startFailure } from './start-failure.ts';
import { keepTail } from './text-tail.ts';

export function createProcesses(): Processes {
  return { run };
}

async function run(command: readonly string[], { cwd, timeoutSeconds, job }: ProcessPlace): Promise<RunOutcome> {
  const tail = keepTail();
  const own = withoutLocal(process.env);
  const group = startGroup({ command, cwd, env: job === undefined ? own : environmentFor(job, own), stdin: null, timeoutSeconds, onText: tail.add });
  const stopPassing = passSignals(group);
  const { exitCode, failure, stopped, seconds } = await group.ended;
  stopPassing();
  if (failure !== null) return { exitCode: null, timedOut: false, seconds, tail: startFailure(command, cwd, failure) };
  return { exitCode: stopped === null ? exitCode : null, timedOut: stopped !== null, seconds, tail: job === undefined ? tail.text() : createRedactor(ownSecrets())(tail.text()) };
}

function environmentFor({ id, keptKeys }: CommandOfJob, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const seen = Object.entries(own).filter(([name]) => !keptKeys.includes(name));
  return { ...Object.fromEntries(seen), ...markFor(id, own) };
}

/** A group of its own hears nothing of the terminal's Ctrl-C. */
function passSignals(group: Group): () => void {
  const passOn = (signal: NodeJS.Signals): void => {
    group.kill();
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', passOn).once('SIGTERM', passOn);
  return () => process.off('SIGINT', passOn).off('SIGTERM', passOn);
}
