import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/core/problem/refusal.ts';
import type { Refusal, RefusalCode, RefusalFacts } from '../../src/core/problem/refusal.ts';
import { problem } from '../../src/core/problem/problem.ts';
import { describeRefusal, refusalLine } from '../../src/present/describe-refusal.ts';
import { exitCodeOf } from '../../src/present/exit-code.ts';
import { PIPE, TERMINAL } from '../support/screens.ts';

/** One sample a code; a code without one does not compile. */
const SAMPLES: { readonly [C in RefusalCode]: readonly RefusalFacts[C][] } = {
  'no-such-folder': [{ cwd: '/nope' }],
  'no-repository': [{ cwd: '/home/me' }],
  'bare-repository': [{ gitDir: '/srv/app.git' }],
  'no-workspace': [{ folder: 'deployment' }],
  'git-missing': [{}],
  'git-failed': [{ command: 'git worktree', reason: 'disk full.' }],
  'watcher-at-work': [{ path: '/repo/.git/coord/watch-lock', owner: 'process 17 on ada', since: '2025-08-12T09:00:00Z' }, { path: '/repo/.git/coord/watch-lock', owner: 'unknown', since: null }],
  'dispatcher-at-work': [{ path: '/repo/.git/coord/dispatch-lock', owner: 'process 17 on ada' }],
  'not-writable': [{ path: 'deployment/tasks', reason: 'read-only file system' }],
  'output-lost': [{ reason: 'the disk is full' }],
  'lock-busy': [{ path: '.git/coord/lock', owner: 'process 17 on ada', heldSeconds: 31 }],
  'ref-locked': [{ path: '.git/refs/coord/tasks/A-1.lock', ageSeconds: 12 }],
  'editor-failed': [{ editor: 'vi', reason: 'it ended with exit code 1', kept: '.git/coord/draft-a1b2.md' }, { editor: null, reason: 'Terminal is dumb', kept: null }],
  'no-first-commit': [{ verb: 'done' }],
  'no-program': [{ program: 'claude', reason: 'claude: no such program' }],
  'no-runtime': [{ agent: 'backend', runtime: null, runtimes: [], nearest: null }, { agent: 'backend', runtime: 'cluade', runtimes: ['claude', 'script'], nearest: 'claude' }],
  'runtime-unusable': [{ runtime: 'script', kind: 'command' }, { runtime: 'api', kind: 'anthropic' }],
  'remote-unreachable': [{ remote: 'origin', reason: 'Could not resolve host: example.com' }],
  'no-such-remote': [{ remote: 'backup', file: 'deployment/coord.yaml' }, { remote: 'a b; c', file: 'deployment/coord.yaml' }],
  'remote-unclear': [{ id: 'A-1', remote: 'origin', reason: 'the remote end hung up unexpectedly' }],
  'remote-refused': [{ id: 'A-1', remote: 'origin', reason: 'pre-receive hook declined' }, { id: 'A-1', remote: 'backup', reason: null }],
  'git-too-old': [{ version: '2.34.1', needed: '2.38', what: 'checking a merge' }],
  'no-such-ref': [{ ref: 'mian' }, { ref: 'master', isGuess: true }],
  'shallow-history': [{ ours: 'frontend/FIX-001', theirs: 'main' }],
  'shallow-clone': [{ what: 'the dates on the pages' }],
  'unrelated-histories': [{ ours: 'gh-pages', theirs: 'main' }],
  'pull-request-unread': [{ pull: 12, reason: 'gh: no such program' }],
  'commit-not-here': [{ commit: 'c0ffee'.padEnd(40, '0'), pull: 12 }],
  'notice-failed': [
    ...[404, 403].map((status) => ({ channel: 'team', failure: { why: 'refused' as const, status, said: status === 404 ? 'no_service' : '' } })),
    ...(['not-set', 'no-address'] as const).map((why) => ({ channel: 'team', failure: { why, variable: 'SLACK_WEBHOOK_URL' } })),
    ...['ECONNREFUSED', 'DEPTH_ZERO_SELF_SIGNED_CERT', null].map((code) => ({ channel: 'team', failure: { why: 'unreachable' as const, code } })),
    { channel: 'team', failure: { why: 'redirected', status: 302 } },
    { channel: 'team', failure: { why: 'busy', status: 503, retryAfterSeconds: null } },
    { channel: 'team', failure: { why: 'silent', seconds: 10 } },
    { channel: 'team', failure: { why: 'not-started', reason: './tell: no such program' } },
    ...[{ exitCode: 1, said: 'no network' }, { exitCode: null, said: '' }].map((end) => ({ channel: 'team', failure: { why: 'ended-badly' as const, ...end } })),
    { channel: 'team', failure: { why: 'no-summary' } },
  ],
  'usage': [{ message: 'coord show needs <id> after it', verb: 'show' }, { message: 'what?', verb: null }],
  'unknown-verb': [{ verb: 'statsu', nearest: 'status' }, { verb: 'x', nearest: null }],
  'bad-now': [{ value: 'soon' }],
  'unknown-revision': [{ option: '--merge', revision: 'nope' }],
  'bad-value': [{ option: '--count', value: 'x', expected: 'a whole number from 1 on' }],
  'bad-assignment': [{}],
  'bad-pattern': [{ pattern: '(', reason: 'Unmatched ( or \\(' }],
  'bad-input': [{ agent: 'reviewer', fault: '--base is needed' }],
  'who-are-you': [{ agents: ['frontend', 'backend'] }, { agents: [] }, { agents: ['frontend'], people: true }],
  'which-job': [{ name: 'abcd', ids: ['20250812-abcd01', '20250812-abcd02'], verb: 'jobs show' }],
  'no-such-job': [{ name: 'x', nearest: null, task: null }, { name: 'a-1', nearest: null, task: 'A-1' }],
  'job-over': [{ id: '20250812-abcd01', state: 'success' }, { id: '20250812-abcd01', state: 'failed' }],
  'job-under-way': [{ id: '20250812-abcd01', state: 'running' }],
  'job-not-waiting': [{ id: '20250812-abcd01', state: 'rolled_back' }, { id: '20250812-abcd01', state: 'running' }],
  'job-waiting': [{ id: '20250812-abcd01', step: 'deploy' }],
  'held-by-job': [{ id: 'UI-1', job: '20250812-abcd01' }],
  'own-step': [{ id: '20250812-abcd01', agent: 'deployer' }],
  'job-without-task': [{ id: '20250812-abcd01', agent: 'reviewer' }],
  'which-task': [{ ids: ['A-1', 'A-2'], verb: 'done' }],
  'waits-on-whom': [{ name: 'alice', task: null, nearest: 'alicia', agents: ['alicia'] }, { name: 'A-1', task: 'A-1', nearest: null, agents: [] }],
  'which-blocker': [{ task: 'A-1', names: ['2025-08-12-A-1-a1b2', '2025-08-12-A-1-c3d4'], verb: 'unblock' }],
  'bad-agent': [{ agent: 'backend', problems: [{ ...problem('prompt-syntax', { file: 'deployment/agents/backend.md' }, { reason: 'there is no {{task.titel}}' }), at: { line: 5, column: 1, endColumn: 2 } }] }],
  'bad-draft': [{ source: 'notes.md', problems: [{ ...problem('unknown-field', { file: 'notes.md' }, { field: 'nextsteps', nearest: 'next_steps' }), at: { line: 3, column: 1, endColumn: 2 } }] }],
  'draft-overrides': [{ source: '-', field: 'base', given: 'abc' }],
  'draft-unreadable': [{ source: 'notes.md', reason: 'there is no such file' }, { source: '-', reason: 'it is not UTF-8 text' }],
  'source-unreadable': [{ source: 'PLAN.md', reason: 'there is no such file' }],
  'no-terminal': [{}],
  'which-handoff': [{ names: ['2025-08-12-a-FIX-001-3f2a', '2025-08-12-a-FIX-001-9c1d'], verb: 'handoff ack' }],
  'which-decision': [{ name: 'cache', names: ['2025-08-10-cache-k3f9', '2025-08-11-cache-m4c7'], verb: 'decide accept' }],
  'which-area': [{ areas: ['api', 'web'] }],
  'no-such-area': [{ name: 'wbe', nearest: 'web', areas: ['api', 'web'] }, { name: 'x', nearest: null, areas: [] }],
  'no-such-agent': [{ name: 'bakend', nearest: 'backend', agents: ['frontend', 'backend'] }],
  'no-such-channel': [{ name: 'coordnation', nearest: 'coordination', channels: ['coordination', 'team'] }, { name: 'x', nearest: null, channels: [] }],
  'channel-for-people': [{ name: 'team' }],
  'channel-unfinished': [{ name: 'team', field: 'url_env' }],
  'no-such-part': [{ part: 'phase', name: 'Fundation', nearest: 'Foundation', known: ['Foundation', 'Launch'] }, { part: 'group', name: 'api', nearest: null, known: [] }],
  'no-such-task': [{ id: 'FIX-01', nearest: ['FIX-001', 'FIX-011'] }, { id: 'X', nearest: [] }],
  'no-such-blocker': [{ name: 'A-1', isTask: true, open: ['B-1', 'C-1'] }, { name: 'x', isTask: false, open: [] }],
  'not-open': [{ name: '2025-08-12-A-1-a1b2', since: '2025-08-12T11:00:00Z' }],
  'no-such-handoff': [{ name: '3f2b', isTask: false, nearest: ['3f2a'] }, { name: 'FIX-001', isTask: true, nearest: [] }],
  'no-such-decision': [{ name: 'cahce', nearest: '2025-08-10-cache-k3f9' }],
  'not-proposed': [{ decision: '2025-08-10-cache-k3f9', status: 'accepted' }, { decision: '2025-08-10-cache-k3f9', status: 'rejected' }],
  'not-accepted': [{ decision: '2025-08-10-cache-k3f9', status: 'proposed' }],
  'not-the-decision-maker': [{ decision: '2025-08-10-cache-k3f9', maker: 'backend', who: 'human:alice' }],
  'feedback-open': [{ decision: '2025-08-10-cache-k3f9', missing: ['frontend'], until: '2025-08-12T13:00:00Z' }, { decision: '2025-08-10-cache-k3f9', missing: ['frontend', 'testing'], until: '2025-08-12T13:00:00Z' }],
  'no-such-code': [{ name: 'nxt', nearest: 'next' }],
  'no-such-path': [{ path: 'x.txt' }],
  'nothing-to-claim': [{ agent: 'backend', waiting: 1, held: 2 }],
  'nobody-up': [{ free: 0 }, { free: 3 }],
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
        { why: 'approval', by: ['pm', 'human:alice'] },
        { why: 'review' },
        { why: 'milestone' },
        { why: 'ambiguous' },
      ],
    },
    { id: 'M-1', holds: [{ why: 'milestone' }] },
  ],
  'not-dispatched': [{ id: 'G-1', why: 'gate', who: null }, { id: 'M-1', why: 'milestone', who: null }, { id: 'A-1', why: 'other-agent', who: 'backend' }, { id: 'A-1', why: 'held', who: 'backend' }, { id: 'A-1', why: 'expired', who: 'backend' }, { id: 'A-1', why: 'overlap', who: 'B-1' }, { id: 'A-1', why: 'started', who: null }],
  'cancelled': [{ id: 'A-1' }],
  'unreadable-claim': [{ id: 'A-1' }],
  'already-done': [{ id: 'A-1', where: 'on branch frontend/A-1 and not merged here' }],
  'done-but-lost': [{ id: 'A-1', agent: 'frontend', branch: 'frontend/A-1', head: 'c0ffee', isKept: true }, { id: 'A-1', agent: 'frontend', branch: null, head: 'c0ffee', isKept: false }],
  'wrong-agent': [{ id: 'A-1', agent: 'backend', assigned: 'frontend' }],
  'settings-broken': [{ file: 'deployment/coord.yaml' }],
  'sharing-unsaid': [{ file: 'deployment/coord.yaml', remote: 'origin' }],
  'unreadable-record': [{ id: 'A-1', file: 'deployment/tasks/A-1.yaml' }, { id: null, file: 'deployment/coord.yaml' }],
  'plan-uncommitted': [{ id: 'A-1', paths: ['deployment/coord.yaml', 'deployment/tasks/A-1.yaml'], on: null }, { id: 'A-1', paths: ['deployment/tasks/A-1.yaml'], on: 'next' }],
  'no-integration-branch': [{ branch: 'next', remote: 'origin' }],
  'no-branch': [{ branch: 'frontend/A-1' }, { branch: 'a b;c' }],
  'uncommitted-work': [{ paths: Array.from({ length: 12 }, (_, index) => `src/${index}.ts`) }],
  'verifier-failed': [
    { name: 'build', exitCode: 2, timedOut: false, tail: 'line one\n\nline \u001B[31mtwo' },
    { name: 'build', exitCode: null, timedOut: true, tail: '' },
    { name: 'build', exitCode: null, timedOut: false, tail: '' },
  ],
  'verifier-unknown': [{ name: 'biuld', nearest: 'build', problems: [] }, { name: 'build', nearest: null, problems: [{ ...problem('schema-violation', { file: 'deployment/coord.yaml' }, { field: 'verifiers.build.run', expected: 'a list', got: 'text' }), at: { line: 9, column: 1, endColumn: 2 } }] }],
  'tree-changed': [{ paths: ['dist/a.js'], verb: 'done' }],
  'criteria-changed': [{ id: 'A-1', agent: 'frontend' }],
  'dependency-open': [{ id: 'A-1', open: ['B-1', 'B-2'] }],
  'not-approved': [{ id: 'A-1', approvers: ['pm', 'human:alice'] }],
  'not-the-approver': [{ id: 'A-1', approvers: ['pm'], who: 'dev' }, { id: 'A-1', approvers: ['pm', 'human:ann'], who: 'dev' }],
  'nothing-to-approve': [{ id: 'A-1' }],
  'blocker-open': [{ id: 'A-1', files: ['deployment/status/blockers/x.md'] }, { id: 'A-1', files: ['deployment/status/blockers/x.md', 'deployment/status/blockers/y.md'] }],
  'handoff-too-long': [{ bytes: 20_480, limit: 16_384 }],
  'draft-empty': [{}],
  'taken-over': [{ name: '2025-08-12-a-FIX-001-3f2a', by: 'backend', at: '2025-08-12T11:00:00Z' }],
  'your-own': [{ name: '2025-08-12-a-FIX-001-3f2a' }],
  'for-another': [{ name: '2025-08-12-a-FIX-001-3f2a', to: 'backend', agent: 'frontend' }],
  'artifacts-missing': [{ file: 'deployment/handoffs/h.md', from: 'backend', paths: ['api/openapi.json'] }, { file: 'deployment/handoffs/h.md', from: null, paths: ['a'] }],
  'id-taken': [{ id: 'A-1', file: 'deployment/tasks/A-1.yaml' }],
  'edit-refused': [{ file: 'deployment/tasks/A-1.yaml', reason: 'the value is an alias' }],
  'page-by-hand': [{ file: 'deployment/status/progress.md', start: '<!-- coord:page -->', end: '<!-- /coord:page -->' }],
  'page-in-conflict': [{ file: 'deployment/status/progress.md' }],
  'export-stale': [{ path: 'CODEOWNERS', isMissing: false, command: 'coord export codeowners > CODEOWNERS' }],
  'would-break': [{ problems: [problem('self-dependency', { file: 'a.yaml' }, { id: 'A-1' })] }],
  'path-exists': [{ path: '../app-A-1' }],
  'branch-exists': [{ branch: 'frontend/A-1' }],
  'not-in-conflict': [{ path: 'a', files: [] }, { path: 'a', files: ['deployment/tasks/A-1.yaml'] }],
  'not-abandoned': [{ id: 'A-1', holder: 'frontend' }, { id: 'A-1', holder: null }],
  'claims-local': [{ file: 'deployment/coord.yaml' }],
  'bad-plan': [
    { form: 'github', faults: [{ code: 'unreadable-source', reason: 'it is no JSON', origins: [{ file: 'issues.json', line: 1 }] }] },
    {
      form: null,
      faults: [
        { code: 'duplicate-id', id: 'API-1', origins: [{ file: 'PLAN.md', line: 4 }, { file: 'PLAN.md', line: 9 }] },
        { code: 'contradictory-states', id: 'UI-2', states: ['done', 'todo'], origins: [{ file: 'PLAN.md', line: 5 }] },
        { code: 'dependency-cycle', path: ['A', 'B', 'A'], origins: [{ file: 'PLAN.md', line: 20 }] },
      ],
    },
  ],
  'nothing-to-import': [{ sources: ['NOTES.md'], leftOut: [{ text: 'Be kind', reason: 'no-task', origin: { file: 'NOTES.md', line: 3 }, sureness: 'sure' }] }, { sources: ['a.md', 'b.md'], leftOut: [] }],
  'bad-template': [{ name: 'x', nearest: null, templates: ['deployment', 'workstreams'] }, { name: 'deploymnt', nearest: 'deployment', templates: ['deployment', 'workstreams'] }],
  'bad-entity': [{ source: 'product.yaml', problems: [] }],
  'no-such-set': [{ name: 'nod', nearest: 'node', sets: ['node', 'own'], folder: 'deployment/generators' }],
  'bad-set': [{ set: 'own', folder: 'deployment/generators/own', problems: [], faults: [{ file: 'a.hbs', line: 3, reason: 'there is no {{entity.nam}}' }] }],
  'out-of-bounds': [{ agent: 'generator', paths: ['web/product.ts'] }],
  'not-described': [{ runtime: 'claude', reason: 'api-error', message: 'the service is busy' }, { runtime: 'claude', reason: 'no-output', message: null }],
  'template-unusable': [{ path: '../ours/coord.yaml', reason: 'it is a link' }],
  'held-by-another': [
    { id: 'FIX-001', agent: 'frontend', since: '2025-08-12T11:58:00Z', until: '2025-08-12T13:58:00Z', where: '../app-FIX-001', free: ['INFRA-001'], asking: 'backend' },
    { id: 'FIX-001', agent: 'frontend', since: '2025-08-12T10:00:00Z', until: '2025-08-12T13:58:00Z', where: null, free: [], asking: 'backend' },
    { id: 'FIX-001', agent: 'frontend', since: '2025-08-12T10:00:00Z', until: '2025-08-12T13:58:00Z', where: '../my app-FIX-001', free: ['UI-001'], asking: 'frontend' },
  ],
  'holds-nothing': [{}],
  'split-held': [{ id: 'A-1', agent: 'frontend' }],
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
  it('proposes commands for whoever had to be named, and for nobody else', () => {
    const ann = { ...PIPE, as: 'human:ann o' };
    const early = refusal('feedback-open', { decision: 'cache', missing: ['pm'], until: '2025-08-13T12:00:00Z' });
    expect([PIPE, ann].map((screen) => describeRefusal(early, screen).next.split(': ')[1])).toEqual(['coord decide accept cache --early', "coord decide accept cache --early --as 'human:ann o'"]);
    expect(describeRefusal(refusal('holds-nothing', {}), ann).next).toBe("Claim one: coord claim --as 'human:ann o'");
  });

  it('says each refusal in full', () => {
    expect(ALL.map((one) => said(one)).join('\n')).toBe(EXPECTED);
  });

  it('says why on one line, for what is kept', () => {
    expect(refusalLine(refusal('uncommitted-work', { paths: ['a.ts', 'b.ts'] }), PIPE)).toBe('This work is not committed yet: a.ts b.ts');
  });

  it('gives times in the zone of a terminal', () => {
    const [expired] = SAMPLES['expired-claim'].map((facts) => refusal('expired-claim', facts));
    expect(expired && said(expired, TERMINAL)).toMatch(/^3 A-1 was held by frontend until 10:00 \(local\), on branch frontend\/A-1\. Left behind:/);
  });

  it('lets no control character of its facts through', () => {
    const hostile = (value: unknown): unknown => (typeof value === 'string' ? `${value}\u001B[2J\u202E` : Array.isArray(value) ? value.map(hostile) : value);
    for (const { code, facts } of ALL) {
      if (code === 'not-ready' || code === 'would-break') continue;
      const dirty = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, name === 'since' || name === 'until' || (code === 'not-dispatched' && name === 'why') ? value : hostile(value)]));
      const { message, next } = describeRefusal({ code, facts: dirty } as Refusal, PIPE);
      expect(`${code}: ${message} ${next}`).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    }
  });
});

