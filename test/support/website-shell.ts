/** The real verbs on the website project, in memory. */
import { VERBS } from '../../src/cli/verbs.ts';
import { aClaim } from './a-claim.ts';
import { memoryPorts } from './memory-ports.ts';
import type { Memory } from './memory-ports.ts';
import { shell } from './shell.ts';
import type { Outcome, Setting } from './shell.ts';
import { WEBSITE } from './website.ts';

/** Held by frontend for two minutes, from a worktree beside the repository. */
export const CLAIM = aClaim({ since: '2025-08-12T11:58:00Z', until: '2025-08-12T13:58:00Z', worktree: '/repo/app-FIX-001' });

/** What frontend's worktree remembers of it. */
export const HOLDING = { id: 'FIX-001', agent: 'frontend', nonce: CLAIM.nonce, session: null };

/** A person's terminal of 80 columns, without colour. */
export const TERMINAL: Setting = { isTTY: true, columns: 80, env: { NO_COLOR: '1' } };

/** `line` is what follows `coord`, words parted by single spaces. */
export function coord(line: string, memory: Partial<Memory> = {}, setting: Setting = {}): Promise<Outcome> {
  return shell(VERBS, line === '' ? [] : line.split(' '), { ports: memoryPorts({ files: WEBSITE, ...memory }), ...setting });
}

/** What a verb says on a terminal: stdout, and stderr after it. */
export async function said(line: string, memory: Partial<Memory> = {}, setting: Setting = TERMINAL): Promise<string> {
  const { stdout, stderr } = await coord(line, memory, setting);
  return stdout + stderr;
}
