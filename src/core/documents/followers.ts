/**
 * Names of fields, each with the one that stood behind it last time: most files have the same names in the same order, and a
 * name that is known already need not be cut out of a text and looked up.
 */
export interface Name {
  readonly text: string;
  follower: Name | null;
}

/** What stands before the first one. */
export const NO_NAME: Name = { text: '', follower: null };

const names = new Map<string, Name>();
/** Each may hold the text it was cut out of. */
const MOST_NAMES = 200;

/** The name, which followed that one. */
export function followerOf(before: Name, text: string): Name {
  const known = names.get(text);
  const name = known ?? { text, follower: null };
  if (known === undefined && names.size >= MOST_NAMES) return name;
  names.set(text, name);
  before.follower = name;
  return name;
}
