/** Ids for new tasks: short to type, and not counted up, since counters collide between branches. */

const LENGTH = 4;

/** `BACKEND-7K2Q`: a prefix from whose task it is, and four characters from random hexadecimal digits. */
export function newTaskId(agent: string | null, hex: string): string {
  const letters = (agent ?? '').replace(/[^A-Za-z0-9]+/g, '').slice(0, 12).toUpperCase();
  const mark = Number.parseInt(hex.slice(0, 12), 16).toString(36).toUpperCase().padStart(LENGTH, '0').slice(-LENGTH);
  return `${/^[A-Z]/.test(letters) ? letters : 'TASK'}-${mark}`;
}
