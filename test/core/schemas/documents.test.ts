import { describe, expect, test } from 'vitest';
import { compilerOf, differences, readSchemas, validatorOf } from '../../support/read-schemas.ts';

const ajv = compilerOf('.');
const NONCE = '0123456789abcdef0123456789abcdef';

const approval = { approved: true, by: 'human:alice', at: '2025-08-12T09:00:00Z' };
const task = { id: 'FIX-001', task: 'Fix website deployment' };
const emptyTask = {
  ...task,
  ...Object.fromEntries(
    ['agent', 'priority', 'kind', 'status', 'progress', 'dependencies', 'phase', 'group', 'estimate', 'deadline', 'files']
      .concat(['actions', 'acceptance', 'verify', 'approvers', 'artifacts', 'started', 'completed', 'proof', 'approval', 'notes'])
      .map((field) => [field, null]),
  ),
};
const handoff = { from_agent: 'backend' };
const blocker = { task: 'API-001', needed: 'the database address' };
const decision = { title: 'Keep sessions in Redis', status: 'proposed' };
const claim = {
  coord: 1, state: 'held', agent: 'frontend', nonce: NONCE, token: 1, since: '2025-08-10T12:00:00Z', lease_minutes: 120,
  until: '2025-08-10T14:00:00Z', branch: 'frontend/FIX-001', head: null, criteria: 'e3b0c442',
};

const jobCreated = { at: '2025-08-12T12:00:00.000Z', event: 'created', agent: 'frontend', task: 'FIX-001', attempt: 1, priority: 'high', timeout: 1800, created_by: 'dispatch', input: {}, owner: { pid: 4711, started: '100', host: 'ada' } };
const jobCost = { job: '20250812-a1b2c3', agent: 'frontend', task: 'FIX-001', started: '2025-08-12T12:00:00.000Z', runs: 1, unknown: 0, cost_usd: 0.25, cost_basis: 'reported', tokens: { input: 10, output: 5, cached: 0 } };
const jobEnded = { at: '2025-08-12T12:09:00.000Z', event: 'ended', outcome: { reason: 'ok', message: null, output: { files: [1] }, session: 's-1', tokens: { input: 10, output: 5, cached: 0 }, cost_usd: 0.25, cost_basis: 'reported' } };

/** A value, and what is wrong with it. */
type Row = readonly [what: string, value: unknown, wrong: readonly string[]];

