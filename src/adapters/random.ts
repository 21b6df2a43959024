import { randomBytes } from 'node:crypto';
import type { Random } from '../app/ports.ts';

export const random: Random = { hex: (bytes) => randomBytes(bytes).toString('hex') };
