import { isPerson, outsiderOf } from '../core/documents/outsider.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { actingAgent, spokenName } from './acting-agent.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

/**
 * Who acts, for verbs that also work when nobody has said so; a name that was given must be right.
 * People who are not in the team may act too: `--as human:alice`.
 */
export async function knownAgent(ports: Ports, view: View, as: string | null): Promise<Result<string | null>> {
  const spoken = await spokenName(ports, as);
  if (spoken !== null && isPerson(spoken.name)) return done(outsiderOf(spoken.name));
  const acting = await actingAgent(ports, view, as);
  if (acting.ok) return done(acting.value.agent);
  return acting.refusal.code === 'who-are-you' ? done(null) : acting;
}

/** The same for verbs whose record must say who it was. */
export async function namedAgent(ports: Ports, view: View, as: string | null): Promise<Result<string>> {
  const known = await knownAgent(ports, view, as);
  if (!known.ok) return known;
  return known.value === null ? refused('who-are-you', { agents: view.survey.agents.map(({ id }) => id), people: true }) : done(known.value);
}
