/** All ports in memory: files as texts, claims as records, git as a few facts. */
import { createPackageFiles } from '../../src/adapters/adoption/package-files.ts';
import type { Adoption } from '../../src/app/ports/adoption-port.ts';
import type { BoardReaders } from '../../src/app/ports/board-port.ts';
import type { Console } from '../../src/app/ports/console-port.ts';
import type { Claims, Git, Holding, Ports } from '../../src/app/ports.ts';
import type { TextFiles } from '../../src/app/ports/writer-port.ts';
import type { Dispatching } from '../../src/app/ports/dispatch-port.ts';
import type { Models } from '../../src/app/ports/model-port.ts';
import type { Notices } from '../../src/app/ports/notice-port.ts';
import type { Programs } from '../../src/app/ports/program-port.ts';
import type { Remotes } from '../../src/app/ports/remote-port.ts';
import type { Runner } from '../../src/app/ports/runner-port.ts';
import type { Watching } from '../../src/app/ports/watch-port.ts';
import { done, refused } from '../../src/core/problem/refusal.ts';
import type { Result } from '../../src/core/problem/refusal.ts';
import type { ClaimRecord } from '../../src/core/schedule/claim.ts';
import { memoryJournal } from './memory-journal.ts';
import { memoryNotices } from './memory-notices.ts';
import { memoryView } from './memory-view.ts';
import { memoryWatching } from './memory-watching.ts';

export interface Memory {
  /** By repository-relative path. */
  readonly files: Readonly<Record<string, string>>;
  /** By id of the task; null: a claim that cannot be understood. */
  readonly claims?: Readonly<Record<string, ClaimRecord | null>>;
  readonly holdings?: readonly Holding[];
  readonly now?: Date;
  readonly cwd?: string;
  /** Texts outside of the repository, by path; `-` is standard input. */
  readonly drafts?: Readonly<Record<string, string>>;
  readonly git?: Partial<Git>;
  readonly agentVariable?: string;
  readonly runner?: Runner;
  readonly watching?: Watching;
  readonly models?: Models;
  readonly notices?: Notices;
  readonly console?: Console;
  readonly boardReaders?: BoardReaders;
  readonly programs?: Programs;
  /** What `at` connects to, by root. */
  readonly worktrees?: Readonly<Record<string, Result<Ports>>>;
  /** Of jobs, by id, as files would hold them. */
  readonly journals?: Readonly<Record<string, string>>;
}

const ROOT = '/repo/app';
const NOON = new Date('2025-08-12T12:00:00Z');
const HEAD = { commit: 'c0ffee'.padEnd(40, '0'), tree: 'beef'.padEnd(40, '0'), branch: 'main' };

