/** Runs verifiers. */
import type { Processes, RunOutcome } from '../app/ports.ts';
import { withoutLocal } from './git/local-env.ts';
import { markFor } from './jobs/environment.ts';
import { startGroup } from './process-group.ts';
import type { Group } from './process-group.ts';
import { startFailure } from './start-failure.ts';
import { keepTail } from './text-tail.ts';

export function createProcesses(): Processes {
  return { run: (command, { cwd, timeoutSeconds, job }) => run(command, cwd, timeoutSeconds, job === undefined ? {} : markFor(job, process.env)) };
}

async function run(command: readonly string[], cwd: string, timeoutSeconds: number, mark: NodeJS.ProcessEnv): Promise<RunOutcome> {
  const tail = keepTail();
  const group = startGroup({ command, cwd, env: { ...withoutLocal(process.env), ...mark }, stdin: null, timeoutSeconds, onText: tail.add });
  const stopPassing = passSignals(group);
  const { exitCode, failure, stopped, seconds } = await group.ended;
  stopPassing();
  if (failure !== null) return { exitCode: null, timedOut: false, seconds, tail: startFailure(command, cwd, failure) };
  return { exitCode: stopped === null ? exitCode : null, timedOut: stopped !== null, seconds, tail: tail.text() };
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
