/** The list of verbs, and what one of them takes. */
import { columns } from './columns.ts';

export interface VerbWords {
  readonly name: string;
  readonly summary: string;
  readonly args?: string;
  readonly options?: readonly (readonly [flags: string, says: string])[];
  readonly group?: 'look' | 'work' | 'plan';
  readonly hidden?: true;
}

const HEADINGS = [
  ['look', 'Look'],
  ['work', 'Work'],
  ['plan', 'Plan'],
  [undefined, 'Set up and check'],
] as const;

const EVERY = 'With every verb: --json  --as <agent>  --cwd <folder>  --now <time>';

export function helpList(verbs: readonly VerbWords[], width: number): string {
  const shown = verbs.filter(({ hidden }) => !hidden);
  const longest = Math.max(0, ...shown.map(({ name }) => name.length));
  const sections = HEADINGS.flatMap(([group, heading]) => {
    const members = shown.filter((verb) => verb.group === group);
    const rows = members.map(({ name, summary }) => ['', name.padEnd(longest), summary]);
    return members.length === 0 ? [] : [`${heading}\n${columns(rows, [{}, {}, { gives: true }], width)}`];
  });
  const alone = 'coord alone tells what this worktree holds, or else the status.';
  return [...sections, `${alone}\n${EVERY}\nOne verb: coord help <verb>    A problem's code: coord help <code>`].join('\n\n');
}

export function helpVerb(verb: VerbWords, width: number): string {
  const rows = (verb.options ?? []).map(([flags, says]) => ['', flags, says]);
  const usage = ['coord', verb.name, verb.args ?? '', rows.length > 0 ? '[options]' : ''].filter((word) => word !== '').join(' ');
  const options = rows.length === 0 ? '' : `\n\n${columns(rows, [{}, {}, { gives: true }], width)}`;
  return `${usage}\n${verb.summary}.${options}\n\n${EVERY}`;
}
