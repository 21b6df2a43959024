/** The names of agents, looked up by their words: a plan names many people many times. */
import { meantBy, nameWords } from '../same-name.ts';

export class KnownNames {
  /** By all their words; the first of several that are alike. */
  readonly #exact = new Map<string, string>();
  readonly #withWord = new Map<string, Set<string>>();
  /** Of several words, by the letter they begin with: initials may mean them. */
  readonly #withLetter = new Map<string, Set<string>>();
  readonly #meant = new Map<string, string | null>();

  add(name: string): void {
    const words = nameWords(name);
    this.addAlias(name, name);
    for (const word of words) put(this.#withWord, word, name);
    if (words.length > 1) put(this.#withLetter, words[0]?.[0] ?? '', name);
  }

  addAlias(name: string, alias: string): void {
    const key = nameWords(alias).join(' ');
    if (!this.#exact.has(key)) this.#exact.set(key, name);
    this.#meant.clear();
  }

  exactly(name: string): string | null {
    return this.#exact.get(nameWords(name).join(' ')) ?? null;
  }

  /** null: nobody is, or several may be. */
  meant(mention: string): string | null {
    const known = this.#meant.get(mention);
    if (known !== undefined) return known;
    const found = this.exactly(mention) ?? this.#alike(mention);
    this.#meant.set(mention, found);
    return found;
  }

  #alike(mention: string): string | null {
    const words = nameWords(mention);
    const candidates = new Set(words.flatMap((word) => [...(this.#withWord.get(word) ?? [])]));
    for (const name of this.#withLetter.get(words[0]?.[0] ?? '') ?? []) candidates.add(name);
    const names = [...candidates];
    const at = meantBy(mention, names.map(nameWords));
    return at === null ? null : (names[at] ?? null);
  }
}

function put(index: Map<string, Set<string>>, key: string, name: string): void {
  const names = index.get(key);
  if (names === undefined) index.set(key, new Set([name]));
  else names.add(name);
}