const tables: Readonly<Record<string, readonly Row[]>> = {
  'task.schema.json': [
    ['id and task alone', task, []],
    ['every field empty', emptyTask, []],
    ['every field filled', {
      ...task, agent: 'frontend', priority: 'high', kind: 'gate', status: 'in_progress', progress: 62.5,
      dependencies: ['API-001', { id: 'AUTH-001', label: 'Login works' }, { id: 'DB-1', label: null }], phase: 'foundation', group: 'perf',
      estimate: '2 days', deadline: '2025-08-12', files: ['web/**'], actions: ['Read the log'], acceptance: ['The site answers'], verify: ['build'],
      artifacts: ['docs/fix.md'], approvers: ['pm', 'human:alice'], approval, started: '2025-08-10', completed: '2025-08-11 14:00', notes: 'Two lines\nof text', 'x-ticket': 42,
      proof: { head: 'a1', tree: 'b2', verified: [{ name: 'build', exit_code: 0, at: '2025-08-11T14:00:00Z' }] },
    }, []],
    ...['1h', '30 min', '2 days', '2d', '3-4 hours', '3 – 4 h', '1 to 2 weeks', '1 h 30 min', '4', 3.5, 0].map((estimate): Row => [`estimate ${String(estimate)}`, { ...task, estimate }, []]),
    ...['soon', '', '-2 h', '3 apples', 'h', '2 days or so'].map((estimate): Row => [`estimate "${estimate}"`, { ...task, estimate }, ['/estimate pattern']]),
    ['a negative estimate', { ...task, estimate: -1 }, ['/estimate minimum']],
    ['no id', { task: 'Fix' }, ['required id']],
    ['no words', { id: 'FIX-001', task: '' }, ['/task minLength']],
    ['a number for an id', { ...task, id: 1 }, ['/id type']],
    ['a priority of its own', { ...task, priority: 'urgent' }, ['/priority enum']],
    ['an unknown status', { ...task, status: 'blocked' }, ['/status enum']],
    ['an unknown kind', { ...task, kind: 'epic' }, ['/kind enum']],
    ['progress over 100', { ...task, progress: 101 }, ['/progress maximum']],
    ['progress in words', { ...task, progress: '60%' }, ['/progress type']],
    ['one dependency without a list', { ...task, dependencies: 'API-001' }, ['/dependencies type']],
    ['a dependency without an id', { ...task, dependencies: [{ label: 'Ready' }] }, ['/dependencies/0 required id']],
    ['a dependency with more', { ...task, dependencies: [{ id: 'A', why: 'so' }] }, ['/dependencies/0 additionalProperties why']],
    ['a misspelt field', { ...task, dependancies: [] }, ['additionalProperties dependancies']],
    ['a verification without its exit code', { ...task, proof: { head: 'a1', tree: 'b2', verified: [{ name: 'build', at: 'now' }] } }, ['/proof/verified/0 required exit_code']],
    ['a list', [task], ['type']],
    ['nothing', null, ['type']],
  ],
  'queue.schema.json': [
    ['three lists', { task_queue: { high_priority: [{ ...task, dependencies: [] }], medium_priority: [], low_priority: null } }, []],
    ['an empty queue', { task_queue: null }, []],
    ['one list', { task_queue: { low_priority: [emptyTask] } }, []],
    ['a list without its key', { high_priority: [task] }, ['required task_queue', 'additionalProperties high_priority']],
    ['a list of its own', { task_queue: { urgent: [task] } }, ['/task_queue additionalProperties urgent']],
    ['a task that is none', { task_queue: { high_priority: [{ id: 'A' }, 'FIX-001'] } }, ['/task_queue/high_priority/0 required task', '/task_queue/high_priority/1 type']],
  ],
  'feedback.schema.json': [
    ['about what and by whom', { decision: '2025-08-01-sessions-a1b2.md', by: 'frontend' }, []],
    ['everything', { decision: '2025-08-01-sessions-a1b2.md', by: 'human:alice', at: '2025-08-10 14:00', 'x-mood': 1 }, []],
    ['by nobody', { decision: 'x' }, ['required by']],
    ['about nothing', { decision: '', by: 'a' }, ['/decision minLength']],
  ],
  'handoff.schema.json': [
    ['who hands over, alone', handoff, []],
    ['the seven fields written by hand', {
      from_agent: 'Backend Agent', to_agent: 'Frontend Agent', timestamp: '2025-08-10T14:00:00Z', task_completed: ['Schema'], dependencies_ready: ['API'],
      blockers: [], next_steps: ['Bind the form'], artifacts: [{ path: 'docs/api.md', description: 'The endpoints' }], notes: 'None',
    }, []],
    ['what done writes', {
      ...handoff, to_agent: null, task: 'API-001', artifacts: [{ path: 'a.ts', description: null, blob: 'c0ffee' }], base: 'a', head: 'b', branch: 'backend/API-001', tree: 'c',
      token: 2, nonce: NONCE, verification: [{ name: 'test', command: 'npm test', exit_code: 0, at: '2025-08-10T14:00:00Z' }], ruled_out: ['Polling'], acknowledged: null,
    }, []],
    ['nobody', {}, ['required from_agent']],
    ['artifacts as bare paths', { ...handoff, artifacts: ['a.ts'] }, ['/artifacts/0 type']],
    ['an artifact without a path', { ...handoff, artifacts: [{ description: 'x' }] }, ['/artifacts/0 required path']],
    ['one step without a list', { ...handoff, next_steps: 'Go on' }, ['/next_steps type']],
    ['a token of nought', { ...handoff, token: 0 }, ['/token minimum']],
    ['a short nonce', { ...handoff, nonce: 'abc' }, ['/nonce pattern']],
    ['acknowledged by nobody', { ...handoff, acknowledged: { at: '2025-08-10' } }, ['/acknowledged required by']],
    ['a verification without its exit code', { ...handoff, verification: [{ name: 'test' }] }, ['/verification/0 required exit_code']],
  ],
  'approval.schema.json': [
    ['an answer', approval, []],
    ['an answer with a condition', { ...approval, approved: false, note: 'Not before Monday' }, []],
    ['nobody answered yet', null, []],
    ['without a name', { approved: true, at: '2025-08-12' }, ['required by']],
    ['in words', { ...approval, approved: 'yes' }, ['/approved type']],
  ],
  'blocker.schema.json': [
    ['a task and what it needs', blocker, []],
    ['everything', { ...blocker, by: 'backend', severity: 'P1', waits_on: 'human:ops', raised: '2025-08-10 14:00', acknowledged: { by: 'infrastructure', at: '2025-08-10 14:05' }, resolved: null }, []],
    ['a severity of its own', { ...blocker, severity: 'P4' }, ['/severity enum']],
    ['no task', { needed: 'x' }, ['required task']],
    ['nothing needed', { task: 'API-001' }, ['required needed']],
    ['acknowledged with a word', { ...blocker, acknowledged: true }, ['/acknowledged type']],
  ],
  'decision.schema.json': [
    ['a title and where it stands', decision, []],
    ['everything', {
      ...decision, status: 'superseded', area: 'api_contracts', owner: 'backend', reviewers: ['frontend'], proposed: '2025-08-10', deadline: '2025-08-11', decision_maker: 'backend',
      decided: '2025-08-11', decided_by: 'backend', outcome: 'Cheap', supersedes: ['2025-08-01-sessions-a1b2.md'], superseded_by: '2025-09-01-tokens-c3d4.md', scope: ['api/**'],
    }, []],
    ['no status', { title: 'x' }, ['required status']],
    ['a status of its own', { ...decision, status: 'draft' }, ['/status enum']],
    ['one reviewer without a list', { ...decision, reviewers: 'frontend' }, ['/reviewers type']],
  ],
  'job-cost.schema.json': [
    ['what a job cost', jobCost, []],
    ['what nobody knows', { ...jobCost, unknown: 1, cost_usd: null, cost_basis: 'unknown', tokens: null, task: null }, []],
    ['a cost below nothing', { ...jobCost, cost_usd: -1 }, ['/cost_usd minimum']],
  ],
  'job-event.schema.json': [
    ['a job that begins', jobCreated, []],
    ['what a command ended with', jobEnded, []],
    ['a field of one\'s own', { ...jobCreated, 'x-ticket': 7 }, []],
  ],
  'claim.schema.json': [
    ['a claim on this machine', claim, []],
    ['with session, work tree and remote', { ...claim, session: 's-1', worktree: '/home/a/app-FIX-001', remote: 'origin' }, []],
    ['a field that a later version knows', { ...claim, host: 'one' }, []],
    ['another protocol', { ...claim, coord: 2 }, ['/coord const']],
    ['a state of its own', { ...claim, state: 'paused' }, ['/state enum']],
    ['a nonce in capitals', { ...claim, nonce: NONCE.toUpperCase() }, ['/nonce pattern']],
    ['a token of nought', { ...claim, token: 0 }, ['/token minimum']],
    ['no lease', { ...claim, lease_minutes: 0 }, ['/lease_minutes exclusiveMinimum']],
    ['no agent', { ...claim, agent: undefined }, ['required agent']],
  ],
  'limits.schema.json': [
    ['nothing', {}, []],
    ['everything', { lease: '2 hours', agents: 4, requests_per_minute: 50, turns: 40, timeout: 1800, memory_mb: 512, cost_per_task: 2.5, cost_per_agent: 0, cost_per_day: 40, failures: 3, retention: '30 days' }, []],
    ['a lease of no time', { lease: 0 }, ['/lease exclusiveMinimum']],
    ['a lease in words', { lease: 'a while' }, ['/lease pattern']],
    ['half an agent', { agents: 1.5 }, ['/agents type']],
  ],
  'member.schema.json': [
    ['nothing but an id', {}, []],
    ['tools as a line', { tools: 'Read, Edit, Bash' }, []],
    ['a need from nobody', { needs: [{ label: 'Database Ready' }] }, ['/needs/0 required from']],
    ['a need by name alone', { needs: ['infrastructure'] }, ['/needs/0 type']],
    ['one skill without a list', { skills: 'Jest' }, ['/skills type']],
    ['a misspelt field', { fokus: 'APIs' }, ['additionalProperties fokus']],
  ],
  'agent.schema.json': [
    ['a file made for .claude/agents', { name: 'reviewer', description: 'Reviews changes before they are merged.', tools: 'Read, Grep, Bash', model: 'sonnet' }, []],
    ['how to run it', {
      runtime: 'claude', writes: ['src/**'], inputs: { type: 'object', properties: { base: { type: 'string' } } }, output: { type: 'object' }, verifiers: ['test'],
      steps: [{ name: 'apply', run: 'apply', approval: true, undo: 'roll-back' }], approvals: ['deploy'], limits: { timeout: '30 minutes', agents: 1 },
    }, []],
    ['a tighter limit in words', { limits: { turns: 'few' } }, ['/limits/turns type']],
    ['a misspelt field', { modle: 'sonnet' }, ['additionalProperties modle']],
  ],
  'entity.schema.json': [
    ['a product', { name: 'Product', fields: [{ name: 'title', type: 'string', required: true, max: 80 }, { name: 'state', type: 'enum', values: ['draft', 'on_sale'], default: 'draft' }] }, []],
    ['fields of the user\'s own', { name: 'Product', 'x-table': 'goods', fields: [{ name: 'title', type: 'string', 'x-column': 'label' }] }, []],
    ['a path for a name', { name: '../../x', fields: [{ name: 'title', type: 'string' }] }, ['/name pattern']],
    ['no field', { name: 'Product', fields: [] }, ['/fields minItems']],
    ['a misspelt field', { name: 'Product', fields: [{ name: 'title', type: 'string', requird: true }] }, ['/fields/0 additionalProperties requird']],
    ['a type of its own', { name: 'Product', fields: [{ name: 'title', type: 'json' }] }, ['/fields/0/type enum']],
  ],
  'generator.schema.json': [
    ['a set', { files: [{ template: 'a.hbs', path: '{{into}}/a' }], commands: [{ name: 'tests', run: ['make', 'test'], timeout: '2 minutes' }], 'x-stack': 'make' }, []],
    ['a template above the set', { files: [{ template: '../a.hbs', path: 'a' }] }, ['/files/0/template pattern']],
    ['a command as a line for a shell', { files: [{ template: 'a.hbs', path: 'a' }], commands: [{ name: 'tests', run: 'make test' }] }, ['/commands/0/run type']],
  ],
  'coord.schema.json': [
    ['nothing', {}, []],
    ['every section empty', Object.fromEntries(['project', 'timezone', 'main', 'integration', 'commit', 'claims', 'team', 'ownership', 'phases', 'groups', 'sync_points', 'severities']
      .concat(['targets', 'verifiers', 'runtimes', 'risks', 'criteria', 'channels', 'contacts', 'reactions', 'dashboard']).map((key) => [key, null])), []],
    ['a newer protocol: named by a problem of its own', { protocol: 2 }, []],
    ['a protocol in words', { protocol: '1' }, ['/protocol type']],
    ['a section of the user\'s own', { 'x-board': { any: ['thing'] } }, []],
    ['a misspelt section', { verifers: {} }, ['additionalProperties verifers']],
    ['a verifier as a line for a shell', { verifiers: { build: { run: 'npm run build' } } }, ['/verifiers/build/run type']],
    ['a verifier that runs nothing', { verifiers: { build: { run: [] } } }, ['/verifiers/build/run minItems']],
    ['a timeout of a day and a bit', { verifiers: { build: { run: ['make'], timeout: 'tomorrow' } } }, ['/verifiers/build/timeout pattern']],
    ['a response in words', { severities: { P3: { respond: 'Next business day' } } }, []],
    ['a severity of its own', { severities: { P9: {} } }, ['/severities additionalProperties P9']],
    ['a phase without an id', { phases: [{ mode: 'parallel' }] }, ['/phases/0 required id']],
    ['a mode of its own', { phases: [{ id: 'a', mode: 'mixed' }] }, ['/phases/0/mode enum']],
    ['a target without its figure', { targets: { coverage: { measurement: 'lines' } } }, ['/targets/coverage required target']],
    ...['daily 09:00', 'weekly mon 10:00', 'on blocker', 'on task.done'].map((when): Row => [`sync point ${when}`, { sync_points: [{ when }] }, []]),
    ...['9 AM', 'weekly 10:00', 'monthly', 'weekly Monday 10:00'].map((when): Row => [`sync point ${when}`, { sync_points: [{ when }] }, ['/sync_points/0/when pattern']]),
    ['a reaction', { reactions: [{ on: 'blocker.overdue', do: 'notify', channel: 'ops', severities: ['P0'] }] }, []],
    ['a reaction to nothing known', { reactions: [{ on: 'task.finished', do: 'shout' }] }, ['/reactions/0/on enum', '/reactions/0/do enum']],
    ['a member that is wrong', { team: { frontend: { owns: 'web/**' } } }, ['/team/frontend/owns type']],
    ['an unknown runtime', { runtimes: { mine: { kind: 'basic' } } }, ['/runtimes/mine/kind enum']],
    ['an unknown widget', { dashboard: { widgets: [{ type: 'pie' }] } }, ['/dashboard/widgets/0/type enum']],
  ],
};

describe.each(Object.entries(tables))('%s', (file, rows) => {
  test.each(rows)('%s', (_, value, wrong) => {
    expect([...differences(validatorOf(ajv, file), value)].sort()).toEqual([...wrong].sort());
  });
});

test('every schema has its examples', () => {
  expect(Object.keys(tables).sort()).toEqual([...readSchemas().keys()]);
});
