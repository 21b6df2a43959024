import type { ProgramEnd, Programs, ProgramSpec } from '../app/ports/program-port.ts';
import { environmentWithin } from './jobs/environment.ts';
import { startGroup } from './process-group.ts';
import { startFailure } from './start-failure.ts';
import { keepTail } from './text-tail.ts';

/** `root`: of the work tree. */
export function createPrograms(root: string): Programs {
  return { run: (spec) => run(root, spec) };
}

async function run(cwd: string, { command, env, stdin, timeoutSeconds, most }: ProgramSpec): Promise<ProgramEnd> {
  const tail = keepTail();
  const kept: string[] = [];
  let left = most;
  let isCut = false;
  const onText = (text: string, stream: 'stdout' | 'stderr'): void => {
    if (stream === 'stderr') tail.add(text);
    else {
      if (left > 0) kept.push(text.slice(0, left));
      isCut ||= text.length > left;
      left = Math.max(0, left - text.length);
    }
  };
  const group = startGroup({ command, cwd, env: environmentWithin(env, process.env), stdin, timeoutSeconds, onText });
  const { exitCode, failure, stopped, seconds } = await group.ended;
  if (failure !== null) return { ended: 'not-started', reason: startFailure(command, cwd, failure) };
  return { ended: stopped === null ? 'by-itself' : 'stopped', exitCode, stdout: kept.join(''), isCut, stderr: tail.text(), seconds };
}
