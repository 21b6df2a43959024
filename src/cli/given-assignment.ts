import type { Ports } from '../app/ports.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';

/** What the coord that starts this one tells it, on standard input. `most`: bytes; `read`: null for what is no assignment. */
export async function givenAssignment<T>({ drafts }: Pick<Ports, 'drafts'>, most: number, read: (json: string) => T | null): Promise<Result<T>> {
  const given = await drafts.read('-', most);
  if (!given.ok) return given;
  const assignment = read(given.value);
  return assignment === null ? refused('bad-assignment', {}) : done(assignment);
}
