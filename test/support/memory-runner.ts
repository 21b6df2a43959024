/** Agents in memory: each prints what it is told to, and ends. */
import type { OutputLine, RunEnd, Runner, RunSpec } from '../../src/app/ports/runner-port.ts';
import { done } from '../../src/core/problem/refusal.ts';

export interface Acted {
  readonly prints?: readonly string[];
  readonly end?: Partial<RunEnd>;
}

const SELF = { pid: 1, started: '1', host: 'ada' };
const END: RunEnd = { exitCode: 0, signal: null, stopped: null, tail: '', seconds: 2, leftovers: 0 };

/** `act`: what an agent does when it is started; `specs` is filled with how each was. */
export function memoryRunner(act: (spec: RunSpec) => Acted | Promise<Acted>, specs: RunSpec[] = []): Runner {
  return {
    start(spec) {
      specs.push(spec);
      const ended = Promise.resolve(act(spec)).then(({ prints = [], end = {} }): RunEnd => {
        for (const text of prints) spec.onLine({ stream: 'stdout', text } satisfies OutputLine);
        return { ...END, tail: prints.join('\n'), ...end };
      });
      return Promise.resolve(done({ identity: { ...SELF, pid: 1000 + specs.length }, ended, stop: () => undefined }));
    },
    stopOrphans: () => Promise.resolve(0),
    finds: () => Promise.resolve(true),
    areSet: () => Promise.resolve([]),
    onInterrupt: () => Promise.resolve(() => undefined),
  };
}
