/** Whether two names mean one agent: "Backend Agent" and "Backend", "ML Engineer" and "Machine Learning Engineer Team". */

/** Words that most names share, and that tell nobody apart. */
const COMMON = new Set(['agent', 'agents', 'team', 'the']);

export function nameWords(name: string): readonly string[] {
  const words = name.normalize('NFKC').toLowerCase().replace(/^@?(?:agent[\s_-]+)?(?=.)/, (found) => (found.startsWith('@') ? '' : found)).match(/[\p{L}\p{N}+#]+/gu) ?? [];
  const telling = words.filter((word) => !COMMON.has(word));
  return telling.length === 0 ? words : telling;
}

/** The one of `names` that a mention means: its own words, or some of them in order, or their initials; null where none does, or several. */
export function meantBy(mention: string, names: readonly (readonly string[])[]): number | null {
  const words = nameWords(mention);
  if (words.length === 0) return null;
  for (const fits of [equal, initialled, within]) {
    const found = names.flatMap((name, index) => (fits(words, name) ? [index] : []));
    if (found.length === 1) return found[0] ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

function equal(mention: readonly string[], name: readonly string[]): boolean {
  return mention.length === name.length && mention.every((word, index) => word === name[index]);
}

/** Every word of the mention is a word of the name, or the initials of some that follow one another; none is left over. */
function initialled(mention: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  for (const word of mention) {
    const initials = name.slice(at, at + word.length).map((next) => next[0]).join('');
    if (name[at] === word) at++;
    else if (word.length > 1 && initials === word) at += word.length;
    else return false;
  }
  return at === name.length;
}

/** Words left out, none exchanged; a single word is the first or the last. */
function within(mention: readonly string[], name: readonly string[]): boolean {
  if (mention.length < 2 && ((mention[0] !== name[0] && mention[0] !== name.at(-1)) || (mention[0]?.length ?? 0) < 3)) return false;
  let at = 0;
  for (const word of mention) {
    const found = name.indexOf(word, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return true;
}
