/** What a push says of one ref (`git push --porcelain`, and what git wrote beside it). */

export type PushReport =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The remote could not take it now: another pushes at this moment, a lock was left there, the object was collected on the way, its disk is full. */
  | { readonly kind: 'busy'; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string };

const LINE = /^([ +\-*!=])\t[^\t]*:([^\t]*)\t(.*)$/;
const STALE = /^\[rejected\]/;
const BUSY = /failed to (?:update|lock) ref|cannot lock ref|incorrect old value|reference already exists/i;
/** It would take claims, but not this push: to keep the claim here instead would let somebody else have it too. */
const FAILED = /unpacker error|missing necessary objects|unable to migrate objects|bad pack|shallow error|transaction (?:failed|rejected|could not)/i;
const NO_RIGHT = /denied|not allowed|not authorized|unauthorized|forbidden|\b403\b|read[- ]only|insufficient permission/i;

/** A remote may have several addresses to push to: all must agree. Without a line of its own nothing is known of the ref. */
export function readPush(stdout: string, stderr: string, ref: string): PushReport {
  const lines = stdout.split('\n').map((line) => LINE.exec(line)).filter((found) => found?.[2] === ref);
  const reports = lines.map((found) => readLine(found?.[1] ?? '', found?.[3] ?? ''));
  const [first] = reports;
  if (first === undefined) return { kind: NO_RIGHT.test(stderr) ? 'refused' : 'unclear', reason: reasonOf(stderr) };
  return reports.every(({ kind }) => kind === first.kind) ? first : { kind: 'unclear', reason: 'its addresses do not agree' };
}

function readLine(flag: string, summary: string): PushReport {
  const reason = /\((.+)\)\s*$/.exec(summary)?.[1] ?? summary;
  if (flag === '*' || flag === '+' || flag === ' ' || flag === '-') return { kind: 'accepted' };
  // "Up to date" says that the remote holds the same bytes, not that this push put them there.
  if (flag !== '!') return { kind: 'unclear', reason };
  if (STALE.test(summary)) return { kind: 'stale' };
  if (BUSY.test(summary) || FAILED.test(summary)) return { kind: 'busy', reason };
  return summary.startsWith('[remote rejected]') ? { kind: 'refused', reason } : { kind: 'unclear', reason };
}

/** Git's first complaint, without what an address may hold of names and passwords. */
export function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const words = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? 'it gave no reason';
  return withoutSecrets(words.replace(/^(?:fatal|error): /, ''));
}

function withoutSecrets(text: string): string {
  return text.replaceAll(/(\w+:\/\/)[^\s/]*@/g, '$1').replaceAll(/(\w+:\/\/[^\s?'"]*)\?[^\s'"]*/g, '$1');
}
