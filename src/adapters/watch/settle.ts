/** From hints to changes: what is sure is told at once, what may be half written when it has stood still for a moment. */
import type { FileChange } from '../../app/ports/watch-port.ts';
import { wait } from '../wait.ts';
import type { LiveFiles } from './live-files.ts';

/** Milliseconds for which a doubtful file must stand still. After a hint it is looked at once more then, since hints get lost. */
const SETTLE = 100;
/** The same for a file that is gone while git is at work: git takes a file away before it writes another one in its place. */
const WHILE_GIT = 5000;

export interface Settling {
  hint(files: readonly string[]): void;
  /** Of some files nobody can tell yet how they will be. */
  isUnsure(): boolean;
  /** When nothing is left to be looked at once more. */
  over(): Promise<void>;
  forget(): void;
}

export interface Around {
  /** The whole folder is gone; asked before a file counts as gone. */
  readonly isMissing: () => boolean;
  /** Some git is changing the work tree. */
  readonly isGitAtWork: () => boolean;
}

/** `tell` also with no changes, when what was unsure is as it was. */
export function settle(files: LiveFiles, tell: (changes: readonly FileChange[]) => void, around: Around): Settling {
  const doubts = new Map<string, Doubt>();
  const again = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  const lookAt = (all: readonly string[]): void => {
    const wasUnsure = doubts.size > 0;
    const changes = all.flatMap((file) => changeOf(files, doubts, around, file));
    for (const file of doubts.keys()) again.add(file);
    if (changes.length > 0 || (wasUnsure && doubts.size === 0)) tell(changes);
    if (again.size > 0) timer ??= setTimeout(lookAgain, SETTLE);
  };
  const lookAgain = (): void => {
    timer = null;
    const all = [...again];
    again.clear();
    if (!around.isMissing()) lookAt(all);
  };
  return {
    hint(all) {
      for (const file of all) again.add(file);
      lookAt(all);
    },
    isUnsure: () => doubts.size > 0,
    async over() {
      while (again.size > 0) await wait(SETTLE / 4);
    },
    forget() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      doubts.clear();
      again.clear();
    },
  };
}

interface Doubt {
  readonly blob: string | null;
  readonly since: number;
}

function changeOf(files: LiveFiles, doubts: Map<string, Doubt>, { isGitAtWork }: Around, file: string): readonly FileChange[] {
  const found = files.look(file);
  const before = files.blob(file);
  const doubt = doubts.get(file);
  const patience = found.blob === null && isGitAtWork() ? WHILE_GIT : SETTLE;
  const isStill = doubt?.blob === found.blob && performance.now() - doubt.since >= patience - 1;
  if (found.blob !== before && found.isDoubtful && !isStill) {
    if (doubt?.blob !== found.blob) doubts.set(file, { blob: found.blob, since: performance.now() });
    return [];
  }
  doubts.delete(file);
  if (found.blob !== before || found.blob !== null) files.accept(found);
  return found.blob === before ? [] : [{ file, before, after: found.blob }];
}
