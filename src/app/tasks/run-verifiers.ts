/** Runs a task's verifiers on the commit at hand, one after the other, and makes sure that they changed nothing. */
import { isoSeconds } from '../../core/dates.ts';
import { commandFiles } from '../../core/documents/command-files.ts';
import type { Verifier } from '../../core/documents/verifier.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Work } from './check-done.ts';
import type { Ports, RunOutcome } from '../ports.ts';

export interface VerifierRun extends RunOutcome {
  readonly name: string;
  readonly command: readonly string[];
  /** When it ended, ISO 8601 in UTC. */
  readonly at: string;
  /** Files that the command names, and that the work itself changed: whoever relies on it looks at them. */
  readonly ranChanged: readonly string[];
}

/** All of them succeeded; the first that fails is the refusal. */
export async function runVerifiers(ports: Ports, work: Work): Promise<Result<readonly VerifierRun[]>> {
  const runs: VerifierRun[] = [];
  for (const verifier of work.verifiers) {
    const run = await runVerifier(ports, work, verifier);
    const { name, exitCode, timedOut, tail } = run;
    if (exitCode !== 0) return refused('verifier-failed', { name, exitCode, timedOut, tail });
    runs.push(run);
  }
  return ifUnchanged(ports, work, 'done', runs);
}

/** Every one of them, whatever it answers. `verb`: what is to be typed again where they changed files. */
export async function collectRuns(ports: Ports, work: Work, verb: string): Promise<Result<readonly VerifierRun[]>> {
  const runs: VerifierRun[] = [];
  for (const verifier of work.verifiers) runs.push(await runVerifier(ports, work, verifier));
  return ifUnchanged(ports, work, verb, runs);
}

async function runVerifier(ports: Ports, work: Work, { name, command, timeoutSeconds }: Verifier): Promise<VerifierRun> {
  const ranChanged = await changedSince(ports, work, commandFiles(command, ports.location.root));
  const outcome = await ports.processes.run(command, { cwd: ports.location.root, timeoutSeconds });
  return { ...outcome, name, command, at: isoSeconds(ports.clock.now()), ranChanged };
}

async function changedSince({ git }: Ports, { since, head }: Work, files: readonly string[]): Promise<readonly string[]> {
  if (since === null || since === head) return [];
  const now = await git.blobs(head, files);
  const before = now.size === 0 ? now : await git.blobs(since, [...now.keys()]);
  return [...now].flatMap(([path, blob]) => (before.get(path) === blob ? [] : [path]));
}

async function ifUnchanged(ports: Ports, work: Work, verb: string, runs: readonly VerifierRun[]): Promise<Result<readonly VerifierRun[]>> {
  if (runs.length === 0) return done(runs);
  const { commit, tree } = await ports.git.head();
  const paths = await ports.git.uncommitted(ports.location.folder);
  const isSame = commit === work.head && tree === work.tree && paths.length === 0;
  return isSame ? done(runs) : refused('tree-changed', { paths: paths.length > 0 ? paths : ['HEAD'], verb });
}
