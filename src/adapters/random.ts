import type { Random } from '../app/ports.ts';
import { crypto } from './crypto.ts';

export const random: Random = { hex: (bytes) => crypto().randomBytes(bytes).toString('hex') };
