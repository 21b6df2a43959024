/** The adapters on a real repository, as the program puts them together; the clock stands still. */
import { Readable } from 'node:stream';
import { createAdoption } from '../../src/adapters/adoption/adoption.ts';
import { createCaller } from '../../src/adapters/caller.ts';
import { createCi } from '../../src/adapters/ci.ts';
import { createCondition } from '../../src/adapters/condition.ts';
import { createDrafts } from '../../src/adapters/drafts.ts';
import { digest } from '../../src/adapters/digest.ts';
import { createClaims } from '../../src/adapters/git/claims.ts';
import { createGit } from '../../src/adapters/git/git.ts';
import { createRemotes } from '../../src/adapters/git/remotes.ts';
import { createDispatching } from '../../src/adapters/jobs/dispatching.ts';
import { createJournal } from '../../src/adapters/jobs/journal.ts';
import { createModels } from '../../src/adapters/model/models.ts';
import { createNotices } from '../../src/adapters/notices/notices.ts';
import { createPrograms } from '../../src/adapters/programs.ts';
import { createProcesses } from '../../src/adapters/processes.ts';
import { createRunner } from '../../src/adapters/jobs/runner.ts';
import { random } from '../../src/adapters/random.ts';
import { createSources } from '../../src/adapters/sources.ts';
import { createOutlet } from '../../src/adapters/outlet.ts';
import { createStore } from '../../src/adapters/store/workspace-store.ts';
import { createTextFiles } from '../../src/adapters/text-files.ts';
import { createWatching } from '../../src/adapters/watch/watching.ts';
import { createWriter } from '../../src/adapters/writer.ts';
import type { Ports } from '../../src/app/ports.ts';
import { done } from '../../src/core/problem/refusal.ts';
import { repositoryAt } from './repository.ts';
import type { TestRepository } from './repository.ts';
import { NOON } from './shell.ts';

/** `env`: what a CI service tells, and what channels are reached by. */
export async function realPorts(repository: TestRepository, now: Date = NOON, env: NodeJS.ProcessEnv = {}): Promise<Ports> {
  const location = await repository.location();
  return {
    location,
    clock: { now: () => now, real: () => now },
    random,
    digest,
    store: createStore(location, 'test'),
    files: createTextFiles(location.root),
    writer: createWriter(location),
    claims: createClaims(location, 'test'),
    remotes: createRemotes(location, 'test'),
    git: createGit(location),
    processes: createProcesses(),
    journal: createJournal(location),
    dispatching: createDispatching(location),
    watching: createWatching(location),
    caller: createCaller(location, repository.root, {}),
    drafts: createDrafts(location, { cwd: repository.root, stdin: Readable.from([]), isTerminal: false }),
    sources: createSources(location.root, repository.root),
    outlet: createOutlet(repository.root),
    adoption: createAdoption(location, new URL('../../', import.meta.url)),
    condition: createCondition(location),
    ci: createCi(env),
    runner: createRunner(),
    programs: createPrograms(location.root),
    models: createModels(location),
    notices: createNotices(location, env),
    console: { open: () => Promise.resolve(null) },
    boardReaders: { begin: () => Promise.reject(new Error('nobody sits at a terminal')) },
    at: async (root) => done(await realPorts(repositoryAt(root), now, env)),
  };
}
