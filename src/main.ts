/** The composition root: builds the adapters and hands them to the shell. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Clock, Ports } from './app/ports.ts';
import { createCaller } from './adapters/caller.ts';
import { digest } from './adapters/digest.ts';
import { createClaims } from './adapters/git/claims.ts';
import { findRepository } from './adapters/git/find-repository.ts';
import { withoutLocal } from './adapters/git/local-env.ts';
import { later } from './adapters/later.ts';
import { createOutput, terminalOf } from './adapters/output.ts';
import { random } from './adapters/random.ts';
import { createStore } from './adapters/store/workspace-store.ts';
import { run } from './cli/run.ts';
import { VERBS } from './cli/verbs.ts';
import { done } from './core/problem/refusal.ts';
import type { Result } from './core/problem/refusal.ts';

/** Put in by the build (scripts/build/bundle.mjs); a cache of another build is not read. */
const BUILD = '@@BUILD@@';
const VERSION = '@@VERSION@@';
const packageFolder = (): URL => new URL('../', import.meta.url);

const real = (): Date => new Date();

/** `argv` without the program's own name. Answers the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  const started = new Date();
  return run(argv, {
    verbs: VERBS,
    // A time given by --now stands still; the real one goes on while a verb works.
    connect: ({ cwd, now }) => connect(resolve(cwd), { now: now === started ? real : () => now, real }, process.env),
    page: (code) => Promise.resolve(textOf(new URL(`docs/problems/${code}.md`, packageFolder()))),
    stdout: createOutput(1, () => process.stdout),
    stderr: createOutput(2, () => process.stderr),
    ...terminalOf(1, () => process.stdout),
    env: process.env,
    cwd: process.cwd(),
    now: started,
    version: VERSION,
  });
}

/** `env`: which may name the repository. */
async function connect(cwd: string, clock: Clock, env: NodeJS.ProcessEnv): Promise<Result<Ports>> {
  const found = await findRepository(cwd, env);
  if (!found.ok) return found;
  const location = found.value;
  return done({
    location,
    clock,
    random,
    digest,
    store: createStore(location, BUILD),
    files: later(async () => (await import('./adapters/text-files.ts')).createTextFiles(location.root)),
    writer: later(async () => (await import('./adapters/writer.ts')).createWriter(location)),
    claims: createClaims(location, BUILD),
    remotes: later(async () => (await import('./adapters/git/remotes.ts')).createRemotes(location, BUILD)),
    git: later(async () => (await import('./adapters/git/git.ts')).createGit(location)),
    processes: later(async () => (await import('./adapters/processes.ts')).createProcesses()),
    journal: later(async () => (await import('./adapters/jobs/journal.ts')).createJournal(location)),
    dispatching: later(async () => (await import('./adapters/jobs/dispatching.ts')).createDispatching(location)),
    watching: later(async () => (await import('./adapters/watch/watching.ts')).createWatching(location)),
    caller: createCaller(location, cwd, process.env),
    drafts: later(async () => (await import('./adapters/drafts.ts')).createDrafts(location, { cwd, stdin: process.stdin, isTerminal: process.stdin.isTTY && process.stdout.isTTY })),
    sources: later(async () => (await import('./adapters/sources.ts')).createSources(location.root, cwd)),
    outlet: later(async () => (await import('./adapters/outlet.ts')).createOutlet(cwd)),
    adoption: later(async () => (await import('./adapters/adoption/adoption.ts')).createAdoption(location, packageFolder())),
    condition: later(async () => (await import('./adapters/condition.ts')).createCondition(location)),
    ci: later(async () => (await import('./adapters/ci.ts')).createCi(process.env)),
    runner: later(async () => (await import('./adapters/jobs/runner.ts')).createRunner()),
    programs: later(async () => (await import('./adapters/programs.ts')).createPrograms(location.root)),
    models: later(async () => (await import('./adapters/model/models.ts')).createModels(location)),
    notices: later(async () => (await import('./adapters/notices/notices.ts')).createNotices(location, process.env)),
    console: later(async () => (await import('./adapters/console.ts')).createConsole(() => process.stdin, () => process.stdout)),
    at: (root) => connect(root, clock, withoutLocal(process.env)),
  });
}

function textOf(url: URL): string | null {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return null;
  }
}
