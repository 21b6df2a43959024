/** "Paint the fence (Ann)": whose a line is, where names in brackets end most lines of a list. */
import { normal, splitBrackets } from './clean-text.ts';
import { listsIn, saysNoWork } from './context.ts';
import { isEstimate } from './estimates.ts';
import { dateIn } from './written-dates.ts';
import type { Findings } from './findings.ts';
import type { Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { stateNamed } from './states.ts';
import { readFact, splitTail } from './tail.ts';
import { holds, isOne, LATER, SIZE } from './vocabulary.ts';

/** Names are told from remarks by this: nearly every line has one, there are several, and some come again; or by a length of work beside them. */
export function findOwners(document: Section, file: string, found: Findings): void {
  const lists = sectionsOf(document).filter(({ heading }) => !saysNoWork(heading.text)).flatMap(({ blocks }) => listsIn(blocks)).map(({ items }) => items.map(({ inline, line }) => ({ ...nameBehind(inline.text), line })));
  const owned = lists.filter((items) => items.length > 2 && items.filter(({ name }) => name !== null).length * 4 >= items.length * 3).flat();
  const measured = lists.flat().filter(({ isMeasured }) => isMeasured);
  for (const lines of [namesIn(owned) < owned.filter(({ name }) => name !== null).length ? owned : [], measured]) {
    if (namesIn(lines) < 2) continue;
    for (const { name, line } of lines) if (name !== null) found.agentCalled(found.resolve(name) ?? name, { file, line }, 'guess');
  }
}

const namesIn = (lines: readonly { readonly name: string | null }[]): number => new Set(lines.flatMap(({ name }) => name ?? [])).size;

const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*)(?:\s[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){0,2}$/u;
const ACRONYM = /^[A-Z]{2,}$/;

/** `isMeasured`: a length of work stands beside it, as in "(Tom, 1 day)". */
function nameBehind(text: string): { readonly name: string | null; readonly isMeasured: boolean } {
  if (!/[)）\]]/u.test(text)) return { name: null, isMeasured: false };
  const parts = (splitBrackets(splitTail(text.split('\n', 1)[0] ?? '', false).rest).brackets.at(-1) ?? '').split(/\s*[,;、，；]\s*/u);
  const [name = '', ...others] = parts.filter((part) => !isEstimate(part) && dateIn(part) === null);
  const isOther = others.length > 0 || stateNamed(name) !== null || readFact(name) !== null || holds(normal(name), LATER) || isOne(normal(name), SIZE);
  return { name: NAME.test(name) && !ACRONYM.test(name) && !isOther ? name : null, isMeasured: parts.some(isEstimate) };
}

/** The last brackets name somebody who is known, or what stands behind a dash. */
export function ownerBeside(title: string, found: Findings): { readonly title: string; readonly owner: string | null } {
  if (found.agents.length === 0) return { title, owner: null };
  const { bare, brackets } = splitBrackets(title);
  const owner = found.agentMeant(brackets.at(-1) ?? '');
  return owner === null ? ownerBehind(title, found) : { title: [bare, ...brackets.slice(0, -1).map((bracket) => `(${bracket})`)].join(' '), owner };
}

/** "Paint it — Ann". */
function ownerBehind(title: string, found: Findings): { readonly title: string; readonly owner: string | null } {
  const dash = title.search(/\s[–—-]\s+[^–—]*$/u);
  const name = dash === -1 ? '' : title.slice(dash).replace(/^\s[–—-]\s+/u, '');
  const owner = NAME.test(name) ? found.agentMeant(name) : null;
  return owner === null ? { title, owner } : { title: title.slice(0, dash), owner };
}

/** "Texts (Ann)": whose all below a heading is. */
export function ownerOfHeading(brackets: readonly string[], found: Findings): string | null {
  const owners = brackets.flatMap((bracket) => found.agentMeant(bracket) ?? []);
  return owners.length === 1 ? (owners[0] ?? null) : null;
}
