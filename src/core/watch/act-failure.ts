/** Why what a rule asks for was not done. */
import type { Refusal } from '../problem/refusal.ts';

export type ActFailure =
  /** `name` null: the rule names none. */
  | { readonly why: 'no-verifier'; readonly name: string | null }
  /** Its entry in coord.yaml is wrong. */
  | { readonly why: 'broken-verifier'; readonly name: string }
  | { readonly why: 'no-task' }
  | { readonly why: 'no-such-report'; readonly name: string }
  /** `exitCode` null: it was killed. */
  | { readonly why: 'verifier-failed'; readonly name: string; readonly exitCode: number | null }
  | { readonly why: 'verifier-late'; readonly name: string; readonly seconds: number }
  | { readonly why: 'job-failed'; readonly task: string }
  | { readonly why: 'refused'; readonly refusals: readonly Refusal[] }
  /** The watch ended before it began. */
  | { readonly why: 'not-begun' };

/** The rule itself is wrong: another try ends in the same way. */
export function isLasting({ why }: ActFailure): boolean {
  return why === 'no-verifier' || why === 'broken-verifier' || why === 'no-task' || why === 'no-such-report';
}
