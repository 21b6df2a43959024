/** Ids of tasks: used as they are for file names and refs, so the grammar is narrow (docs/protocol.md, "Ids of tasks"). */

const ID = /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-])){0,63}$/;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** null for a good id, else what is wrong with it: ends a sentence that begins "X cannot be an id: ". */
export function faultOfId(id: string): string | null {
  if (id.length > 64) return 'it is longer than 64 characters';
  if (!ID.test(id)) return 'only letters, digits, _ and - may stand in it, and dots between them';
  if (id.toLowerCase().endsWith('.lock')) return 'it ends in .lock, which git keeps for itself';
  if (DEVICE.test(id)) return 'it is the name of a device on Windows';
  return null;
}
