/** The processes of a job: those of its group, and those that left it but carry its mark in their environment. */
import { readdirSync, readFileSync } from 'node:fs';
import { childProcess } from '../child-process.ts';
import { wait } from '../wait.ts';
import { MARK } from './environment.ts';

export interface JobProcess {
  readonly pid: number;
  readonly residentKb: number;
}

/** `group`: the number of its leader, where that is known to be alive. Without coord itself, which may run within a job. */
export function processesOf(job: string, group: number | null): JobProcess[] {
  const found = process.platform === 'linux' ? fromProc(job, group) : fromPs(listByPs(), job, group);
  return found.filter(({ pid }) => pid !== process.pid);
}

/** New ones may be started while the known ones are stopped. */
const ROUNDS = 50;

/** Kills what carries the mark; answers how many there were. */
export async function killMarked(job: string): Promise<number> {
  const killed = new Set<number>();
  for (let round = 0; round < ROUNDS; round++) {
    const left = processesOf(job, null);
    if (left.length === 0) break;
    for (const { pid } of left) {
      killed.add(pid);
      kill(pid);
    }
    await wait(round);
  }
  return killed.size;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}

function fromProc(job: string, group: number | null): JobProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const isOurs = isMarked(read(`/proc/${name}/environ`), '\0', job);
      if (!isOurs && group === null) return [];
      const [state, , processGroup] = read(`/proc/${name}/stat`).replace(/^.*\) /s, '').split(' ');
      if (state === undefined || state === '' || state === 'Z') return [];
      if (!isOurs && Number(processGroup) !== group) return [];
      return [{ pid: Number(name), residentKb: Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1] ?? 0) }];
    });
}

/** Empty where it is another user's, or gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function listByPs(): string {
  try {
    return childProcess().execFileSync('ps', ['-A', '-E', '-ww', '-o', 'pid=,pgid=,rss=,command='], { encoding: 'latin1', maxBuffer: 64 * 1024 * 1024 });
  } catch {
    return '';
  }
}

/** Lines of `ps`: process, group, resident kilobytes, command and environment. */
export function fromPs(list: string, job: string, group: number | null): JobProcess[] {
  return list.split('\n').flatMap((line) => {
    const [, pid, processGroup, residentKb, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const isOurs = Number(processGroup) === group || isMarked(command, / (?=\w+=)/, job);
    return pid !== undefined && isOurs ? [{ pid: Number(pid), residentKb: Number(residentKb) }] : [];
  });
}

function isMarked(environment: string, between: string | RegExp, job: string): boolean {
  if (!environment.includes(job)) return false;
  const mark = environment.split(between).find((pair) => pair.startsWith(`${MARK}=`));
  return mark?.slice(MARK.length + 1).split(' ').includes(job) ?? false;
}
