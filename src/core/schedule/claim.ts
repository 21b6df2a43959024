/** A claim: who works on a task now. The value of the ref refs/coord/tasks/<id> (docs/protocol.md, "Claims"). */
import { MOST_MINUTES } from '../duration.ts';
import { isRecord } from '../documents/with-value.ts';

export interface ClaimRecord {
  readonly state: 'held' | 'released' | 'done';
  readonly agent: string;
  /** 128 random bits as 32 hexadecimal digits: whoever knows it holds the claim. */
  readonly nonce: string;
  /** Fencing token: rises with each new claim of the task, never falls. */
  readonly token: number;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly leaseMinutes: number;
  readonly until: string;
  readonly branch: string | null;
  readonly head: string | null;
  /** Hash of the acceptance criteria when it was claimed. */
  readonly criteria: string;
  readonly session: string | null;
  /** The work tree's path as the claimant saw it. */
  readonly worktree: string | null;
  /** The remote it was pushed to; null: one machine alone knows of it. */
  readonly remote: string | null;
  /** Fields this version does not know: kept as they are. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A claim as its ref holds it now; `claim` is null where the blob cannot be understood. */
export interface ClaimRef {
  readonly id: string;
  readonly oid: string;
  readonly claim: ClaimRecord | null;
}

const PROTOCOL = 1;
const STATES: ReadonlySet<unknown> = new Set(['held', 'released', 'done']);
const KNOWN = new Set(['coord', 'state', 'agent', 'nonce', 'token', 'since', 'lease_minutes', 'until', 'branch', 'head', 'criteria', 'session', 'worktree', 'remote']);

/** null for what is no claim of this protocol: it is then unknown who holds the task. */
export function parseClaim(text: string): ClaimRecord | null {
  const value = jsonOf(text);
  if (!isRecord(value) || !isClaim(value)) return null;
  return {
    state: value.state,
    agent: value.agent,
    nonce: value.nonce,
    token: value.token,
    since: value.since,
    leaseMinutes: value.lease_minutes,
    until: value.until,
    branch: value.branch,
    head: value.head,
    criteria: value.criteria,
    session: value.session ?? null,
    worktree: value.worktree ?? null,
    remote: value.remote ?? null,
    ...unknownFields(value),
  };
}

function unknownFields(value: Readonly<Record<string, unknown>>): { readonly more?: Readonly<Record<string, unknown>> } {
  const keys = Object.keys(value);
  if (keys.every((key) => KNOWN.has(key))) return NO_MORE;
  return { more: Object.fromEntries(keys.filter((key) => !KNOWN.has(key)).map((key) => [key, value[key]])) };
}

const NO_MORE = {};

/** Always the same bytes for the same claim: fixed order, one line a field. */
export function printClaim(claim: ClaimRecord): string {
  const fields = {
    coord: PROTOCOL,
    state: claim.state,
    agent: claim.agent,
    nonce: claim.nonce,
    token: claim.token,
    since: claim.since,
    lease_minutes: claim.leaseMinutes,
    until: claim.until,
    branch: claim.branch,
    head: claim.head,
    criteria: claim.criteria,
    session: claim.session,
    worktree: claim.worktree,
    remote: claim.remote,
    ...claim.more,
  };
  return `${JSON.stringify(fields, null, 1)}\n`;
}

interface ClaimFields {
  readonly state: ClaimRecord['state'];
  readonly agent: string;
  readonly nonce: string;
  readonly token: number;
  readonly since: string;
  readonly lease_minutes: number;
  readonly until: string;
  readonly branch: string | null;
  readonly head: string | null;
  readonly criteria: string;
  readonly session?: string | null;
  readonly worktree?: string | null;
  readonly remote?: string | null;
}

/** By hand rather than by schema: a thousand claims are read where an answer takes a few milliseconds. */
function isClaim(value: Record<string, unknown>): value is Record<string, unknown> & ClaimFields {
  return (
    value['coord'] === PROTOCOL &&
    STATES.has(value['state']) &&
    isText(value['agent']) &&
    isText(value['nonce']) && /^[0-9a-f]{32}$/.test(value['nonce']) &&
    Number.isSafeInteger(value['token']) && Number(value['token']) >= 1 && Number(value['token']) < Number.MAX_SAFE_INTEGER &&
    isTime(value['since']) && isTime(value['until']) &&
    typeof value['lease_minutes'] === 'number' && value['lease_minutes'] > 0 && value['lease_minutes'] <= MOST_MINUTES &&
    ['branch', 'head', 'session', 'worktree', 'remote'].every((key) => value[key] === null || value[key] === undefined || typeof value[key] === 'string') &&
    value['branch'] !== undefined && value['head'] !== undefined &&
    typeof value['criteria'] === 'string'
  );
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTime = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
