/** node:crypto, loaded on first use: that takes as long as reading the cache, and a warm answer needs none of it. */
import type * as Crypto from 'node:crypto';
import { once } from '../core/once.ts';

export const crypto = once((): typeof Crypto => process.getBuiltinModule('node:crypto'));
