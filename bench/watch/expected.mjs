/** @import { Watcher } from './watcher.mjs' */

/** What must be told, each once: an event and what it is of. @param {readonly string[]} wanted without doubles */
export function expected(wanted) {
  const counts = new Map(wanted.map((key) => [key, 0]));
  let left = counts.size;
  const unforeseen = /** @type {string[]} */ ([]);
  return {
    /** @param {ReturnType<Watcher['take']>} heard only of files and claims: what follows from them is another matter */
    hear(heard) {
      for (const { entry: { event, file, task } } of heard) {
        if (!/^(?:record|claim)\./.test(event)) continue;
        const key = keyOf(event, file ?? task ?? '');
        const count = counts.get(key);
        if (count === undefined) unforeseen.push(key);
        else counts.set(key, count + 1);
        if (count === 0) left--;
      }
      return left === 0;
    },
    /** What went wrong, a line each. */
    faults: () => [...[...counts].flatMap(([key, count]) => (count === 1 ? [] : [`${count === 0 ? 'lost' : `told ${count} times`}: ${key}`])), ...unforeseen.map((key) => `never happened: ${key}`)],
  };
}

/** @param {string} event @param {string} of */
export const keyOf = (event, of) => `${event} ${of}`;
