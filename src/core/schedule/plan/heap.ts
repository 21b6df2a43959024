/** Items by the smallest key first; of equal keys the smaller item. */
export interface Heap {
  readonly size: number;
  /** Of the first item; infinite where there is none. */
  readonly key: number;
  /** The first item, which stays; -1 where there is none. */
  readonly item: number;
  push(key: number, item: number): void;
  /** The first item, which it takes out; -1 where there is none. */
  pop(): number;
}

export function createHeap(): Heap {
  const keys: number[] = [];
  const items: number[] = [];
  const isBefore = (key: number, item: number, at: number): boolean => {
    const other = keys[at] ?? Infinity;
    return key < other || (key === other && item < (items[at] ?? Infinity));
  };
  const put = (at: number, key: number, item: number): void => {
    keys[at] = key;
    items[at] = item;
  };
  return {
    get size() {
      return keys.length;
    },
    get key() {
      return keys[0] ?? Infinity;
    },
    get item() {
      return items[0] ?? -1;
    },
    push(key, item) {
      let at = keys.length;
      put(at, key, item);
      for (let up = (at - 1) >> 1; at > 0 && isBefore(key, item, up); up = (at - 1) >> 1) {
        put(at, keys[up] ?? 0, items[up] ?? 0);
        put(up, key, item);
        at = up;
      }
    },
    pop() {
      const first = items[0] ?? -1;
      const key = keys.pop() ?? 0;
      const item = items.pop() ?? 0;
      if (keys.length === 0) return first;
      let at = 0;
      for (;;) {
        const left = 2 * at + 1;
        const child = left + 1 < keys.length && isBefore(keys[left + 1] ?? 0, items[left + 1] ?? 0, left) ? left + 1 : left;
        if (child >= keys.length || isBefore(key, item, child)) break;
        put(at, keys[child] ?? 0, items[child] ?? 0);
        at = child;
      }
      put(at, key, item);
      return first;
    },
  };
}