const EXPECTED = `\
4 There is no folder /nope.
  > Go to one that is there, or name it: --cwd <folder>
4 /home/me is in no git repository.
  > Go to one, or make one here: git init
4 The repository /srv/app.git is bare: it has no files to work on.
  > Make a worktree of it and go there: git worktree add ../work
4 This repository has no deployment/ folder yet.
  > Make one: coord init
4 git was not found.
  > Install git 2.34 or newer, where your PATH finds it.
4 git failed (git worktree): disk full.
  > See what is wrong: coord doctor
3 Another coord watch (process 17 on ada, since 2025-08-12T09:00:00Z) watches this repository already.
  > One is enough: see what it prints, or end it. To look back without watching: coord watch --since 24h. If it no longer runs, remove /repo/.git/coord/watch-lock
3 Another coord watch (unknown) watches this repository already.
  > One is enough: see what it prints, or end it. To look back without watching: coord watch --since 24h. If it no longer runs, remove /repo/.git/coord/watch-lock
3 Another coord dispatch (process 17 on ada) works in this repository already.
  > See what it does: coord jobs list. If it no longer runs, remove /repo/.git/coord/dispatch-lock
4 deployment/tasks cannot be written: read-only file system. Nothing was changed.
  > Make it writable, or write elsewhere, then try again.
4 What was to be printed cannot be written: the disk is full. What was asked for may be done all the same.
  > Make room, or print elsewhere. What is done tells: coord status
4 Another coord (process 17 on ada) has been writing for 31 s. Nothing was changed.
  > Try again. If it no longer runs, remove .git/coord/lock
4 git holds the lock .git/refs/coord/tasks/A-1.lock, 12 s old. Nothing was changed.
  > Try again in a minute; if no git is running then: coord doctor
4 The editor vi could not be used: it ended with exit code 1. Nothing was written.
  > Your text is kept: --from-file .git/coord/draft-a1b2.md
4 git knows no editor to open: Terminal is dumb. Nothing was written.
  > Choose one: git config core.editor nano
4 This repository has no commit yet, and coord done needs one.
  > Make the first: git add -A && git commit -m "Begin"
4 The agent's program cannot be started: claude: no such program.
  > Install claude, or correct what runs the agent: runtimes in coord.yaml
4 Nothing says what runs backend.
  > Add one to coord.yaml: runtimes: {script: {kind: command, run: [./agent]}}
4 backend is run by "cluade", which coord.yaml does not define.
  > Did you mean "claude"? Name one in its runtime: claude or script
4 The runtime script does not say which command it is.
  > Add run to it in coord.yaml, as a list: [./agent, --fast]
4 The runtime api is of kind anthropic, and nothing says which model it is to ask.
  > Add model to it in coord.yaml, or to the agent.
4 The remote origin, through which claims are shared, cannot be reached: Could not resolve host: example.com. Nothing was changed.
  > Try again when it can be reached.
4 deployment/coord.yaml says that claims are shared through backup, but git knows no such remote here.
  > Add it (git remote add backup <address>), or correct claims in deployment/coord.yaml
4 deployment/coord.yaml says that claims are shared through a b; c, but git knows no such remote here.
  > Add it (git remote add 'a b; c' <address>), or correct claims in deployment/coord.yaml
4 Whether origin has the claim of A-1 is unknown: the remote end hung up unexpectedly. Do not count on it.
  > Try again: if it has it, you will go on where you were.
4 The claim of A-1 stands at origin, which does not let it be changed: pre-receive hook declined. Nothing was changed.
  > See who holds what: coord status --claims
4 The claim of A-1 stands at backup, which git does not know here. Nothing was changed.
  > See who holds what: coord status --claims
4 This git is 2.34.1; checking a merge needs 2.38 or newer.
  > Install a newer git, or leave it to a machine that has one.
4 This repository has no branch, tag or commit "mian".
  > If a remote has it, fetch it first: git fetch origin. All branches: git branch -a
4 Nothing says which the default branch is, and there is no master.
  > Name it in coord.yaml, as in main: trunk, or here: --merge <branch>. All branches: git branch -a
4 History was cut off when this repository was cloned, so it cannot be told where frontend/FIX-001 and main parted.
  > Fetch the rest: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for actions/checkout).
4 History was cut off when this repository was cloned, and the dates on the pages need all of it. Nothing was changed.
  > Fetch the rest: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for actions/checkout).
4 gh-pages and main have no commit in common, so they cannot be merged.
  > Name the branch that this one started from.
4 Pull request 12 could not be read: gh: no such program.
  > Reading it needs gh, signed in: gh auth status
4 The commit c0ffee0000 of pull request 12 is not in this clone.
  > Fetch it: git fetch origin pull/12/head (in GitHub Actions: fetch-depth: 0 for actions/checkout).
4 The notice did not reach team: it was refused with 404 (no_service).
  > The address is no longer valid: get a new one from the service.
4 The notice did not reach team: it was refused with 403.
  > See whether the address and the key are those of the service.
4 The notice did not reach team: the variable SLACK_WEBHOOK_URL is not set.
  > Set it where coord runs: export SLACK_WEBHOOK_URL=...
4 The notice did not reach team: what SLACK_WEBHOOK_URL holds is no address.
  > It has to begin with https:// or http://
4 The notice did not reach team: the service cannot be reached (nothing listens there).
  > See whether the address is right and this machine may go there.
4 The notice did not reach team: the service cannot be reached (DEPTH_ZERO_SELF_SIGNED_CERT).
  > See whether the address is right and this machine may go there.
4 The notice did not reach team: the service cannot be reached.
  > See whether the address is right and this machine may go there.
4 The notice did not reach team: the service sent it elsewhere (302), and a notice is not sent on.
  > Set the variable to the address where it ends.
4 The notice did not reach team: the service is busy (503).
  > Try again later.
4 The notice did not reach team: there was no answer within 10 s.
  > Try again later.
4 The notice did not reach team: ./tell: no such program.
  > Correct run of the channel in coord.yaml.
4 The notice did not reach team: its command ended with exit code 1 (no network).
  > Run it by hand with a notice on its standard input.
4 The notice did not reach team: its command ended with a signal.
  > Run it by hand with a notice on its standard input.
4 The notice did not reach team: there is no page of a job here.
  > Channels of kind summary work in GitHub Actions.
2 coord show needs <id> after it.
  > How it is used: coord help show
2 what?
  > All verbs: coord help
2 coord has no verb "statsu".
  > Did you mean: coord status
2 coord has no verb "x".
  > All verbs: coord help
2 "soon" is no time.
  > Write --now (or COORD_NOW) like 2025-08-12T14:40:00Z
2 --merge names "nope", which is no branch, tag or commit of this repository.
  > If a remote has it, fetch it first: git fetch origin. All branches: git branch -a
2 --count should be a whole number from 1 on, not "x".
  > Give it again with such a value.
2 What stands on standard input is not what coord gives itself to start an agent of its own.
  > Run the agent: coord run <agent>
2 "(" is no regular expression: Unmatched ( or \\(.
  > Write \\ before what is meant as it stands.
2 reviewer cannot be run so: --base is needed.
  > What it takes: coord run reviewer --help
2 coord cannot tell which agent you are.
  > Add --as <agent>, or say it once for this worktree: coord as <agent>. The team: frontend and backend
2 coord cannot tell which agent you are.
  > Add --as <agent>, or say it once for this worktree: coord as <agent>. The team in coord.yaml is empty.
2 coord cannot tell who you are.
  > Add --as <agent> (or human:<name>), or say it once for this worktree: coord as <agent>. The team: frontend
2 Several jobs are like "abcd": 20250812-abcd01 and 20250812-abcd02.
  > Name the one you mean: coord jobs show 20250812-abcd01
1 There is no job x.
  > All jobs: coord jobs list
1 No agent was run on A-1 yet.
  > Start it: coord dispatch --task A-1
1 The job 20250812-abcd01 is over: it succeeded.
  > What came of it: coord jobs show 20250812-abcd01
1 The job 20250812-abcd01 is over: it failed.
  > What came of it: coord jobs show 20250812-abcd01
1 The job 20250812-abcd01 is not over: it is running.
  > End it first: coord jobs cancel 20250812-abcd01
1 The job 20250812-abcd01 waits for nobody's approval: it was rolled back.
  > Those that do: coord jobs list --state waiting_approval
1 The job 20250812-abcd01 waits for nobody's approval: it is running.
  > Those that do: coord jobs list --state waiting_approval
1 The job 20250812-abcd01 waits for somebody to approve deploy.
  > To end it, and take back what it did, say no: coord approve --no 20250812-abcd01
1 UI-1 is proven and called done by coord when its agent ends (job 20250812-abcd01).
  > End your work now; or end the job: coord jobs cancel 20250812-abcd01
1 deployer cannot approve what it does itself.
  > Somebody else types: coord approve 20250812-abcd01 --as human:<name>
1 The job 20250812-abcd01 was a run of reviewer on no task.
  > Run it again: coord run reviewer
2 You hold several tasks here: A-1 and A-2.
  > Name the one you mean: coord done A-1
2 --on names "alice", who is not in the team.
  > Did you mean "alicia"? A person: --on human:alice    Anything else: --on external:alice    The team: alicia
2 --on names "A-1", who is not in the team.
  > A-1 is a task, and one task waits for another by its dependencies: coord task set <id> dependencies+=A-1
2 A-1 has several open blockers:
  2025-08-12-A-1-a1b2
  2025-08-12-A-1-c3d4
  > Name the one you mean: coord unblock 2025-08-12-A-1-a1b2
1 backend cannot be run:
  deployment/agents/backend.md:5: This prompt cannot be filled in: there is no {{task.titel}}.
  > Mend the marked line; what a prompt may name is in docs/agents.md
2 notes.md cannot be taken as a handoff:
  line 3: coord knows no field "nextsteps" here.
  > Did you mean "next_steps"? Rename it, or begin its name with x- to keep it as your own. Then try again: --from-file notes.md
2 Standard input says base: abc, which coord fills in itself.
  > Leave base out, then try again: --from-file -
2 notes.md cannot be read: there is no such file.
  > Name a text file, or - for standard input.
2 Standard input cannot be read: it is not UTF-8 text.
  > Name a text file, or - for standard input.
2 PLAN.md cannot be imported: there is no such file. Nothing was written.
  > Name a text file, or a folder of them.
2 --edit opens an editor, and this is no terminal.
  > Say it by options, or by a file: --from-file <path>, where - is standard input.
2 Several handoffs are like that:
  2025-08-12-a-FIX-001-3f2a
  2025-08-12-a-FIX-001-9c1d
  > Name the one you mean: coord handoff ack 2025-08-12-a-FIX-001-3f2a
2 Several decisions have "cache" in their names:
  2025-08-10-cache-k3f9
  2025-08-11-cache-m4c7
  > Name the one you mean: coord decide accept 2025-08-10-cache-k3f9
2 The scope lies in several areas: api and web.
  > Say which one decides: --area <area>
2 coord.yaml has no area "wbe" under ownership.
  > Did you mean "web"? There are: api and web
2 coord.yaml has no area "x" under ownership.
  > It has none: leave --area out, or add one.
2 The team has no agent "bakend".
  > Did you mean "backend"? The team: frontend and backend
2 coord.yaml has no channel "coordnation".
  > Did you mean "coordination"? There are: coordination and team
2 coord.yaml has no channel "x".
  > Add one to coord.yaml: channels: {coordination: {kind: slack, url_env: SLACK_WEBHOOK_URL}}
1 No notice reaches team: it is a channel for people.
  > Say in coord.yaml how it is reached, as in kind: slack, url_env: SLACK_WEBHOOK_URL
1 No notice reaches team: its kind needs url_env.
  > Add url_env to it in coord.yaml.
2 There is no phase "Fundation".
  > Did you mean "Foundation"? There are: Foundation and Launch
2 There is no group "api".
  > No task has a group, and coord.yaml names none.
1 There is no task FIX-01.
  > Did you mean FIX-001 or FIX-011? All tasks: coord list
1 There is no task X.
  > All tasks: coord list
1 A-1 has no open blocker.
  > Open ones are on B-1 and C-1: coord status --blockers
1 There is no blocker and no task x.
  > No blocker is open: coord status
1 The blocker 2025-08-12-A-1-a1b2 was resolved already, 2025-08-12T11:00:00Z.
  > Open ones: coord status --blockers
1 There is no handoff "3f2b".
  > Did you mean "3f2a"? All handoffs: coord handoff list --all
1 Nothing was handed over of FIX-001.
  > All handoffs: coord handoff list --all
1 There is no decision cahce.
  > Did you mean "2025-08-10-cache-k3f9"? All there are: coord decide list --all
1 2025-08-10-cache-k3f9 is accepted already.
  > To change it, propose another in its place: coord decide propose "..." --supersedes 2025-08-10-cache-k3f9
1 2025-08-10-cache-k3f9 is rejected already.
  > Propose it anew: coord decide propose "..."
1 2025-08-10-cache-k3f9 is proposed; only what is accepted can replace or be replaced.
  > See how they stand: coord decide list --all
1 2025-08-10-cache-k3f9 is for backend to decide, and you are human:alice.
  > Say what you think of it: coord decide comment 2025-08-10-cache-k3f9 "..." --as human:alice
1 frontend has until 2025-08-12T13:00:00Z to say something on 2025-08-10-cache-k3f9.
  > Wait for that, or decide without it: coord decide accept 2025-08-10-cache-k3f9 --early
1 frontend and testing have until 2025-08-12T13:00:00Z to say something on 2025-08-10-cache-k3f9.
  > Wait for that, or decide without it: coord decide accept 2025-08-10-cache-k3f9 --early
1 There is no verb and no problem named "nxt".
  > Did you mean "next"? All verbs: coord help
1 There is no task "x.txt", nor a file of that name in this repository.
  > All tasks: coord list
1 Nothing is free for backend: 1 task waits, 2 are held.
  > See why: coord next --why --agent backend
1 It is nobody's turn now: nothing can be started.
  > See why: coord next --why
1 It is not one agent's turn alone: 3 tasks may be started.
  > See what may be started: coord next. The brief of one: coord prime --as <agent>
1 A-1 is not ready:
  waits for B-1 and B-2
  waits for C-1, which no file defines
  is in or behind a circle of tasks that wait for each other: coord validate
  is blocked: a password
  phase launch opens when GATE-1 is done
  comes after A-0: phase build goes one by one
  is for pm or human:alice to approve: coord approve A-1 --as human:alice
  is in review
  its id is used twice: coord validate
  > What is ready: coord next
1 M-1 is not ready:
  is a milestone: reached when all it waits for is done
  > What is ready: coord next
1 G-1 is a gate: people decide it, no agent does.
  > See for whom it waits: coord show G-1
1 M-1 is a milestone: it is reached when what it waits for is done, and no agent works on it.
  > See what it waits for: coord show M-1
1 A-1 is a task of backend, and --agent names another.
  > Leave --agent out: coord dispatch --task A-1
1 A-1 is held by backend, and by no job of this dispatcher.
  > See who holds what: coord status --claims
1 A-1 is held by backend, whose time has run out.
  > See what was left, and free it: coord release A-1 --abandoned
1 A-1 may touch the same files as B-1, which is in progress.
  > Wait until B-1 is done, or give it back: coord release B-1
1 A-1 is marked as in progress, though nobody holds it.
  > Go on with it by hand, or let agents: coord task set A-1 status=todo
1 A-1 is cancelled.
  > Open it again first: coord task set A-1 status=todo
1 The claim of A-1 cannot be read, so nobody can tell who holds it.
  > See what is wrong: coord doctor
1 A-1 is done already, on branch frontend/A-1 and not merged here.
  > Look at it: coord show A-1
1 A-1 was done by frontend, but its branch frontend/A-1 is gone (commit c0ffee is still in this repository), and the files here do not have it as done.
  > If the work is lost, open the task again: coord task set A-1 status=todo
1 A-1 was done by frontend, but on no branch (commit c0ffee is gone too), and the files here do not have it as done.
  > If the work is lost, open the task again: coord task set A-1 status=todo
1 A-1 is a task of frontend, and you are backend.
  > Take it all the same: coord claim A-1 --take --as backend
1 deployment/coord.yaml cannot be read, so nothing is changed: what this repository allows is unknown.
  > See what is wrong: coord validate
1 deployment/coord.yaml does not say how claims are shared, though claims are at origin: two could hold one task. Nothing was changed.
  > Write into it: claims: origin    Or, if they are to hold on this machine alone: claims: local
1 A-1 cannot be read: deployment/tasks/A-1.yaml is broken.
  > See what is wrong: coord validate
1 A record cannot be read: deployment/coord.yaml is broken.
  > See what is wrong: coord validate
1 A worktree for A-1 would lack what is not committed yet:
  deployment/coord.yaml
  deployment/tasks/A-1.yaml
  > Commit it, then claim again: git add deployment/coord.yaml deployment/tasks/A-1.yaml && git commit -m "Plan"
1 A worktree for A-1 would lack what is not on next yet:
  deployment/tasks/A-1.yaml
  > Commit it there, or merge this branch into next; then claim again: coord claim A-1 --worktree
1 Work begins on next, by coord.yaml (integration), but there is no such branch here.
  > Fetch it: git fetch origin next    Or make it: git branch next
1 HEAD is on no branch, so nothing would keep this work.
  > Put it on one, then try again: git switch -c frontend/A-1
1 HEAD is on no branch, so nothing would keep this work.
  > Put it on one, then try again: git switch -c 'a b;c'
1 This work is not committed yet:
  src/0.ts
  src/1.ts
  src/2.ts
  src/3.ts
  src/4.ts
  src/5.ts
  src/6.ts
  src/7.ts
  src/8.ts
  src/9.ts
  and 2 more
  > Commit it, then try again: git add -A && git commit
1 build failed (exit 2). Nothing was written.
  line one
  line <U+001B>[31mtwo
  > Mend it, commit, and try again: coord done
1 build took too long and was stopped. Nothing was written.
  > Mend it, commit, and try again: coord done
1 build could not be started. Nothing was written.
  > Mend it, commit, and try again: coord done
1 coord.yaml defines no verifier "biuld".
  > Did you mean "build"? Correct verify of the task or verifiers of its agent, or add it to verifiers in coord.yaml.
1 The entry of the verifier "build" in coord.yaml is wrong, so it cannot be run:
  deployment/coord.yaml:9: verifiers.build.run should be a list, but is text.
  > Mend it, commit, and try again.
1 Files changed while the verifiers ran, so nothing was proven:
  dist/a.js
  > Commit them, discard them or add them to .gitignore, and try again: coord done
1 What A-1 must fulfil was changed after you claimed it.
  > Read it again (coord show A-1), then: coord release A-1 && coord claim A-1 --as frontend
1 A-1 waits for B-1 and B-2, which are not done here.
  > Merge or finish that first, then try again.
1 A-1 is not done before pm or human:alice approved it.
  > Ask for it, and say that it is ready: coord task set A-1 status=review    They type: coord approve A-1 --as human:alice
1 A-1 is for pm to approve, and you are dev.
  > Ask them; they type: coord approve A-1
1 A-1 is for pm or human:ann to approve, and you are dev.
  > Ask them; they type: coord approve A-1 --as human:ann
1 A-1 asks for no approval: it is no gate, it names no approvers, and no open blocker on it waits for anybody.
  > Ask for one: coord task set A-1 approvers=human:<name>
1 A-1 has an open blocker:
  deployment/status/blockers/x.md
  > When it is over: coord unblock A-1    Then try again.
1 A-1 has an open blocker:
  deployment/status/blockers/x.md
  deployment/status/blockers/y.md
  > When it is over: coord unblock x    Then try again.
1 This handoff would take 20.5 kB; the next one should not have to read more than 16.4 kB.
  > Put the rest into a file, commit it, and name it with --artifacts.
1 Nothing was written, for the text was left empty.
  > Try again, and leave in it what is to be said.
1 2025-08-12-a-FIX-001-3f2a was taken over by backend already, at 2025-08-12T11:00:00Z.
  > Read it all the same: coord handoff show 2025-08-12-a-FIX-001-3f2a
1 You wrote 2025-08-12-a-FIX-001-3f2a yourself, for whoever else comes next.
  > Take it over all the same: coord handoff ack 2025-08-12-a-FIX-001-3f2a --take
1 2025-08-12-a-FIX-001-3f2a is for backend, and you are frontend.
  > Take it over all the same: coord handoff ack 2025-08-12-a-FIX-001-3f2a --take --as frontend
1 What was handed over is not there:
  api/openapi.json
  > Ask backend to commit it, or take it out of artifacts in deployment/handoffs/h.md, then try again.
1 What was handed over is not there:
  a
  > Ask who wrote it to commit it, or take it out of artifacts in deployment/handoffs/h.md, then try again.
1 The id A-1 is taken, in deployment/tasks/A-1.yaml.
  > Choose another; upper and lower case count as the same.
1 deployment/tasks/A-1.yaml was not changed: the value is an alias.
  > Change it by hand, then: coord validate
1 deployment/status/progress.md was written by hand, so coord leaves it alone. Nothing was changed.
  > Rename it; or put a line "<!-- coord:page -->" and below it a line "<!-- /coord:page -->" into it: what stands between them is for coord to write.
1 deployment/status/progress.md holds the markers of a merge that is not settled. Nothing was changed.
  > Settle what people wrote there and remove the markers; the rest is written anew: coord report pages
1 CODEOWNERS is not what coord.yaml says.
  > Write it: coord export codeowners > CODEOWNERS
1 Nothing was changed, for this would not be valid:
  A-1 waits for itself, so it can never start.
  > Remove A-1 from its own dependencies.
1 ../app-A-1 exists already.
  > Move it away, or remove it if it is not needed: git worktree list
1 The branch frontend/A-1 exists already.
  > Go on with it, or remove it if it is not needed: git branch -d frontend/A-1
1 a is in no conflict.
  > Nothing in the workspace is. See what else is wrong: coord validate
1 a is in no conflict.
  > These are: deployment/tasks/A-1.yaml
1 A-1 is held by frontend, whose time has not run out. Nothing was changed.
  > See who holds what: coord status --claims
1 Nobody holds A-1. Nothing was changed.
  > See who holds what: coord status --claims
1 Claims are not shared here, so there is nothing to sync.
  > To share them through a remote, write claims: origin in deployment/coord.yaml
1 This cannot be read as an export of github, so nothing was written:
  unreadable-source: issues.json:1: it is no JSON
  > Mend it there, then import it again.
1 The plan contradicts itself, so nothing was written:
  duplicate-id: API-1 stands for several tasks (PLAN.md:4 and PLAN.md:9)
  contradictory-states: UI-2 is done and todo at once (PLAN.md:5)
  dependency-cycle: A -> B -> A (PLAN.md:20)
  > Mend it there, then import it again.
1 No task was found in NOTES.md. Nothing was written.
  NOTES.md:3 "Be kind": no task by its form and place (sure)
  > What makes a task: docs/import.md
1 No task was found in a.md and b.md. Nothing was written.
  > What makes a task: docs/import.md
1 There is no template "x".
  > There are: deployment and workstreams
1 There is no template "deploymnt".
  > Did you mean deployment? All there are: coord init --list
1 product.yaml does not describe an entity:
  > Mend it. What may stand there: docs/generator.md
1 There is no set of templates "nod".
  > Did you mean "node"? There are: node and own. One of your own is a folder deployment/generators/<name>
1 The set own cannot be used:
  deployment/generators/own/a.hbs:3: there is no {{entity.nam}}
  > Mend it; what templates may name is in docs/generator.md
1 generator may not write these files:
  web/product.ts
  > Write elsewhere: --into <folder>    Or let it, by writes of its entry in coord.yaml
1 claude made no entity of the description (api-error: the service is busy).
  > Try again; or describe the entity in a file: --entity <file>
1 claude made no entity of the description (no-output).
  > Try again; or describe the entity in a file: --entity <file>
1 ../ours/coord.yaml cannot be used as a template: it is a link. Nothing was made.
  > Mend it; or take one that comes with coord: coord init --list
3 FIX-001 is held by frontend since 2 min, in ../app-FIX-001.
  > Take another: coord claim --as backend    (INFRA-001 is free for you)
3 FIX-001 is held by frontend since 2 h.
  > Nothing else is free for you now. See why: coord next --why --agent backend
3 FIX-001 is held by frontend since 2 h, in ../my app-FIX-001.
  > If you are the one who holds it: cd '../my app-FIX-001'. Take another: coord claim --as frontend    (UI-001 is free for you)
3 You hold no task in this worktree.
  > Claim one: coord claim
3 A-1 is being worked on by frontend, so it was not split.
  > Give it back first, from its worktree: coord release A-1
3 You held A-1, but backend has taken it over. Nothing was changed.
  > See who holds what: coord status
3 A-1 is held by backend, not by you. Nothing was changed.
  > See who holds what: coord status
3 A-1 is not claimed. Nothing was changed.
  > Claim it: coord claim A-1
3 A-1 was held by frontend until 2025-08-12T08:00:00Z, on branch frontend/A-1. Left behind:
  ../app-A-1: 2 files not committed
  > Look at it, then take over: coord claim A-1 --take-over
3 A-1 was held by frontend until 2025-08-12T08:00:00Z. Left behind:
  nothing that can be seen here
  > Look at it, then take over: coord claim A-1 --take-over`;
