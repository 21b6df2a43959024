import { crypto } from './crypto.ts';

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
export function digest(text: string): string {
  return crypto().createHash('sha256').update(text, 'utf8').digest('hex');
}
