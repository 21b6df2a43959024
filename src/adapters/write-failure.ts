import { EnvironmentFailure } from '../core/problem/environment-failure.ts';
import { refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';

const REASONS: Readonly<Record<string, string>> = {
  EROFS: 'the disk is read-only',
  EACCES: 'you have no permission to',
  EPERM: 'you have no permission to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'a file stands in its place',
};

/** What the disk said no to; anything else is a bug and stays thrown. */
export function writeFailure(path: string, error: unknown): Result<never> {
  const { code, path: at } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason === undefined) throw error;
  return refused('not-writable', { path: at ?? path, reason });
}

/** For people: why nothing more could be written. */
export function writeReason({ code = '', message }: NodeJS.ErrnoException): string {
  return REASONS[code] ?? message;
}

/** For ports that have no place for a refusal. */
export function orUnwritable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const failure = writeFailure(path, error);
    throw failure.ok ? error : new EnvironmentFailure(failure.refusal);
  }
}
