import { spawnSync } from 'node:child_process';
import { cleanEnv } from '../workspace/git.mjs';

/**
 * A thing to time. `command` gives the program and its arguments anew for each run; what it does before is not timed.
 * @typedef {{ name: string, cwd: string, command: () => readonly [string, ...string[]] }} Contender
 */

/** The cheapest program there is: all times are told as multiples of it. @type {Contender} */
export const FLOOR = { name: 'node -e 0', cwd: '/', command: () => [process.execPath, '-e', '0'] };

/** coord trusts no file's times that are younger than two seconds, so what was just made is read once more. */
export const SETTLING_MS = 2500;

/**
 * Milliseconds of each contender, in turn, so that a busy moment of the machine meets all of them. One round more is not counted.
 * @param {readonly Contender[]} contenders
 * @param {number} runs
 * @returns {Map<string, number[]>}
 */
export function timeInTurn(contenders, runs) {
  /** @type {Map<string, number[]>} */
  const times = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    for (const contender of contenders) {
      const elapsed = timeOnce(contender);
      if (round > 0) times.get(contender.name)?.push(elapsed);
    }
  }
  return times;
}

/** A program that fails was not measured: that is an error here. @param {Contender} contender */
function timeOnce({ name, cwd, command }) {
  const [program, ...args] = command();
  const env = cleanEnv();
  const start = process.hrtime.bigint();
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status === 0) return elapsed;
  throw new Error(`${name} failed (exit code ${status ?? 'none'}): ${[program, ...args].join(' ')}\n${error?.message ?? ''}${stdout.slice(-2000)}${stderr.slice(-2000)}`);
}
