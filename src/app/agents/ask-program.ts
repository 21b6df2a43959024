/** One run of a program that only answers: part of a run of an agent that coord is itself, and no job of its own. */
import { keepLines } from '../../core/dispatch/kept-lines.ts';
import type { Outcome } from '../../core/dispatch/outcome.ts';
import type { PlannedRun } from '../../core/dispatch/plan-run.ts';
import type { Ports } from '../ports.ts';
import { notBegun, outcomeOf } from './run-once.ts';

export interface ProgramQuestion {
  /** By this what it leaves running is known, and stopped. */
  readonly mark: string;
  readonly cwd: string;
  readonly planned: Pick<PlannedRun, 'argv' | 'stdin' | 'env' | 'set' | 'timeoutSeconds' | 'memoryMb' | 'runtime' | 'output' | 'model' | 'prices'>;
}

/** `tell`: each line that it prints, on either stream. */
export async function askProgram({ runner }: Pick<Ports, 'runner'>, { mark, cwd, planned }: ProgramQuestion, tell: (line: string) => void): Promise<Outcome> {
  const { argv, stdin, env, set, timeoutSeconds, memoryMb } = planned;
  const lines = keepLines();
  const started = await runner.start({ job: mark, argv, cwd, stdin, env, set, timeoutSeconds, memoryMb, onLine: ({ stream, text }) => {
    tell(text);
    if (stream === 'stdout') lines.add(text);
  } });
  if (!started.ok) return notBegun(started.refusal);
  return outcomeOf(planned, await started.value.ended, lines.all());
}
