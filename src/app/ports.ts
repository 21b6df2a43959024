/** What use cases need from the world. Adapters make these real; tests may give them in memory. */
import type { PlacedProblem } from '../core/problem/problem.ts';
import type { ClaimRecord, ClaimRef } from '../core/schedule/claim.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { WorkspaceCommit } from '../core/workspace-commit.ts';
import type { Adoption } from './ports/adoption-port.ts';
import type { BoardReaders } from './ports/board-port.ts';
import type { Ci } from './ports/ci-port.ts';
import type { Console } from './ports/console-port.ts';
import type { Dispatching } from './ports/dispatch-port.ts';
import type { Journal } from './ports/journal-port.ts';
import type { Models } from './ports/model-port.ts';
import type { Notices } from './ports/notice-port.ts';
import type { Outlet } from './ports/outlet-port.ts';
import type { Programs } from './ports/program-port.ts';
import type { Remotes } from './ports/remote-port.ts';
import type { Runner } from './ports/runner-port.ts';
import type { Sources } from './ports/source-port.ts';
import type { Merge, MergeSides, PastView, View } from './view.ts';
import type { Watching } from './ports/watch-port.ts';
import type { FileChange, TextFiles, Writer } from './ports/writer-port.ts';

export type { ClaimRef } from '../core/schedule/claim.ts';

export interface Clock {
  /** What counts as now: the time given by --now, if any. */
  now(): Date;
  /** The machine's own time, whatever --now says. */
  real(): Date;
}

export interface Random {
  /** Lower-case hexadecimal digits, two a byte, unpredictable. */
  hex(bytes: number): string;
}

/** Where the repository lies. All paths absolute. */
export interface Location {
  /** The work tree's root. */
  readonly root: string;
  /** The git directory of this work tree (private to it). */
  readonly gitDir: string;
  /** The git directory that all work trees share. */
  readonly commonDir: string;
  /** Name of the workspace folder, `deployment` by default. */
  readonly folder: string;
}

/** The workspace's files as answers. */
export interface Store {
  /** The work tree's files. Refused only where there is no workspace. */
  open(): Promise<Result<View>>;
  /** The same for whoever changes some of them: what was read is not kept for others while only few files are new. */
  openToWrite(): Promise<Result<View>>;
  /** What is staged; `changed` are the staged paths that differ from HEAD, `before` the problems that HEAD has. */
  openStaged(): Promise<Result<{ readonly staged: View; readonly changed: ReadonlySet<string>; readonly before: readonly PlacedProblem[] }>>;
  /** What merging two commits would make, as the button of a hosting site does it. Nothing is touched. */
  openMerge(sides: MergeSides): Promise<Result<Merge>>;
  /** How it came to what HEAD has, after a commit or a time: what stood there then, and what each commit of HEAD's own line made of it. */
  openLine(after: string | Date): Promise<Result<AsyncIterable<PastView>>>;
}

/** What the worktree that claimed remembers, privately. */
export interface Holding {
  readonly id: string;
  readonly agent: string;
  readonly nonce: string;
  readonly session: string | null;
}

export interface Claims {
  /** All claims, by one git call. */
  list(): Promise<readonly ClaimRef[]>;
  /** Some of the list. */
  find(ids: readonly string[]): Promise<readonly ClaimRef[]>;
  /** As its ref is now: to be changed. */
  read(id: string): Promise<ClaimRef | null>;
  /** Compare-and-swap: `expected` null means the ref must not exist. False: another came first. */
  swap(id: string, expected: string | null, next: ClaimRecord): Promise<Result<boolean>>;
  /** Brings our own ref to what the remote holds, if it is still as expected; `next` null: removes it, as only a sync does. */
  follow(id: string, expected: string | null, next: ClaimRecord | null): Promise<void>;
  /** What this worktree holds by its private files. */
  holdings(): Promise<readonly Holding[]>;
  /** Noted before the swap, so that a claim won just before a crash is found again; `hold` or `forget` settles it. */
  intend(holding: Holding): Promise<void>;
  forget(holding: Holding): Promise<void>;
  /** `worktree`: the root of another work tree that holds it from now on, instead of this one. */
  hold(holding: Holding, worktree?: string): Promise<void>;
  drop(id: string): Promise<void>;
}

export interface Worktree {
  readonly path: string;
  readonly branch: string | null;
  /** Git is still at it: files may be missing. */
  readonly isBeingMade?: true;
}

