import { namesSecret } from '../../core/dispatch/redact.ts';

/** Values in our environment that nobody may keep or show. */
export function ownSecrets(): readonly string[] {
  return Object.entries(process.env).flatMap(([name, value]) => (value !== undefined && namesSecret(name) ? [value] : []));
}
