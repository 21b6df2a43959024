import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/core/problem/refusal.ts';
import type { Refusal, RefusalCode, RefusalFacts } from '../../src/core/problem/refusal.ts';
import { problem } from '../../src/core/problem/problem.ts';
import { describeRefusal } from '../../src/present/describe-refusal.ts';
import { exitCodeOf } from '../../src/present/exit-code.ts';
import { PIPE, TERMINAL } from '../support/screens.ts';

/** One sample a code; a code without one does not compile. */
const SAMPLES: { readonly [C in RefusalCode]: readonly RefusalFacts[C][] } = {
  'no-repository': [{ cwd: '/home/me' }],
  'bare-repository': [{ gitDir: '/srv/app.git' }],
  'no-workspace': [{ folder: 'deployment' }],
  'git-too-old': [{ found: '2.30.1', needed: '2.34' }],
  'git-missing': [{}],
  'git-failed': [{ command: 'git worktree', reason: 'disk full.' }],
  'not-writable': [{ path: 'deployment/tasks', reason: 'read-only file system' }],
  'lock-busy': [{ path: '.git/coord/lock', owner: 'process 17 on ada', heldSeconds: 31 }],
  'ref-locked': [{ path: '.git/refs/coord/tasks/A-1.lock', ageSeconds: 12 }],
  'no-first-commit': [{ verb: 'done' }],
  'usage': [{ message: 'coord show needs <id> after it', verb: 'show' }, { message: 'what?', verb: null }],
  'unknown-verb': [{ verb: 'statsu', nearest: 'status' }, { verb: 'x', nearest: null }],
  'bad-now': [{ value: 'soon' }],
  'bad-value': [{ option: '--count', value: 'x', expected: 'a whole number from 1 on' }],
  'who-are-you': [{ agents: ['frontend', 'backend'] }, { agents: [] }],
  'which-task': [{ ids: ['A-1', 'A-2'], verb: 'done' }],
  'no-such-agent': [{ name: 'bakend', nearest: 'backend', agents: ['frontend', 'backend'] }],
  'no-such-task': [{ id: 'FIX-01', nearest: ['FIX-001', 'FIX-011'] }, { id: 'X', nearest: [] }],
  'no-such-code': [{ name: 'nxt', nearest: 'next' }],
  'no-such-path': [{ path: 'x.txt' }],
  'nothing-to-claim': [{ agent: 'backend', waiting: 1, held: 2 }],
  'not-ready': [
    {
      id: 'A-1',
      holds: [
        { why: 'waits-for', ids: ['B-1', 'B-2'] },
        { why: 'missing', ids: ['C-1'] },
        { why: 'cycle' },
        { why: 'blocked', needed: ['a password'] },
        { why: 'phase', phase: 'launch', gate: 'GATE-1' },
        { why: 'turn', phase: 'build', first: 'A-0' },
        { why: 'review' },
        { why: 'milestone' },
        { why: 'ambiguous' },
      ],
    },
  ],
  'cancelled': [{ id: 'A-1' }],
  'unreadable-claim': [{ id: 'A-1' }],
  'already-done': [{ id: 'A-1', where: 'on main' }],
  'wrong-agent': [{ id: 'A-1', agent: 'backend', assigned: 'frontend' }],
  'unreadable-record': [{ id: 'A-1', file: 'deployment/tasks/A-1.yaml' }, { id: null, file: 'deployment/coord.yaml' }],
  'uncommitted-work': [{ paths: Array.from({ length: 12 }, (_, index) => `src/${index}.ts`) }],
  'nothing-committed': [{ id: 'A-1', branch: 'frontend/A-1' }],
  'verifier-failed': [
    { name: 'build', exitCode: 2, timedOut: false, tail: 'line one\n\nline \u001B[31mtwo' },
    { name: 'build', exitCode: null, timedOut: true, tail: '' },
    { name: 'build', exitCode: null, timedOut: false, tail: '' },
  ],
  'verifier-unknown': [{ name: 'biuld', nearest: 'build' }],
  'tree-changed': [{ paths: ['dist/a.js'] }],
  'criteria-changed': [{ id: 'A-1' }],
  'dependency-open': [{ id: 'A-1', open: ['B-1', 'B-2'] }],
  'blocker-open': [{ id: 'A-1', files: ['deployment/status/blockers/x.md'] }],
  'id-taken': [{ id: 'A-1', file: 'deployment/tasks/A-1.yaml' }],
  'edit-refused': [{ file: 'deployment/tasks/A-1.yaml', reason: 'the value is an alias' }],
  'would-break': [{ problems: [problem('self-dependency', { file: 'a.yaml' }, { id: 'A-1' })] }],
  'path-exists': [{ path: '../app-A-1' }],
  'branch-exists': [{ branch: 'frontend/A-1' }],
  'bad-template': [{ name: 'x', templates: ['deployment', 'workstreams'] }],
  'held-by-another': [
    { id: 'FIX-001', agent: 'frontend', since: '2025-08-12T11:58:00Z', until: '2025-08-12T13:58:00Z', where: '../app-FIX-001', free: ['INFRA-001'], asking: 'backend' },
    { id: 'FIX-001', agent: 'frontend', since: '2025-08-12T10:00:00Z', until: '2025-08-12T13:58:00Z', where: null, free: [], asking: 'backend' },
  ],
  'holds-nothing': [{}],
  'not-the-holder': [{ id: 'A-1', holder: 'backend', lost: true }, { id: 'A-1', holder: 'backend', lost: false }, { id: 'A-1', holder: null, lost: false }],
  'expired-claim': [
    { id: 'A-1', agent: 'frontend', until: '2025-08-12T08:00:00Z', branch: 'frontend/A-1', left: ['../app-A-1: 2 files not committed'] },
    { id: 'A-1', agent: 'frontend', until: '2025-08-12T08:00:00Z', branch: null, left: [] },
  ],
};

const ALL: readonly Refusal[] = (Object.keys(SAMPLES) as RefusalCode[]).flatMap((code) => SAMPLES[code].map((facts) => refusal(code, facts)));

const said = (one: Refusal, screen = PIPE): string => {
  const { message, next } = describeRefusal(one, screen);
  return `${exitCodeOf(one.code)} ${message}\n  > ${next}`;
};

describe('describeRefusal', () => {
  it('says each refusal in full', () => {
    expect(ALL.map((one) => said(one)).join('\n')).toBe(EXPECTED);
  });

  it('gives times in the zone of a terminal', () => {
    const [expired] = SAMPLES['expired-claim'].map((facts) => refusal('expired-claim', facts));
    expect(expired && said(expired, TERMINAL)).toMatch(/^3 A-1 was held by frontend until 10:00 \(local\), on branch frontend\/A-1\. Left behind:/);
  });

  it('lets no control character of its facts through', () => {
    const hostile = (value: unknown): unknown => (typeof value === 'string' ? `${value}\u001B[2J\u202E` : Array.isArray(value) ? value.map(hostile) : value);
    for (const { code, facts } of ALL) {
      if (code === 'not-ready' || code === 'would-break') continue;
      const dirty = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, name === 'since' || name === 'until' ? value : hostile(value)]));
      const { message, next } = describeRefusal({ code, facts: dirty } as Refusal, PIPE);
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(`${code}: ${message} ${next}`).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    }
  });
});

const EXPECTED = `@@`;
