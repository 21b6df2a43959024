/** The task a verb is about that only its holder may do: named, or the only one held in this worktree. */
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { resolveName, spokenName } from '../acting-agent.ts';
import { findTask } from '../find-task.ts';
import type { ClaimRef, Claims, Holding, Ports } from '../ports.ts';
import type { SharedClaims } from './shared-claims.ts';
import type { View } from '../view.ts';

export interface Held {
  readonly holding: Holding;
  readonly oid: string;
  readonly claim: ClaimRecord;
}

export interface HeldRequest {
  /** Who asks: for words. */
  readonly verb: string;
  readonly id: string | null;
  readonly as: string | null;
}

type Asked = Pick<Ports, 'caller'> & { readonly claims: Claims & Partial<SharedClaims> };

/** What was last seen of a remote may be behind, so it is asked before the answer is no. */
export async function heldTask(ports: Asked, view: View, request: HeldRequest): Promise<Result<Held>> {
  const held = await heldAsSeen(ports, view, request);
  if (held.ok || held.refusal.code !== 'not-the-holder' || ports.claims.refresh === undefined || ports.claims.remote === null) return held;
  const asked = await ports.claims.refresh(held.refusal.facts.id);
  return asked.ok ? heldAsSeen(ports, view, request) : held;
}

async function heldAsSeen(ports: Asked, view: View, request: HeldRequest): Promise<Result<Held>> {
  const agent = await namedAgent(ports, view, request.as);
  if (!agent.ok) return agent;
  const holdings = (await ports.claims.holdings()).filter((holding) => isMine(holding, agent.value, ports.caller.session));
  return request.id === null ? onlyOne(ports, holdings, request.verb) : byId(ports, view, holdings, request.id);
}

/** Holding is proven by the nonce; a name that was said for this command must agree with it all the same. */
async function namedAgent(ports: Pick<Ports, 'caller'>, view: View, as: string | null): Promise<Result<string | null>> {
  const named = await spokenName(ports, as);
  return named === null || named.by === 'coord as' ? done(null) : resolveName(view, named.name);
}

/** Two agents, or two sessions of one, may share a worktree. */
export function isMine(holding: Holding, agent: string | null, session: string | null): boolean {
  const otherSession = session !== null && holding.session !== null && session !== holding.session;
  return (agent === null || holding.agent === agent) && !otherSession;
}

async function onlyOne(ports: Pick<Ports, 'claims'>, holdings: readonly Holding[], verb: string): Promise<Result<Held>> {
  const refs = await Promise.all(holdings.map(async (holding) => ({ holding, ref: await ports.claims.read(holding.id) })));
  const held = refs.filter(({ holding, ref }) => isHeldBy(holding, ref));
  const [first] = held.length > 0 ? held : refs;
  if (first === undefined) return refused('holds-nothing', {});
  if (held.length > 1) return refused('which-task', { ids: held.map(({ holding }) => holding.id), verb });
  return checked(first.holding, first.ref);
}

async function byId(ports: Pick<Ports, 'claims'>, view: View, holdings: readonly Holding[], named: string): Promise<Result<Held>> {
  const holding = holdings.find((candidate) => candidate.id.toLowerCase() === named.toLowerCase());
  const task = holding ? done(holding) : findTask(view, named);
  if (!task.ok) return task;
  const { id } = task.value;
  const ref = await ports.claims.read(id);
  return holding ? checked(holding, ref) : refused('not-the-holder', { id, holder: holderOf(ref), lost: false });
}

function checked(holding: Holding, ref: ClaimRef | null): Result<Held> {
  const claim = ref?.claim ?? null;
  if (ref === null || claim === null || !isHeldBy(holding, ref)) return refused('not-the-holder', { id: holding.id, holder: holderOf(ref), lost: true });
  return done({ holding, oid: ref.oid, claim });
}

function isHeldBy(holding: Holding, ref: ClaimRef | null): boolean {
  return ref?.claim?.state === 'held' && ref.claim.nonce === holding.nonce;
}

function holderOf(ref: ClaimRef | null): string | null {
  return ref?.claim?.state === 'held' ? ref.claim.agent : null;
}
