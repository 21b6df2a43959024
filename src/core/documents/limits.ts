/** Bounds that keep a stranger's file from costing more than a moment. Each was reached for real: docs/protocol.md, "Limits and trust". */

/** Bytes of one file. YAML of this size is read with positions in well under a second. */
export const MAX_BYTES = 256 * 1024;
/** Nesting of collections in YAML. */
export const MAX_DEPTH = 100;
/** Nodes that aliases may expand to. */
export const MAX_ALIASES = 100;
/** Words, marks and line breaks that are read with positions: a dense file of MAX_BYTES has about 100,000. */
export const MAX_TOKENS = 150_000;
/** Anchors, aliases and tags in one text: the composer's time grows with their square. */
export const MAX_MARKS = 1000;
/** Problems told of one file's syntax; what follows the first few is mostly their echo. */
export const MAX_SYNTAX_PROBLEMS = 10;
/** Bytes of a handoff that coord writes: about 2,500 words, which its receiver reads before any work. */
export const MAX_HANDOFF_BYTES = 16 * 1024;
/** Bytes of all that one import reads. A plan of a thousand tasks has some 200 kB. */
export const MAX_SOURCE_BYTES = 8 * 1024 * 1024;
/** Files that one import reads. */
export const MAX_SOURCE_FILES = 20_000;
