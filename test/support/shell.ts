/** The shell in this process, its streams captured. */
import type { Ports } from '../../src/app/ports.ts';
import type { Verb } from '../../src/cli/command.ts';
import type { World } from '../../src/cli/run.ts';
import { run } from '../../src/cli/run.ts';
import { refused } from '../../src/core/problem/refusal.ts';

export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** 12 August 2025, 12:00 in UTC, unless a test says otherwise. */
export const NOON = new Date('2025-08-12T12:00:00Z');

export interface Setting extends Partial<Omit<World, 'stdout' | 'stderr' | 'verbs'>> {
  readonly ports?: Ports;
}

export async function shell(verbs: readonly Verb[], argv: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const { ports, ...rest } = setting;
  const written = { stdout: '', stderr: '' };
  const exit = await run(argv, {
    verbs,
    page: () => Promise.resolve(null),
    connect: () => Promise.resolve(ports ? { ok: true, value: ports } : refused('no-repository', { cwd: '/here' })),
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
    columns: undefined,
    size: () => ({ columns: undefined, rows: undefined }),
    isTTY: false,
    env: {},
    cwd: '/here',
    now: NOON,
    version: '1.2.3',
    ...rest,
  });
  return { exit, ...written };
}
