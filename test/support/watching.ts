/** A real `coord watch --json` on a repository, whose lines are waited for. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { BINARY } from './coord-binary.ts';
import { compilerOf, differences, validatorOf } from './read-schemas.ts';
import { gitEnv } from './repository.ts';

export interface Line {
  readonly event: string;
  readonly key?: string;
  readonly file?: string;
  readonly task?: string;
  readonly trouble?: string;
  readonly act?: string;
}

export interface Watching {
  /** All so far, each in a word or two. */
  told(): readonly string[];
  lines(): readonly Line[];
  /** Until this many lines (1 if not said) in all are such, or of an event of that name. */
  until(words: string, times?: number): Promise<void>;
  /** Its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

const valid = validatorOf(compilerOf('.', 'answers'), 'answers/watch.schema.json');

/** On a busy machine all may take long; without an end nobody would learn what was told. */
const PATIENCE = 90_000;

/** `under`: a program that runs the command which follows it. */
export async function watching(root: string, under: readonly string[] = []): Promise<Watching> {
  const [program, ...args] = [...under, process.execPath, BINARY, 'watch', '--json'];
  const child = spawn(program, args, { cwd: root, env: gitEnv(), stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  const counts = new Map<string, number>();
  /** Each answers whether it has what it waited for. */
  const waiting = new Set<() => boolean>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as Line;
    lines.push(told);
    for (const words of new Set([inWords(told), told.event])) counts.set(words, (counts.get(words) ?? 0) + 1);
    for (const isOver of waiting) if (isOver()) waiting.delete(isOver);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const made: Watching = {
    told: () => lines.map(inWords),
    lines: () => lines,
    async until(words, times = 1) {
      const isTold = (): boolean => (counts.get(words) ?? 0) >= times;
      if (isTold()) return;
      await new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => {
          child.kill();
          reject(new Error(`${words} was not told ${times} times:\n${lines.map(inWords).join('\n')}`));
        }, PATIENCE);
        waiting.add(() => {
          if (!isTold()) return false;
          clearTimeout(late);
          resolve();
          return true;
        });
      });
    },
    end(signal = 'SIGTERM') {
      for (const line of lines) expect(differences(valid, line), JSON.stringify(line)).toEqual([]);
      child.kill(signal);
      return ended;
    },
  };
  await made.until('watch.began');
  return made;
}

function inWords({ event, file, task, trouble, act }: Line): string {
  return [event, file ?? task ?? trouble ?? act ?? ''].join(' ').trim().replace('deployment/', '');
}
