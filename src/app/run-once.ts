/** Runs an agent's program once, to its end: each step is in the job's journal before it is done, all it prints in its log. */
import { isoSeconds } from '../core/dates.ts';
import { checkValue } from '../core/dispatch/inputs/check-value.ts';
import { readSchema } from '../core/dispatch/inputs/schema.ts';
import { keepLines } from '../core/dispatch/kept-lines.ts';
import { isOk, outcome } from '../core/dispatch/outcome.ts';
import type { Outcome } from '../core/dispatch/outcome.ts';
import type { PlannedRun } from '../core/dispatch/plan-run.ts';
import type { Ports } from './ports.ts';
import type { Running, RunEnd } from './runner-port.ts';

export interface RunOnce {
  readonly job: string;
  readonly planned: PlannedRun;
  readonly cwd: string;
  /** It runs: from now on it can be stopped. */
  readonly onRunning: (running: Running) => void;
}

export interface Ran {
  readonly outcome: Outcome;
  /** null: it did not start. */
  readonly end: RunEnd | null;
}

export async function runOnce(ports: Ports, { job, planned, cwd, onRunning }: RunOnce): Promise<Ran> {
  const at = (): string => isoSeconds(ports.clock.now());
  const { argv, stdin, env, set, timeoutSeconds, memoryMb, runtimeName, model } = planned;
  await ports.journal.append(job, { at: at(), event: 'starting', runtime: runtimeName, model, owner: await ports.runner.own() });
  const lines = keepLines();
  const log = logOf(ports, job);
  const started = await ports.runner.start({
    job,
    argv,
    cwd,
    stdin,
    env,
    set,
    timeoutSeconds,
    memoryMb,
    onLine({ stream, text }) {
      log.add(text);
      if (stream === 'stdout') lines.add(text);
    },
  });
  if (!started.ok) return ended(ports, job, outcome('no-program', started.refusal.code === 'no-program' ? started.refusal.facts.reason : started.refusal.code), null);
  onRunning(started.value);
  await ports.journal.append(job, { at: at(), event: 'started', process: started.value.identity });
  const end = await started.value.ended;
  await log.written();
  return ended(ports, job, ofTheForm(planned.runtime.read({ ...end, lines: lines.all() }, planned), planned), end);
}

async function ended(ports: Ports, job: string, result: Outcome, end: RunEnd | null): Promise<Ran> {
  await ports.journal.append(job, { at: isoSeconds(ports.clock.now()), event: 'ended', outcome: result });
  return { outcome: result, end };
}

/** Whatever runs it, an answer that is not of the form asked for is none. */
function ofTheForm(result: Outcome, { output }: PlannedRun): Outcome {
  const reading = output === null || !isOk(result) ? null : readSchema(output);
  const [wrong] = reading !== null && 'schema' in reading ? checkValue(reading.schema, result.output) : [];
  return wrong === undefined ? result : { ...result, reason: 'no-output', message: `its answer is not of the form asked for: ${wrong.at === '' ? 'it' : wrong.at} should be ${wrong.expected}, not ${wrong.got}` };
}

/** Lines go to the log in the order they came, as many at once as came meanwhile. */
function logOf({ journal }: Ports, job: string): { readonly add: (line: string) => void; readonly written: () => Promise<void> } {
  let waiting = '';
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (waiting !== '') {
      const text = waiting;
      waiting = '';
      await journal.writeLog(job, text);
    }
    writing = null;
  };
  return {
    add(line) {
      waiting += `${line}\n`;
      writing ??= write();
    },
    written: async () => {
      await writing;
    },
  };
}
