/** Why a request to the Anthropic interface was not answered, by what its library throws. */
import type { FailureKind, ModelFailure } from '../../core/dispatch/model/message.ts';
import { fieldIn, textIn } from '../../core/dispatch/runtimes/json-lines.ts';

/** Said in the middle of a stream too, where there is no status any more. */
const KINDS: Readonly<Record<string, FailureKind>> = { overloaded_error: 'busy', rate_limit_error: 'busy', api_error: 'busy', timeout_error: 'busy' };
const PASSING: ReadonlySet<number> = new Set([408, 409, 429]);

interface Thrown extends Error {
  readonly status?: unknown;
  readonly headers?: unknown;
  readonly error?: unknown;
}

/** `isSilent`: we broke it off. No message has the key in it. */
export function failureOf(thrown: unknown, isSilent: boolean, key: string): ModelFailure {
  const error: Thrown = thrown instanceof Error ? thrown : new Error(String(thrown));
  const said = fieldIn(error.error, 'error');
  const status = typeof error.status === 'number' ? error.status : null;
  const kind = isSilent ? 'silent' : kindOf(error, status, textIn(said, 'type'));
  const message = isSilent ? 'it said nothing for too long' : `${status === null ? '' : `${status}: `}${textIn(said, 'message') ?? ownWords(error)}`;
  return { kind, message: key === '' ? message : message.replaceAll(key, '[redacted]'), retryAfterSeconds: retryAfter(error.headers) };
}

function kindOf(error: Thrown, status: number | null, type: string | null): FailureKind {
  if (status !== null) return status >= 500 || PASSING.has(status) ? 'busy' : 'refused';
  if (type !== null) return Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'busy') : 'refused';
  if (error instanceof SyntaxError || error.cause instanceof SyntaxError) return 'unreadable';
  return error.name.includes('Connection') ? 'unreachable' : 'cut-off';
}

/** What lies behind a connection that was not made says more than that it was not. */
function ownWords(error: Error): string {
  const { cause } = error;
  const deepest = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause : cause) : error;
  return deepest.message.split('\n')[0] ?? '';
}

function retryAfter(headers: unknown): number | null {
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? '') : 0;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
