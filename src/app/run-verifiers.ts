/** Runs a task's verifiers on the commit at hand, one after the other, and makes sure that they changed nothing. */
import { isoSeconds } from '../core/dates.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { Work } from './check-done.ts';
import type { Ports } from './ports.ts';

export interface Verified {
  readonly name: string;
  readonly command: readonly string[];
  readonly seconds: number;
  /** When it ended, ISO 8601 in UTC. */
  readonly at: string;
}

/** All of them succeeded; the first that fails is the refusal. */
export async function runVerifiers(ports: Ports, work: Work): Promise<Result<readonly Verified[]>> {
  const verified: Verified[] = [];
  for (const { name, command, timeoutSeconds } of work.verifiers) {
    const { exitCode, timedOut, seconds, tail } = await ports.processes.run(command, { cwd: ports.location.root, timeoutSeconds });
    if (exitCode !== 0) return refused('verifier-failed', { name, exitCode, timedOut, tail });
    verified.push({ name, command, seconds, at: isoSeconds(ports.clock.now()) });
  }
  if (verified.length === 0) return done(verified);
  const { commit, tree } = await ports.git.head();
  const paths = await ports.git.uncommitted(ports.location.folder);
  const isSame = commit === work.head && tree === work.tree && paths.length === 0;
  return isSame ? done(verified) : refused('tree-changed', { paths: paths.length > 0 ? paths : ['HEAD'] });
}
