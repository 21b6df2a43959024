/** What the shell ends with: 1 the rules say no, 2 usage, 3 another holds it, 4 the environment. */
import type { RefusalCode } from '../core/problem/refusal.ts';

export const BUG = 70;

const EXIT_CODES: Readonly<Record<RefusalCode, 1 | 2 | 3 | 4>> = {
  'no-repository': 4,
  'bare-repository': 4,
  'no-workspace': 4,
  'git-missing': 4,
  'git-failed': 4,
  'not-writable': 4,
  'lock-busy': 4,
  'ref-locked': 4,
  'no-first-commit': 4,
  'remote-unreachable': 4,
  'remote-unclear': 4,
  'remote-refused': 4,
  'usage': 2,
  'unknown-verb': 2,
  'bad-now': 2,
  'bad-value': 2,
  'who-are-you': 2,
  'which-task': 2,
  'waits-on-whom': 2,
  'which-blocker': 2,
  'no-such-agent': 2,
  'no-such-task': 1,
  'no-such-blocker': 1,
  'not-open': 1,
  'no-such-code': 1,
  'no-such-path': 1,
  'nothing-to-claim': 1,
  'not-ready': 1,
  'cancelled': 1,
  'unreadable-claim': 1,
  'already-done': 1,
  'wrong-agent': 1,
  'settings-broken': 1,
  'unreadable-record': 1,
  'plan-uncommitted': 1,
  'uncommitted-work': 1,
  'verifier-failed': 1,
  'verifier-unknown': 1,
  'tree-changed': 1,
  'criteria-changed': 1,
  'dependency-open': 1,
  'blocker-open': 1,
  'id-taken': 1,
  'split-held': 3,
  'edit-refused': 1,
  'would-break': 1,
  'path-exists': 1,
  'branch-exists': 1,
  'bad-template': 1,
  'held-by-another': 3,
  'holds-nothing': 3,
  'not-the-holder': 3,
  'expired-claim': 3,
};

export function exitCodeOf(code: RefusalCode): number {
  return EXIT_CODES[code];
}

export const REFUSAL_CODES: readonly string[] = Object.keys(EXIT_CODES);
