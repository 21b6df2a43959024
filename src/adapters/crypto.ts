/** node:crypto, loaded on first use: that takes as long as reading the cache, and a warm answer needs none of it. */
import type * as Crypto from 'node:crypto';

export function crypto(): typeof Crypto {
  return process.getBuiltinModule('node:crypto');
}
