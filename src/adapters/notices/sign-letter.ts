/** Headers of a signed letter, by https://www.standardwebhooks.com: what its libraries verify. */
import { crypto } from '../crypto.ts';

/** Keys with this prefix are base64; any other is taken as it stands, in UTF-8. */
const PREFIX = 'whsec_';

export function signatureHeaders(id: string, seconds: number, body: string, key: string): Readonly<Record<string, string>> {
  const bytes = key.startsWith(PREFIX) ? Buffer.from(key.slice(PREFIX.length), 'base64') : Buffer.from(key, 'utf8');
  const signature = crypto().createHmac('sha256', bytes).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