export function memoryPorts(memory: Memory): Ports {
  const texts = new Map(Object.entries(memory.files));
  const files = memoryFiles(texts);
  const open = (): ReturnType<Ports['store']['open']> =>
    Promise.resolve([...texts.keys()].some((path) => path.startsWith('deployment/')) ? done(memoryView(texts, 'deployment')) : refused('no-workspace', { folder: 'deployment' }));
  return {
    location: { root: ROOT, gitDir: `${ROOT}/.git`, commonDir: `${ROOT}/.git`, folder: 'deployment' },
    clock: { now: () => memory.now ?? NOON, real: () => memory.now ?? NOON },
    random: { hex: (bytes) => 'ab'.repeat(bytes) },
    digest: (text) => `digest of ${text}`,
    store: {
      open,
      openToWrite: open,
      openStaged: () => Promise.reject(new Error('nothing is staged in memory')),
      openLine: () => Promise.reject(new Error('there is no history in memory')),
      openMerge: () => Promise.reject(new Error('nothing is merged in memory')),
    },
    files,
    writer: {
      write: async (plan) => {
        const planned = await plan(files);
        if (!planned.ok) return planned;
        for (const { path, text } of planned.value.changes) texts.set(path, text);
        return done(planned.value.value);
      },
    },
    claims: memoryClaims(memory),
    remotes: noRemotes(),
    git: { ...memoryGit(), ...memory.git },
    processes: { run: () => Promise.resolve({ exitCode: 0, timedOut: false, seconds: 1, tail: '' }) },
    journal: memoryJournal(memory.journals),
    dispatching: nobodyElse(),
    watching: memory.watching ?? memoryWatching(),
    caller: {
      cwd: memory.cwd ?? ROOT,
      agentVariable: memory.agentVariable ?? null,
      session: null,
      chosenAgent: () => Promise.resolve(null),
      chooseAgent: () => Promise.resolve(),
    },
    drafts: {
      read: (source) => Promise.resolve(memory.drafts?.[source] === undefined ? refused('draft-unreadable', { source, reason: 'there is no such file' }) : done(memory.drafts[source])),
      edit: () => Promise.resolve(refused('no-terminal', {})),
      drop: () => Promise.resolve(),
    },
    sources: { read: (typed) => Promise.resolve(texts.has(typed) ? done([{ name: typed, text: texts.get(typed) ?? '' }]) : refused('source-unreadable', { source: typed, reason: 'there is no such file' })) },
    outlet: {
      write: (typed, text) => {
        texts.set(typed, text);
        return Promise.resolve(done(typed));
      },
    },
    adoption: adoptionOnDisk(),
    condition: {
      gitVersion: () => Promise.resolve('2.39.5'),
      locks: () => Promise.resolve([]),
      fetches: () => Promise.resolve([]),
      cache: () => Promise.resolve(null),
      exists: () => Promise.resolve(true),
    },
    ci: { run: () => Promise.resolve(null), summarize: () => Promise.resolve() },
    runner: memory.runner ?? noRunner(),
    programs: memory.programs ?? { run: () => Promise.reject(new Error('no program is run in memory')) },
    models: memory.models ?? noModels(),
    notices: memory.notices ?? memoryNotices(),
    console: memory.console ?? { open: () => Promise.resolve(null) },
    boardReaders: memory.boardReaders ?? noBoardReaders(),
    at: (root) => Promise.resolve(root === ROOT ? done(memoryPorts(memory)) : (memory.worktrees?.[root] ?? refused('no-such-folder', { cwd: root }))),
  };
}

const PACKAGE = createPackageFiles(new URL('../../', import.meta.url));

/** Hooks and templates are tried on a real disk only. */
function adoptionOnDisk(): Adoption {
  const nothing = () => Promise.reject(new Error('adoption is not in memory'));
  return { templates: nothing, template: nothing, templateAt: nothing, agentsSection: nothing, hooksFolder: nothing, readHook: nothing, program: () => Promise.resolve('/opt/coord/bin/coord.js'), writeHook: nothing, keepFolder: nothing, generators: () => Promise.resolve(['node']), packaged: (path) => Promise.resolve(PACKAGE.find(path)) };
}

function memoryFiles(texts: ReadonlyMap<string, string>): TextFiles {
  const isUnder = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
  return {
    read: (path) => Promise.resolve(texts.get(path) ?? null),
    list: (folder) => Promise.resolve([...texts.keys()].filter(isUnder(folder))),
    linksOut: () => Promise.resolve([]),
    has: (path) => Promise.resolve(texts.has(path) || [...texts.keys()].some(isUnder(path))),
  };
}

function memoryClaims(memory: Memory): Claims {
  const refs = new Map(Object.entries(memory.claims ?? {}).map(([id, claim], index) => [id, { id, claim, oid: String(index).padStart(40, '0') }]));
  const held = new Map((memory.holdings ?? []).map((holding) => [holding.id, holding]));
  return {
    list: () => Promise.resolve([...refs.values()]),
    find: (ids) => Promise.resolve(ids.flatMap((id) => refs.get(id) ?? [])),
    read: (id) => Promise.resolve(refs.get(id) ?? null),
    swap: (id, expected, next) => {
      if ((refs.get(id)?.oid ?? null) !== expected) return Promise.resolve(done(false));
      refs.set(id, { id, claim: next, oid: next.nonce.padEnd(40, '0') });
      return Promise.resolve(done(true));
    },
    follow: (id, _expected, next) => {
      if (next === null) refs.delete(id);
      return Promise.resolve();
    },
    holdings: () => Promise.resolve([...held.values()]),
    intend: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    hold: (holding) => {
      held.set(holding.id, holding);
      return Promise.resolve();
    },
    drop: (id) => {
      held.delete(id);
      return Promise.resolve();
    },
  };
}

