/** "Paint the fence (Ann)": whose a line is, where names in brackets end most lines of a list. */
import { normal, splitBrackets } from './clean-text.ts';
import { listsIn, saysNoWork } from './context.ts';
import { isEstimate } from './estimates.ts';
import { dateIn } from './written-dates.ts';
import type { Findings } from './findings.ts';
import type { Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { stateNamed } from './states.ts';
import { splitTags } from './tags.ts';
import { readFact, splitTail } from './tail.ts';
import { holds, isOne, LATER, SIZE } from './vocabulary.ts';

/** Names are told from remarks by this: nearly every line has one, there are several, and some come again; or by a length of work beside them. */
export function findOwners(document: Section, file: string, found: Findings): void {
  const owned: Owned[] = [];
  const measured: Owned[] = [];
  for (const { items } of sectionsOf(document).filter(({ heading }) => !saysNoWork(heading.text)).flatMap(({ blocks }) => listsIn(blocks))) {
    const named = items.flatMap(({ inline, line }) => ownedBehind(inline.text, line) ?? []);
    if (named.length > 1 && named.length * 4 >= items.length * 3) owned.push(...named);
    measured.push(...named.filter(({ isMeasured }) => isMeasured));
  }
  for (const lines of [namesIn(owned) < owned.length ? owned : [], measured]) {
    if (namesIn(lines) < 2) continue;
    for (const { name, line } of lines) found.agentCalled(found.resolve(name) ?? name, { file, line }, 'guess');
  }
}

interface Owned {
  readonly name: string;
  readonly line: number;
  /** A length of work stands beside it, as in "(Tom, 1 day)". */
  readonly isMeasured: boolean;
}

const namesIn = (lines: readonly Owned[]): number => new Set(lines.map(({ name }) => name)).size;

const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*)(?:\s[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){0,2}$/u;
const ACRONYM = /^[A-Z]{2,}$/;

/** null: no name ends the line. */
function ownedBehind(text: string, line: number): Owned | null {
  if (!/[)）\]]/u.test(text)) return null;
  const first = splitTags(text.split('\n', 1)[0] ?? '').rest;
  const parts = (splitBrackets(splitTail(first, false).rest).brackets.at(-1) ?? '').split(/\s*[,;、，；]\s*/u);
  const [whom = '', ...others] = parts.filter((part) => !isEstimate(part) && dateIn(part) === null);
  const name = firstOf(whom);
  const isOther = others.length > 0 || stateNamed(name) !== null || readFact(name) !== null || holds(normal(name), LATER) || isOne(normal(name), SIZE);
  return NAME.test(name) && !ACRONYM.test(name) && !isOther ? { name, line, isMeasured: parts.some(isEstimate) } : null;
}

/** The last brackets name somebody who is known, or what stands behind a dash. */
export function ownerBeside(title: string, found: Findings): { readonly title: string; readonly owner: string | null } {
  if (found.agents.length === 0) return { title, owner: null };
  const { bare, brackets } = splitBrackets(title);
  const whom = brackets.at(-1) ?? '';
  const owner = found.agentMeant(whom);
  const first = owner === null && firstOf(whom) !== whom ? found.agentMeant(firstOf(whom)) : null;
  if (first !== null) return { title, owner: first };
  return owner === null ? ownerBehind(title, found) : { title: [bare, ...brackets.slice(0, -1).map((bracket) => `(${bracket})`)].join(' '), owner };
}

/** Of "Ann and Bob": a task is for one, and the title goes on to name the others. */
const firstOf = (names: string): string => names.split(/\s*[&+、]\s*|\s+(?:and|und|y|et|e|и)\s+/u)[0] ?? names;

/** "Paint it — Ann". */
function ownerBehind(title: string, found: Findings): { readonly title: string; readonly owner: string | null } {
  const dash = title.search(/\s(?:——|[–—-])\s+[^–—]*$/u);
  const name = dash === -1 ? '' : title.slice(dash).replace(/^\s[–—-]{1,2}\s+/u, '');
  const owner = NAME.test(firstOf(name)) ? found.agentMeant(firstOf(name)) : null;
  return { title: owner === null || firstOf(name) !== name ? title : title.slice(0, dash), owner };
}

/** "Texts (Ann)": whose all below a heading is. */
export function ownerOfHeading(brackets: readonly string[], found: Findings): string | null {
  const owners = brackets.flatMap((bracket) => found.agentMeant(bracket) ?? []);
  return owners.length === 1 ? (owners[0] ?? null) : null;
}
