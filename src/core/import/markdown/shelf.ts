/** The phases or the groups of a plan in their order, found by key and by name: there may be thousands. */

export class Shelf<T extends { readonly key: string; readonly name: string }> {
  readonly #byKey = new Map<string, T>();
  readonly #byName = new Map<string, Set<T>>();
  /** By the beginning of a key: the number behind it that was tried last. */
  readonly #tried = new Map<string, number>();

  all(): readonly T[] {
    return [...this.#byKey.values()];
  }

  add(one: T): T {
    const alike = this.#byName.get(one.name);
    if (alike === undefined) this.#byName.set(one.name, new Set([one]));
    else alike.add(one);
    this.#byKey.set(one.key, one);
    return one;
  }

  remove(one: T): void {
    this.#byKey.delete(one.key);
    this.#byName.get(one.name)?.delete(one);
  }

  get(key: string): T | null {
    return this.#byKey.get(key) ?? null;
  }

  /** The first of that name. */
  called(name: string): T | null {
    const [first = null] = this.#byName.get(name) ?? [];
    return first;
  }

  /** `first` where it is free, else `base` with a number behind it. */
  freeKey(first: string, base: string): string {
    if (!this.#byKey.has(first)) return first;
    for (let next = this.#tried.get(base) ?? 2; ; next++) {
      const key = `${base} ${next}`;
      if (this.#byKey.has(key)) continue;
      this.#tried.set(base, next);
      return key;
    }
  }
}