/** Committing a set of files: done, or why not (the files stay written). */
export type CommitOutcome =
  | { readonly committed: true; readonly commit: string; /** Another git kept the index locked: `git status` shows the files as changed until it is refreshed. */ readonly indexBehind?: true }
  | { readonly committed: false; readonly reason: 'off' | 'no-first-commit' | 'operation-in-progress' | 'ignored' | 'failed'; readonly detail: string };

/** Merging a branch: done, or git's reason why not. */
export type MergeOutcome = { readonly merged: true; readonly commit: string } | { readonly merged: false; readonly detail: string };

/** The files that git finds in conflict between two commits, as they are to be. */
export interface SettledMerge {
  readonly ours: string;
  readonly theirs: string;
  readonly files: readonly FileChange[];
}

/** A branch at its last commit; of a remote's, its name there. */
export interface BranchTip {
  readonly branch: string;
  /** The remote that has it; null: it is here. */
  readonly remote: string | null;
  readonly commit: string;
  readonly at: Date;
  readonly subject: string;
}

export interface Git {
  head(): Promise<{ readonly commit: string | null; readonly tree: string | null; readonly branch: string | null }>;
  /** Commit time of each ref's tip that exists, by ref name. */
  tipTimes(refs: readonly string[]): Promise<ReadonlyMap<string, Date>>;
  /** Changed or untracked paths, here or in another worktree, but for those in the folder `outside`; none where there is no such worktree. */
  uncommitted(outside: string | null, worktree?: string): Promise<readonly string[]>;
  /** Files here that git was told not to look at, so that changes of them are not seen. */
  hidden(): Promise<readonly string[]>;
  commit(paths: readonly string[], message: string, trailers: Readonly<Record<string, string>>): Promise<CommitOutcome>;
  /** The same where nobody else stages anything, as in the worktree of a job: with what is staged, and by fewer gits. */
  commitHere: Git['commit'];
  /** All that is changed or new in this work tree, and not ignored; nobody else's work may be in it. */
  commitAll(message: string, trailers: Readonly<Record<string, string>>): Promise<CommitOutcome>;
  /** Merges a ref or a commit into the branch checked out here; where git cannot, nothing is changed. `settled`: where git alone finds conflicts. */
  merge(revision: string, message: string, settled: SettledMerge | null): Promise<MergeOutcome>;
  /** False where something in it is not committed: it stays. True also where it is gone already. */
  removeWorktree(path: string): Promise<boolean>;
  /** On a new branch from a commit (null: HEAD); `continues`: on this branch where it exists already. */
  addWorktree(path: string, branch: string, options?: { readonly continues: boolean; readonly from: string | null }): Promise<Result<void>>;
  worktrees(): Promise<readonly Worktree[]>;
  /** Paths changed between two commits, newest state's blob ids beside them (null: deleted). */
  changedPaths(base: string, head: string): Promise<readonly { readonly path: string; readonly blob: string | null }[]>;
  /** Paths that are staged and differ from HEAD, by the caller's own index; renamed ones by both names. */
  stagedPaths(): Promise<readonly string[]>;
  /** What trailers of this name say in the commits that `head` has and `base` has not. */
  trailers(base: string, head: string, key: string): Promise<readonly string[]>;
  mergeBase(one: string, other: string): Promise<string | null>;
  /** What changed from one commit to another, or (null) to the work tree with its new files, as git's own records and patch. */
  diff(from: string, to: string | null): Promise<{ readonly records: string; readonly patch: string }>;
  /** Paths of all files at a commit. */
  pathsAt(commit: string): Promise<readonly string[]>;
  /** The commit that a branch, a tag or the like stands for; null where there is none. */
  commitAt(revision: string): Promise<string | null>;
  /** Paths of files below a folder ('' is the root), but for those that git ignores. */
  filesBelow(folder: string): Promise<readonly string[]>;
  /** Lines of those files that an extended regular expression finds, as `path:number:line`; refused where it is none. */
  search(pattern: string, folder: string): Promise<Result<readonly string[]>>;
  /** Blob ids at a commit for paths that exist there. */
  blobs(commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Files at a commit, branch or the like, by path; those that are not there are left out. */
  textsAt(revision: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Commits that `to` has and `from` has not; 0 where one of them is not known. */
  commitsBetween(from: string, to: string): Promise<number>;
  /** Those of these ids of commits or blobs (shortened ones too) that the repository holds; one git call. */
  knownObjects(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Subjects of the commits between two, oldest first, that changed anything outside of `folder`; at most the last 20. */
  subjects(base: string, head: string, folder: string): Promise<readonly string[]>;
  isShallow(): Promise<boolean>;
  /** Every commit reachable from HEAD that changed something below `folder`; one git call. Merges are left out: they change nothing by themselves. `most`: only the newest so many. */
  workspaceHistory(folder: string, most?: number): Promise<readonly WorkspaceCommit[]>;
  /** Branches, also of remotes as last fetched, but for what the commit `merged` reaches. */
  branchTips(merged: string | null): Promise<readonly BranchTip[]>;
  /** Paths that git would leave to decide where these were merged; nothing is checked out. */
  conflictsBetween(sides: MergeSides): Promise<Result<readonly string[]>>;
  /** The name of the default branch: coord.yaml's `main`, else origin/HEAD, else init.defaultBranch. */
  defaultBranch(configured: string | null): Promise<string>;
  config(key: string): Promise<string | null>;
  /** Writes this repository's own settings. */
  configure(settings: Readonly<Record<string, string>>): Promise<void>;
  /** Files below `folder` that a merge left to decide, with the versions git keeps of them. */
  unmerged(folder: string): Promise<readonly Unmerged[]>;
  /** Git's own merge of lines, into the file `ours`; true where no conflict is left in it. */
  mergeFile(files: MergeFiles): Promise<boolean>;
}

/** null: that side has no such file, or none that is text. */
export interface Unmerged {
  readonly path: string;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** Paths relative to the work tree's root. */
export interface MergeFiles {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface RunOutcome {
  /** null when it was killed or could not start. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  readonly seconds: number;
  /** The last lines of its output, at most 4,000 characters, control characters removed. */
  readonly tail: string;
}

export interface Processes {
  /** Runs an argument list (never a shell), its own process group, git's local environment variables removed. */
  run(command: readonly string[], place: ProcessPlace): Promise<RunOutcome>;
}

export interface ProcessPlace {
  readonly cwd: string;
  readonly timeoutSeconds: number;
  readonly job?: CommandOfJob;
}

/** A later coord finds its processes; what it prints is kept with the job, without secrets. */
export interface CommandOfJob {
  readonly id: string;
  /** Names of variables that it does not see. */
  readonly keptKeys: readonly string[];
}

/** What the environment says about who acts. */
export interface Caller {
  readonly cwd: string;
  readonly agentVariable: string | null;
  readonly session: string | null;
  /** The name kept by `coord as`, in this worktree's git directory. */
  chosenAgent(): Promise<string | null>;
  chooseAgent(name: string): Promise<void>;
}

/** Texts that a person gives for a record. */
export interface Drafts {
  /** A file anywhere on this machine, from where the command was typed; `-`: standard input. No more than a record may have, unless `most` bytes are said. */
  read(source: string, most?: number): Promise<Result<string>>;
  /** Lets the person change it in the editor that git uses; the file stays until it is dropped, so that no words are lost. */
  edit(text: string): Promise<Result<{ readonly text: string; readonly path: string }>>;
  drop(path: string): Promise<void>;
}

/** The machine's side of things, for `doctor`. */
export interface Condition {
  /** null where git does not run. */
  gitVersion(): Promise<string | null>;
  /** Lock files that coord and git leave in the git directory while they write. */
  locks(): Promise<readonly { readonly path: string; readonly ageSeconds: number }[]>;
  /** What remotes are set to fetch. */
  fetches(): Promise<readonly { readonly remote: string; readonly refspec: string }[]>;
  /** Bytes of the cache; null where there is none yet. */
  cache(): Promise<number | null>;
  /** Whether something stands at an absolute path of this machine. */
  exists(path: string): Promise<boolean>;
}

export interface Ports {
  readonly location: Location;
  readonly clock: Clock;
  readonly random: Random;
  /** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
  readonly digest: (text: string) => string;
  readonly store: Store;
  readonly files: TextFiles;
  readonly writer: Writer;
  readonly claims: Claims;
  readonly remotes: Remotes;
  readonly git: Git;
  readonly processes: Processes;
  readonly journal: Journal;
  readonly dispatching: Dispatching;
  readonly watching: Watching;
  readonly caller: Caller;
  readonly drafts: Drafts;
  readonly sources: Sources;
  readonly outlet: Outlet;
  readonly adoption: Adoption;
  readonly condition: Condition;
  readonly ci: Ci;
  readonly runner: Runner;
  readonly programs: Programs;
  readonly models: Models;
  readonly notices: Notices;
  readonly console: Console;
  readonly boardReaders: BoardReaders;
  /** The same in another work tree, by its root: what is asked and written there is that one's. */
  at(root: string): Promise<Result<Ports>>;
}
