/**
 * Entries of a git index, read from its bytes: the cache's own, and the caller's, for which a check before each commit would
 * else wait for one more git. Format: git's documentation, gitformat-index, versions 2 to 4, for ids of SHA-1.
 */
export const HEADER = 12;
export const MODE_AT = 24;
export const OID_AT = 40;
export const FLAGS_AT = 60;
export const NAME_AT = 62;
export const CHECKSUM = 20;
const EXTENDED = 0x4000;

/** Of an entry of version 2 or 3 with so many bytes up to the end of its name: one to eight zeros follow. */
export function paddedLength(length: number): number {
  return Math.ceil((length + 1) / 8) * 8;
}

/**
 * Calls `visit` for each entry, with its name and where its bytes begin and end. False where it does not come out even, or
 * where something stands behind the entries that one has to understand (a split or a sparse index): then nothing counts.
 */
export function eachEntry(bytes: Buffer, visit: (name: string, at: number, end: number) => void): boolean {
  if (bytes.length < HEADER + CHECKSUM || bytes.toString('latin1', 0, 4) !== 'DIRC') return false;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return false;
  // Cut from one text, a character a byte: many small texts of their own take three times as long.
  const text = bytes.toString('latin1');
  let at = HEADER;
  let name = '';
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    if (at + NAME_AT >= bytes.length) return false;
    const nameAt = at + NAME_AT + ((bytes.readUInt16BE(at + FLAGS_AT) & EXTENDED) === 0 ? 0 : 2);
    const { dropped, from } = version === 4 ? nameStart(bytes, nameAt) : { dropped: name.length, from: nameAt };
    const zero = text.indexOf('\0', from);
    if (zero === -1) return false;
    name = name.slice(0, name.length - dropped) + text.slice(from, zero);
    const end = version === 4 ? zero + 1 : at + paddedLength(zero - at);
    visit(NOT_ASCII.test(name) ? Buffer.from(name, 'latin1').toString('utf8') : name, at, end);
    at = end;
  }
  return isAllOptional(bytes, at);
}

const NOT_ASCII = /[\x80-\xff]/;

/** Version 4 says how much of the end of the last name to drop, seven bits a byte, before what to add to it. */
function nameStart(bytes: Buffer, at: number): { readonly dropped: number; readonly from: number } {
  let from = at;
  let byte = bytes[from++] ?? 0;
  let dropped = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[from++] ?? 0;
    dropped = (dropped + 1) * 128 + (byte & 0x7f);
  }
  return { dropped, from };
}

/** What follows the entries is in parts, each with a name of four letters; a capital means that it may be left aside. */
function isAllOptional(bytes: Buffer, entriesEnd: number): boolean {
  const end = bytes.length - CHECKSUM;
  let at = entriesEnd;
  while (at + 8 <= end && /[A-Z]/.test(String.fromCharCode(bytes[at] ?? 0))) at += 8 + bytes.readUInt32BE(at + 4);
  return at === end;
}
