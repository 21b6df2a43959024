/**
 * Chance that comes out the same for the same seed (mulberry32), so that a run can be repeated.
 * @param {number} seed
 * @returns {() => number} numbers from 0 up to, not including, 1
 */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @template T
 * @param {readonly T[]} items at least one
 * @param {() => number} random
 * @returns {T}
 */
export function pick(items, random) {
  return /** @type {T} */ (items[Math.floor(random() * items.length)]);
}
