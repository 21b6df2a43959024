/** A member of the team by any of its names. */
import { resolveAgent, rosterOf } from '../core/documents/roster.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { Survey } from '../core/survey.ts';

/** Answers its id. */
export function findAgent({ survey }: { readonly survey: Pick<Survey, 'agents'> }, name: string): Result<string> {
  const resolved = resolveAgent(rosterOf(survey.agents), name);
  if (resolved.kind === 'agent') return done(resolved.id);
  const agents = survey.agents.map(({ id }) => id);
  return refused('no-such-agent', { name, nearest: resolved.kind === 'unknown' ? resolved.nearest : null, agents });
}
