/** The list of verbs, and what one of them takes. */
import { wrap } from './text/width.ts';

export interface VerbWords {
  /** As typed: `status`, `task add`. */
  readonly name: string;
  readonly summary: string;
  /** Commander's form: `[id]`, `<id> [fields...]`. */
  readonly args?: string;
  /** Commander's flags and what each does. */
  readonly options?: readonly (readonly [flags: string, says: string])[];
  /** Under which heading of `coord help` it stands; without one, under the last. */
  readonly group?: 'look' | 'work' | 'plan' | 'run';
  /** Left out of the list of verbs. */
  readonly hidden?: true;
}

const HEADINGS = [
  ['look', 'Look'],
  ['work', 'Work'],
  ['plan', 'Plan'],
  ['run', 'Run agents'],
  [undefined, 'Set up and check'],
] as const;

const EVERY = 'With every verb: --json  --as <agent>  --cwd <folder>  --now <time>';
const ALONE = 'coord alone tells what this worktree holds, or else the status.';
const MORE = "One verb: coord help <verb>    A problem's code: coord help <code>";

export function helpList(verbs: readonly VerbWords[], width: number): string {
  const shown = verbs.filter(({ hidden }) => !hidden);
  const longest = Math.max(0, ...shown.map(({ name }) => name.length));
  const sections = HEADINGS.flatMap(([group, heading]) => {
    const lines = shown.filter((verb) => verb.group === group).map(({ name, summary }) => entry(name, summary, longest, width));
    return lines.length === 0 ? [] : [[heading, ...lines].join('\n')];
  });
  return [...sections, [ALONE, EVERY, MORE].join('\n')].join('\n\n');
}

export function helpVerb({ name, args, summary, options = [] }: VerbWords, width: number): string {
  const usage = ['coord', name, args ?? '', options.length > 0 ? '[options]' : ''].filter((word) => word !== '').join(' ');
  const longest = Math.max(0, ...options.map(([flags]) => flags.length));
  const lines = options.map(([flags, says]) => entry(flags, says, longest, width));
  return [[usage, ...wrap(`${summary}.`, width)].join('\n'), ...(lines.length === 0 ? [] : [lines.join('\n')]), EVERY].join('\n\n');
}

/** A word and what it means, which goes on below itself where the line is too short. */
function entry(word: string, says: string, longest: number, width: number): string {
  const indent = longest + 4;
  return `  ${word.padEnd(longest)}  ${wrap(says, width - indent).join(`\n${' '.repeat(indent)}`)}`;
}
