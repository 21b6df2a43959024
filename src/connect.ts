/** The composition root: the adapters of a place, as ports. */
import { createCaller } from './adapters/caller.ts';
import { digest } from './adapters/digest.ts';
import { createClaims } from './adapters/git/claims.ts';
import { findRepository } from './adapters/git/find-repository.ts';
import { withoutLocal } from './adapters/git/local-env.ts';
import { later } from './adapters/later.ts';
import { random } from './adapters/random.ts';
import { createStore } from './adapters/store/workspace-store.ts';
import type { Location, Ports } from './app/ports.ts';
import { done } from './core/problem/refusal.ts';
import type { Result } from './core/problem/refusal.ts';

/** Put in by the build (scripts/build/bundle.mjs); a cache of another build is not read. */
const BUILD = '@@BUILD@@';
export const packageFolder = (): URL => new URL('../', import.meta.url);

export interface Place {
  readonly cwd: string;
  /** A time that stands still; null: the real one. */
  readonly now: Date | null;
}

/** `env`: which may name the repository. */
export async function connect(place: Place, env: NodeJS.ProcessEnv): Promise<Result<Ports>> {
  const found = await findRepository(place.cwd, env);
  return found.ok ? done(portsAt(found.value, place)) : found;
}

const real = (): Date => new Date();

export function portsAt(location: Location, place: Place): Ports {
  const { cwd, now } = place;
  return {
    location,
    clock: { now: now === null ? real : () => now, real },
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
    boardReaders: later(async () => (await import('./adapters/board-readers.ts')).createBoardReaders(new URL('dist/board-thread.js', packageFolder()), { location, ...place })),
    at: (root) => connect({ ...place, cwd: root }, withoutLocal(process.env)),
  };
}
