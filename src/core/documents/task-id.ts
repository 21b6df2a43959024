/** Ids of tasks: used as they are for file names and refs, so the grammar is narrow (docs/protocol.md, "Ids"). */

const ID = /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-])){0,63}$/;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** null for a good id, else what is wrong with it: ends a sentence that begins "the id X ". */
export function faultOfId(id: string): string | null {
  if (id.length > 64) return 'is longer than 64 characters';
  if (!ID.test(id)) return 'holds something else than letters, digits, _ and -, or a dot that is not between them';
  if (id.toLowerCase().endsWith('.lock')) return 'ends in .lock, which git keeps for itself';
  if (DEVICE.test(id)) return 'is the name of a device on Windows';
  return null;
}
