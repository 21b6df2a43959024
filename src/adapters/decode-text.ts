/** Bytes to text: UTF-8, or UTF-16 where a byte-order mark says so. Other encodings look alike, so they are not guessed at. */

export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly reason: string } {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) return { reason: 'is no text' };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { reason: encoding === 'utf-8' ? `is not in UTF-8 (line ${lineOfFault(bytes)}): save it in that encoding` : 'is broken UTF-16' };
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The first line that cannot be decoded: no byte of a longer sign is an end of line. */
function lineOfFault(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    start = end === -1 ? bytes.length : end + 1;
  }
  return line;
}