function noRunner(): Runner {
  return { start: ({ argv }) => Promise.resolve(refused('no-program', { program: argv[0] ?? '', reason: 'there are no programs in memory' })), stopOrphans: () => Promise.resolve(0), finds: () => Promise.resolve(false), areSet: () => Promise.resolve([]), onInterrupt: () => Promise.resolve(() => undefined) };
}

function noModels(): Models {
  return { takeKey: () => Promise.resolve(false), ask: () => Promise.reject(new Error('there are no models in memory')), admit: () => Promise.resolve(0), recall: () => Promise.resolve(null), keep: () => Promise.resolve(), forget: () => Promise.resolve() };
}

function noBoardReaders(): BoardReaders {
  return { begin: () => Promise.reject(new Error('no board is led in memory')) };
}

/** One process alone. */
function nobodyElse(): Dispatching {
  return {
    begin: () => Promise.resolve(done(() => undefined)),
    stopFile: () => Promise.resolve({ path: `${ROOT}/.git/coord/stop`, isThere: false }),
    every: () => Promise.resolve(() => undefined),
    pause: () => Promise.resolve(),
    self: () => Promise.resolve({ pid: 1, started: '1', host: 'here' }),
    isAtWork: () => Promise.resolve(false),
    changedSettings: () => Promise.resolve([]),
  };
}

/** Sharing is tried with real remotes only. */
function noRemotes(): Remotes {
  const none = { kind: 'no-such-remote' } as const;
  const absent = () => Promise.reject(new Error('there is no remote in memory'));
  return { seen: () => Promise.resolve([]), list: () => Promise.resolve([]), read: () => Promise.resolve(null), fetch: () => Promise.resolve(none), push: absent, branches: absent, notes: () => Promise.resolve(null), keepNotes: absent };
}

function memoryGit(): Git {
  return {
    head: () => Promise.resolve(HEAD),
    tipTimes: () => Promise.resolve(new Map<string, Date>()),
    uncommitted: () => Promise.resolve([]),
    hidden: () => Promise.resolve([]),
    commit: () => Promise.resolve({ committed: true, commit: HEAD.commit }),
    commitHere: () => Promise.resolve({ committed: true, commit: HEAD.commit }),
    commitAll: () => Promise.resolve({ committed: true, commit: HEAD.commit }),
    merge: () => Promise.resolve({ merged: true, commit: HEAD.commit }),
    removeWorktree: () => Promise.resolve(true),
    addWorktree: () => Promise.resolve(done(undefined)),
    worktrees: () => Promise.resolve([{ path: ROOT, branch: 'main' }]),
    changedPaths: () => Promise.resolve([]),
    commitAt: () => Promise.resolve(HEAD.commit),
    stagedPaths: () => Promise.resolve([]),
    trailers: () => Promise.resolve([]),
    mergeBase: () => Promise.resolve(HEAD.commit),
    diff: () => Promise.resolve({ records: '', patch: '' }),
    pathsAt: () => Promise.resolve([]),
    filesBelow: () => Promise.resolve([]),
    search: () => Promise.resolve(done([])),
    blobs: () => Promise.resolve(new Map<string, string>()),
    textsAt: () => Promise.resolve(new Map<string, string>()),
    commitsBetween: () => Promise.resolve(0),
    knownObjects: (ids) => Promise.resolve(new Set(ids)),
    subjects: () => Promise.resolve([]),
    branchTips: () => Promise.resolve([]),
    conflictsBetween: () => Promise.resolve(done([])),
    workspaceHistory: () => Promise.resolve([]),
    isShallow: () => Promise.resolve(false),
    defaultBranch: (configured) => Promise.resolve(configured ?? 'main'),
    config: () => Promise.resolve(null),
    configure: () => Promise.resolve(),
    unmerged: () => Promise.resolve([]),
    mergeFile: () => Promise.reject(new Error('git merges no lines in memory')),
  };
}
