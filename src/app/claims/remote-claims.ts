/**
 * Claims as every clone sees them. Reads join our own refs with what the remote was last seen to hold. A change is pushed
 * first and our own ref follows: what is stopped in between stands at the remote, and the next fetch brings it. Where the
 * remote does not take claims, they are kept here alone, and it is said.
 */
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { ClaimRecord } from '../../core/schedule/claim.ts';
import { standingClaim } from '../../core/schedule/standing-claim.ts';
import type { ClaimRef, Ports } from '../ports.ts';
import type { Pushed } from '../ports/remote-port.ts';
import { restoreClaims } from './restore-claims.ts';
import type { NotShared, Refreshed, SharedClaims, Sharing } from './shared-claims.ts';

type Needed = Pick<Ports, 'claims' | 'remotes' | 'git'>;

interface Session extends Sharing {
  readonly ports: Needed;
  /** What the remote has told in answer to a push: later than what was fetched. */
  readonly told: Map<string, ClaimRef>;
  /** What was read and not yet changed. */
  readonly read: Map<string, Both>;
  notShared: NotShared | null;
}

const NOT_TRIED: Pushed = { kind: 'unclear', oid: '', reason: 'it was not tried' };

interface Change {
  readonly id: string;
  readonly local: ClaimRef | null;
  readonly seen: ClaimRef | null;
  readonly next: ClaimRecord;
}

export function remoteClaims(ports: Needed, sharing: Sharing): SharedClaims {
  const { remote } = sharing;
  const session: Session = { ...sharing, ports, told: new Map(), read: new Map(), notShared: null };
  const { claims, remotes } = ports;
  const list = async (): Promise<readonly ClaimRef[]> => joined(await Promise.all([claims.list(), remotes.list(remote)]));
  return {
    ...claims,
    remote,
    refresh: (id) => refresh(session, id),
    notShared: () => session.notShared,
    list,
    find: async (ids) => (await list()).filter(({ id }) => ids.includes(id)),
    own: () => claims.list(),
    join: async (local) => joined([local, await remotes.list(remote)]),
    async read(id) {
      const both = await bothOf(session, id);
      session.read.set(id, both);
      return standingOf(both);
    },
    async swap(id, expected, next) {
      // What a decision was made on need not be read again: the remote, and then our own ref, compare for themselves.
      const both = session.read.get(id) ?? (await bothOf(session, id));
      session.read.delete(id);
      if ((standingOf(both)?.oid ?? null) !== expected) return done(false);
      return session.notShared === null ? share(session, { id, ...both, next }) : keepHere(session, { id, ...both, next });
    },
  };
}

type Both = Pick<Change, 'local' | 'seen'>;

async function bothOf({ ports: { claims, remotes }, remote, told }: Session, id: string): Promise<Both> {
  const [local, seen] = await Promise.all([claims.read(id), told.get(id) ?? remotes.read(remote, id)]);
  return { local, seen };
}

const standingOf = ({ local, seen }: Both): ClaimRef | null => standingClaim(local, seen);

async function refresh(session: Session, id: string | null): Promise<Result<Refreshed>> {
  const { ports, remote, main, told, read } = session;
  const [branch, before] = await Promise.all([ports.git.defaultBranch(main), seenNow(session, id)]);
  const reached = await ports.remotes.fetch(remote, branch, id);
  told.clear();
  read.clear();
  if (reached.kind === 'unreachable') return refused('remote-unreachable', { remote, reason: reached.reason });
  if (reached.kind === 'reached') return before.length === 0 ? done({ restored: [] }) : restoreClaims(session, branch, before, await seenNow(session, id));
  session.notShared = { remote, reason: null };
  return done({ restored: [] });
}

async function seenNow({ ports: { remotes }, remote }: Session, id: string | null): Promise<readonly ClaimRef[]> {
  if (id === null) return remotes.list(remote);
  const ref = await remotes.read(remote, id);
  return ref === null ? [] : [ref];
}

async function share(session: Session, change: Change): Promise<Result<boolean>> {
  const { ports, remote, told } = session;
  const { id, local, seen } = change;
  const claim = { ...change.next, remote };
  const [pushed = NOT_TRIED] = await ports.remotes.push(remote, [{ id, seen: seen?.oid ?? null, local: local?.oid ?? null, next: claim }]);
  switch (pushed.kind) {
    case 'accepted':
      told.set(id, { id, oid: pushed.oid, claim });
      return done(true);
    case 'stale': {
      const asked = await refresh(session, id);
      return asked.ok ? done(false) : asked;
    }
    case 'refused':
      session.notShared = { remote, reason: pushed.reason };
      return keepHere(session, change);
    case 'unclear':
      return clear(session, change, pushed);
  }
}

/** The answer was lost on the way, or says too little; what the remote holds now may tell. */
async function clear(session: Session, change: Change, { oid, reason }: Extract<Pushed, { kind: 'unclear' }>): Promise<Result<boolean>> {
  const asked = await refresh(session, change.id);
  if (session.notShared !== null) return keepHere(session, change);
  const { seen } = await bothOf(session, change.id);
  return asked.ok && seen?.oid === oid ? done(true) : refused('remote-unclear', { id: change.id, remote: session.remote, reason });
}

/** On this machine alone a task may be taken that nobody has where it counts, or gone on with that is ours there. */
async function keepHere({ ports, remote, notShared }: Session, { id, local, seen, next }: Change): Promise<Result<boolean>> {
  const isFree = seen === null || seen.claim?.state === 'released' || seen.claim?.nonce === next.nonce;
  return isFree ? ports.claims.swap(id, local?.oid ?? null, { ...next, remote: null }) : refused('remote-refused', { id, remote, reason: notShared?.reason ?? null });
}

function joined([local, seen]: readonly [readonly ClaimRef[], readonly ClaimRef[]]): readonly ClaimRef[] {
  if (seen.length === 0) return local;
  const all = new Map(seen.map((ref) => [ref.id, ref]));
  for (const ref of local) all.set(ref.id, standingClaim(ref, all.get(ref.id) ?? null) ?? ref);
  return [...all.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
