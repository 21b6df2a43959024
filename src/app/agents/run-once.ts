/** Runs an agent's program once, to its end: each step is in the job's journal before it is done, all it prints in its log. */
import { checkValue } from '../../core/dispatch/inputs/check-value.ts';
import { readSchema } from '../../core/dispatch/inputs/schema.ts';
import type { JobNews } from '../../core/dispatch/job-event.ts';
import { keepLines } from '../../core/dispatch/kept-lines.ts';
import { isOk, outcome } from '../../core/dispatch/outcome.ts';
import type { Outcome } from '../../core/dispatch/outcome.ts';
import type { PlannedRun } from '../../core/dispatch/plan-run.ts';
import { priced } from '../../core/dispatch/price.ts';
import { NO_SIGNS } from '../../core/dispatch/runtimes/signs.ts';
import type { RunSigns } from '../../core/dispatch/runtimes/signs.ts';
import type { Refusal } from '../../core/problem/refusal.ts';
import { logWriter } from '../jobs/log-writer.ts';
import type { Ports } from '../ports.ts';
import type { OutputLine, Running, RunEnd } from '../ports/runner-port.ts';

export interface RunOnce {
  readonly job: string;
  readonly planned: PlannedRun;
  readonly cwd: string;
  /** Writes down what happens. */
  readonly note: (news: JobNews) => Promise<unknown>;
  /** It runs: from now on it can be stopped. */
  readonly onRunning: (running: Running) => void;
  /** What its lines tell of it while it runs. */
  readonly onSigns?: (signs: RunSigns) => void;
}

export interface Ran {
  readonly outcome: Outcome;
  /** null: it did not start. */
  readonly end: RunEnd | null;
}

export async function runOnce({ runner, journal, dispatching }: Pick<Ports, 'runner' | 'journal' | 'dispatching'>, { job, planned, cwd, note, onRunning, onSigns }: RunOnce): Promise<Ran> {
  const { argv, stdin, env, set, timeoutSeconds, memoryMb, runtimeName, model } = planned;
  await note({ event: 'starting', runtime: runtimeName, model, owner: await dispatching.self() });
  const lines = keepLines();
  const log = logWriter(journal, job);
  let signs = NO_SIGNS;
  const onLine = ({ stream, text }: OutputLine): void => {
    log.add(text);
    if (stream !== 'stdout') return;
    lines.add(text);
    if (onSigns === undefined) return;
    signs = planned.runtime.signs(signs, text);
    onSigns(signs);
  };
  const started = await runner.start({ job, argv, cwd, stdin, env, set, timeoutSeconds, memoryMb, onLine });
  if (!started.ok) return ended(note, notBegun(started.refusal), null);
  onRunning(started.value);
  await note({ event: 'started', process: started.value.identity });
  const end = await started.value.ended;
  await log.written();
  return ended(note, outcomeOf(planned, end, lines.all()), end);
}

/** What a run came to that did not even start. */
export function notBegun(refusal: Refusal): Outcome {
  return outcome('no-program', refusal.code === 'no-program' ? refusal.facts.reason : refusal.code);
}

/** What a run came to, by how its process ended and what it printed. */
export function outcomeOf(planned: Pick<PlannedRun, 'runtime' | 'output' | 'model' | 'prices'>, end: RunEnd, lines: readonly string[]): Outcome {
  const told = ofTheForm(planned.runtime.read({ ...end, lines }, planned), planned);
  return planned.runtime.isOwn === true ? told : priced(told, planned.model, planned.prices);
}

async function ended(note: RunOnce['note'], result: Outcome, end: RunEnd | null): Promise<Ran> {
  await note({ event: 'ended', outcome: result });
  return { outcome: result, end };
}

/** Whatever runs it, an answer that is not of the form asked for is none. */
function ofTheForm(result: Outcome, { output }: Pick<PlannedRun, 'output'>): Outcome {
  const reading = output === null || !isOk(result) ? null : readSchema(output);
  const [wrong] = reading !== null && 'schema' in reading ? checkValue(reading.schema, result.output) : [];
  return wrong === undefined ? result : { ...result, reason: 'no-output', message: `its answer is not of the form asked for: ${wrong.at === '' ? 'it' : wrong.at} should be ${wrong.expected}, not ${wrong.got}` };
}
