/** What a verb is to the shell: its words, and the module that runs it, loaded only when it is asked for. */
import type { Ports } from '../app/ports.ts';
import type { PlacedProblem } from '../core/problem/problem.ts';
import type { Refusal } from '../core/problem/refusal.ts';
import type { VerbWords } from '../present/help.ts';
import type { Screen } from '../present/screen.ts';

export type { Screen } from '../present/screen.ts';

export interface Input {
  readonly args: readonly string[];
  /** By camel-case option name, as commander gives them. */
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  /** `--as`, where given. */
  readonly as: string | null;
  readonly json: boolean;
  /** `--help`, of a verb that tells by itself what it takes. */
  readonly help?: boolean;
}

/** Tells a line at once, while a verb still works; with --json nothing is told before the answer, but for verbs that stream. `false`: nobody reads it any more. */
export type Say = (line: string) => unknown;

/** Lines at the end of a terminal that are drawn anew, below what is told; only where it can do so. */
export interface Live {
  readonly size: () => Size;
  readonly draw: (lines: readonly string[]) => void;
}

/** Of a terminal; undefined: it does not say. */
export interface Size {
  readonly columns: number | undefined;
  readonly rows: number | undefined;
}

export interface Reply {
  readonly exit: number;
  /** The answer, for stdout when `--json` is not given. No line break at the end. */
  readonly text: string;
  /** Where the form of the answer prescribes how its lines end. */
  readonly lineEnd?: '\n' | '\r\n';
  /** The talk, for stderr: hints, notes, what else went on. */
  readonly talk?: string;
  /** The answer as data, for `--json`: snake_case keys, by schemas/answers/<verb>.schema.json. */
  readonly data: unknown;
  /** Problems of files, for the envelope; the shell prints a one-line count of them on stderr in text mode. */
  readonly problems?: readonly PlacedProblem[];
  readonly refused?: Refused;
  /** With --json all of the answer was told before. */
  readonly streamed?: true;
}

/** Why there is no answer, and for whom it is put into words. */
export interface Refused {
  readonly refusal: Refusal;
  readonly screen: Screen;
}

/** What `help` reads: the verbs there are, and the pages that come with the package. */
export interface Manual {
  readonly verbs: readonly Verb[];
  /** The page docs/problems/<code>.md; null where there is none. */
  readonly page: (code: string) => Promise<string | null>;
}

export interface Words extends VerbWords {
  /** What called it must not fail because of it: whatever is wrong is told on stderr, and the exit code is 0. */
  readonly forgiving?: true;
  /** What follows its first word is for what it runs: options that it does not know, and --help. */
  readonly passes?: true;
  /** It draws a list at the end of a terminal while it works. */
  readonly isLive?: true;
  /** With --json each line that it tells is an object of its own, and only a refusal is an envelope. */
  readonly streams?: true;
}

export type Verb = Words &
  (
    | { readonly needs: 'repository'; readonly load: () => Promise<{ readonly run: (ports: Ports, input: Input, screen: Screen, say: Say, live: Live | null) => Promise<Reply> }> }
    | { readonly needs: 'manual'; readonly load: () => Promise<{ readonly run: (manual: Manual, input: Input, screen: Screen) => Promise<Reply> }> }
  );
