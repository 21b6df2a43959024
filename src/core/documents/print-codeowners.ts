/** Ownership as a CODEOWNERS file, by which hosting sites ask for reviews. There the last line that fits a path counts alone. */
import { expandBraces } from '../glob.ts';
import type { Agent, Config } from '../model.ts';
import { ownedGlobs } from '../policy/owners.ts';
import type { OwnedGlob } from '../policy/owners.ts';
import { matches } from '../policy/overlap.ts';
import { agentIdOf, rosterOf } from './roster.ts';

const HEAD = '# Made from coord.yaml by `coord export codeowners`. Change it there.';

/** Without a line break at the end. */
export function printCodeowners(config: Config, agents: readonly Agent[]): string {
  const owned = ownedGlobs(config, agents).flatMap(({ glob, owner }) => (expandBraces(glob) ?? [glob]).map((one) => ({ glob: one, owner })));
  const handles = handlesOf(config, agents);
  const globs = [...new Set(owned.map(({ glob }) => glob))].sort(bySpecificity);
  return [HEAD, ...globs.flatMap((glob) => ['', ...linesOf(glob, ownersOfAll(glob, owned), handles)])].join('\n');
}

function linesOf(glob: string, owners: readonly string[], handles: ReadonlyMap<string, string>): string[] {
  const pattern = patternOf(glob);
  const named = [...new Set(owners.flatMap((owner) => handles.get(owner) ?? handleIn(owner) ?? []))];
  const nameless = owners.filter((owner) => !handles.has(owner) && handleIn(owner) === null);
  const unsaid = nameless.length === 0 ? [] : [`# ${shown(glob)}: no handle of ${nameless.map(shown).join(', ')} is known (contacts or aliases in coord.yaml)`];
  if (pattern === null) return [...unsaid, `# ${shown(glob)}: CODEOWNERS has no pattern for this; owned by ${[...named, ...nameless.map(shown)].join(' ')}`];
  // A pattern without any owner would take the path from everybody.
  return [...unsaid, ...(named.length === 0 ? [] : [`${pattern} ${named.join(' ')}`])];
}

/** null where the form knows nothing like it: sets of characters, marks with another meaning, characters that no line holds. */
function patternOf(glob: string): string | null {
  if (/[[\]{}\\!#]|\p{C}/u.test(glob)) return null;
  const names = glob.split('/').filter((name) => name !== '' && name !== '.');
  // A glob covers what lies below what it matches; a final `*` does not, there.
  const path = names.join('/').replace(/(^|\/)\*$/, '$1**');
  return path === '' || path === '**' ? '*' : `/${path.replaceAll(' ', '\\ ')}`;
}

/** Owners of every glob that holds all of this one. */
function ownersOfAll(glob: string, owned: readonly OwnedGlob[]): string[] {
  const path = samplePath(glob);
  return [...new Set(owned.filter((other) => other.glob === glob || matches(other.glob, path)).map(({ owner }) => owner))];
}

/** Stands for all paths of a glob: only wildcards match its made-up names. */
function samplePath(glob: string): string {
  return glob.replaceAll('**', '\uE000\uE001/\uE001\uE000').replaceAll('*', '\uE000\uE001\uE000').replaceAll('?', '\uE002');
}

/** What holds much comes first; a glob that lies in another has at least as many letters. */
function bySpecificity(one: string, other: string): number {
  const letters = (glob: string): number => glob.replace(/[*?]|\/$/g, '').length;
  return letters(one) - letters(other) || (one < other ? -1 : 1);
}

/** By agent, or by the name as it stands: from the contacts first, then from its aliases. */
function handlesOf({ contacts }: Config, agents: readonly Agent[]): ReadonlyMap<string, string> {
  const roster = rosterOf(agents);
  const aliases = agents.flatMap(({ id, aliases: names }) => names.map((name) => [id, name] as const));
  const said = Object.entries(contacts ?? {}).map(([subject, contact]) => [agentIdOf(roster, subject), contact ?? ''] as const);
  return new Map([...aliases.reverse(), ...said].flatMap(([id, text]) => {
    const handle = handleIn(text);
    return handle === null ? [] : [[id, handle] as const];
  }));
}

const HANDLE = /^(?:@[A-Za-z0-9][A-Za-z0-9-]*(?:\/[A-Za-z0-9_.-]+)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/;

/** The first account, team or address in a text such as `Ops team, @acme/ops`. */
function handleIn(text: string): string | null {
  return text.split(/[\s,;()<>]+/).find((word) => HANDLE.test(word)) ?? null;
}

const shown = (text: string): string => text.replace(/\p{C}+|\s+/gu, ' ');
