/** Each verb's `--json`, run in the shell, held to its schema. */
import { describe, expect, test } from 'vitest';
import type { Ports } from '../../src/app/ports.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import { compilerOf, differences, readSchemas, validatorOf } from '../support/read-schemas.ts';
import { printEvent } from '../../src/core/dispatch/job-event.ts';
import type { JobEvent } from '../../src/core/dispatch/job-event.ts';
import { claimedEvent, createdEvent, endedEvent, failedEvent, mergedEvent, provenEvent, startedEvent, startingEvent } from '../support/job-events.ts';
import { printAssignment } from '../../src/core/dispatch/model/assignment.ts';
import { printReviewAssignment } from '../../src/core/review/assignment.ts';
import { linterOf } from '../../src/core/review/linter.ts';
import { printGeneration } from '../../src/core/generate/generation.ts';
import { GENERATION, PRODUCT } from '../support/a-generation.ts';
import { ASSIGNMENT } from '../support/an-assignment.ts';
import { memoryModels } from '../support/memory-models.ts';
import { aClaim } from '../support/a-claim.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import type { Memory } from '../support/memory-ports.ts';
import { memoryRunner } from '../support/memory-runner.ts';
import { realPorts } from '../support/real-ports.ts';
import { shell } from '../support/shell.ts';
import { teamRepository } from '../support/team-repository.ts';

const ajv = compilerOf('.', 'answers');

const COORD = `protocol: 1
project: app
commit: true
team:
  frontend: { name: Frontend Agent, role: UI, owns: [web/**], needs: [{ from: backend, label: API Endpoints }] }
  backend: { name: Backend Agent }
ownership:
  api_contracts: { owner: backend, reviewers: [frontend], paths: [api/**] }
phases:
  - { id: foundation, gate: foundation-done }
verifiers:
  build: { run: [npm, run, build], timeout: 5 minutes }
risks:
  - { risk: The host is down, owner: backend }
sync_points:
  - { when: daily 09:00, about: Where we are }
`;

const FILES = {
  'api/server.ts': '',
  'deployment/coord.yaml': COORD,
  'deployment/tasks/queue.yaml': `task_queue:
  high_priority:
    - { id: FIX-001, task: Fix website deployment, agent: frontend, deadline: 2025-08-10, files: [web/**], verify: [build], acceptance: [The site answers] }
    - { id: API-001, task: Build the API, agent: backend, estimate: 2 days, files: [api/**], phase: foundation }
  medium_priority:
    - { id: UI-004, task: Show the chart, agent: frontend, dependencies: [{ id: API-001, label: API Endpoints }, MISSING-1] }
    - { id: OLD-001, task: Try it, status: done, proof: { head: abc, tree: def, verified: [{ name: build, exit_code: 0, at: 2025-08-01T00:00:00Z }] } }
    - { id: HALF-001, task: Tidy up, status: in_progress, progress: 40 }
  low_priority:
    - { id: foundation-done, task: The foundation stands, kind: gate, dependencies: [API-001], phase: foundation }
`,
  'deployment/status/blockers/2025-08-11-API-001-a1b2.md': '---\ntask: API-001\nby: backend\nseverity: P1\nwaits_on: human:ops\nneeded: the address\nraised: 2025-08-11 10:00\n---\n',
  'deployment/handoffs/2025-08-10-backend-OLD-001-c3d4-handoff.md': '---\nfrom_agent: backend\nto_agent: frontend\ntimestamp: 2025-08-10T10:00:00Z\ntask: OLD-001\nnext_steps: [Look at it]\nacknowledged: { by: frontend, at: 2025-08-10 }\n---\nNotes\n',
  'deployment/decisions/2025-08-09-json-e5f6.md': '---\ntitle: Speak JSON\nstatus: accepted\nscope: [api/**]\n---\n',
};

const REVIEW = printReviewAssignment({ base: null, range: null, pr: null, repo: null, comments: false, linters: [linterOf('l', { run: ['lint'] })], translations: ['{locale}.json'], tests: { code: [], tests: [] }, model: null });

const PLAN = '# Plan\n\n## Phase 1: Base\n\n- [ ] **API-7**: Draw the chart (2 days)\n- [x] Sign in\n\nThe end.\n\n- red\n- blue\n';

const NONCE = '0123456789abcdef0123456789abcdef';
const since = '2025-08-12T11:00:00Z';
const until = '2025-08-12T13:00:00Z';

const untouched: Memory = { files: FILES };
const held: Memory = {
  files: FILES,
  claims: { 'FIX-001': aClaim({ since, until }), 'HALF-001': null, 'OLD-001': aClaim({ state: 'done' }), 'API-001': aClaim({ agent: 'backend', since: '2025-08-01T00:00:00Z', until: '2025-08-01T02:00:00Z' }) },
  holdings: [
    { id: 'FIX-001', agent: 'frontend', nonce: NONCE, session: null },
    { id: 'UI-004', agent: 'frontend', nonce: NONCE, session: null },
    { id: 'GONE-1', agent: 'frontend', nonce: NONCE, session: null },
  ],
};

const agents: Memory = {
  files: {
    ...FILES,
    'deployment/coord.yaml': `${COORD}runtimes:\n  script: { kind: command, run: [./agent] }\n`,
    'deployment/agents/reviewer.md': '---\nruntime: script\ninputs:\n  type: object\n  properties:\n    most: { type: integer }\n    paths: { type: array, items: { type: string }, default: [a] }\n  required: [most]\n---\nAt most {{input.most}}.\n',
  },
  runner: memoryRunner(() => ({ prints: ['{"output":[{"line":1}],"tokens":{"input":1,"output":2,"cached":3},"cost_usd":0.5}'] })),
};

/** What is typed, where, and by which schema the answer is made. */
const journal = (...events: readonly JobEvent[]): string => events.map(printEvent).join('');
const ran: Memory = { files: FILES, journals: { '20250812-aaaaaa': journal(createdEvent(), claimedEvent(), startingEvent(), startedEvent(), endedEvent(), provenEvent(), mergedEvent()), '20250812-bbbbbb': journal(createdEvent(), failedEvent()), '20250812-cccccc': 'what?\n' } };

const channels: Memory = { files: { 'deployment/coord.yaml': `protocol: 1\nchannels: { here: { kind: terminal }, people: { where: "#people" }, hook: { kind: webhook, url_env: HOOK_URL } }\n` } };

const CALLS: readonly (readonly [schema: string, argv: readonly string[], memory: Memory])[] = [
  ['here', [], held],
  ['jobs-list', ['jobs', 'list'], ran],
  ['jobs-list', ['jobs', 'list', '--state', 'failed,success', '--agent', 'frontend'], untouched],
  ['jobs-show', ['jobs', 'show', '20250812-aaaaaa'], ran],
  ['jobs-show', ['jobs', 'show', 'FIX-001'], ran],
  ['jobs-logs', ['jobs', 'logs', 'aaaaaa'], ran],
  ['jobs-cancel', ['jobs', 'cancel', 'dddddd'], { files: FILES, journals: { '20250812-dddddd': journal(createdEvent()) } }],
  ['jobs-retry', ['jobs', 'retry', 'bbbbbb'], ran],
  ['jobs-prune', ['jobs', 'prune', '--older-than', '0'], ran],
  ['report-cost', ['report', 'cost', '--by', 'task'], ran],
  ['report-cost', ['report', 'cost'], untouched],
  ['report-cost', ['report', 'cost', '--plan'], agents],
  ['board', ['board'], held],
  ['board', ['board'], ran],
  ['notify', ['notify'], channels],
  ['notify', ['notify', 'here', 'Ready', 'at', 'last'], channels],
  ['dispatch', ['dispatch', '--dry-run'], untouched],
  ['here', [], untouched],
  ['status', ['status'], held],
  ['status', ['status', '--blockers'], held],
  ['status', ['status'], { files: { 'deployment/coord.yaml': 'protocol: 1\n' } }],
  ['next', ['next', '--count', '1'], untouched],
  ['next', ['next', '--why', '--resume'], held],
  ['show', ['show', 'UI-004'], held],
  ['show', ['show', 'OLD-001'], untouched],
  ['show', ['show', 'HALF-001'], held],
  ['show', ['show', 'api/server.ts'], untouched],
  ['show', ['show', '2025-08-09-json-e5f6'], untouched],
  ['decide-list', ['decide', 'list', '--all'], untouched],
  ['list', ['list'], untouched],
  ['graph', ['graph', '--critical'], untouched],
  ['graph', ['graph', '--agents'], untouched],
  ['agents', ['agents'], held],
  ['agents', ['agents', '--health'], agents],
  ['as', ['as'], { ...untouched, agentVariable: 'frontend' }],
  ['as', ['as', 'Backend Agent'], untouched],
  ['claim', ['claim', 'FIX-001', '--as', 'frontend'], untouched],
  ['claim', ['claim', 'FIX-001', '--as', 'frontend'], held],
  ['claim', ['claim', 'API-001', '--as', 'backend', '--take-over'], { ...held, files: { 'deployment/coord.yaml': COORD, 'deployment/tasks/queue.yaml': FILES['deployment/tasks/queue.yaml'] } }],
  ['handoff-list', ['handoff', 'list', '--as', 'backend'], untouched],
  ['handoff-list', ['handoff', 'list', '--all'], untouched],
  ['handoff-show', ['handoff', 'show', 'OLD-001'], untouched],
  ['handoff-ack', ['handoff', 'ack', 'c3d4', '--as', 'frontend'], untouched],
  ['resolve', ['resolve'], { files: { ...FILES, 'deployment/tasks/A-1.yaml': 'id: A-1\n<<<<<<< ours\ntask: One\n=======\ntask: { two: [3] }\n>>>>>>> theirs\n' } }],
  ['merge-driver', ['merge-driver', 'base', 'ours', 'theirs', 'deployment/tasks/A-1.yaml'], { files: { ...FILES, base: 'id: A-1\n', ours: 'id: A-1\ntask: One\n', theirs: 'id: A-1\ntask: Two\n' } }],
  ['release', ['release', 'FIX-001', '--as', 'frontend'], held],
  ['prime', ['prime', '--as', 'frontend'], held],
  ['report-standup', ['report', 'standup', '--since', '2025-08-01'], held],
  ['report-collect', ['report', 'collect'], held],
  ['plan', ['plan', '--conflicts'], held],
  ['plan', ['plan'], held],
  ['plan', ['plan', '--agent', 'backend'], untouched],
  ['report-progress', ['report', 'progress'], held],
  ['report-pages', ['report', 'pages'], untouched],
  ['report-pages', ['report', 'pages', '--check'], untouched],
  ['validate', ['validate'], untouched],
  ...['mermaid', 'dot', 'csv', 'ics', 'queue', 'progress', 'github', 'task-master'].map((form) => ['export', ['export', form], untouched] as const),
  ['export-codeowners', ['export', 'codeowners'], untouched],
  ['import', ['import', 'PLAN.md', '--dry-run'], { files: { ...FILES, 'PLAN.md': PLAN } }],
  ['import', ['import', 'PLAN.md'], { files: { ...FILES, 'PLAN.md': PLAN } }],
  ['run', ['run'], untouched],
  ['run', ['run', 'reviewer', '--help'], agents],
  ['run', ['run', 'reviewer', '--most', '3'], agents],
  ['run', ['run', 'reviewer', '--most', '3', '--task', 'FIX-001'], { ...agents, runner: memoryRunner(() => ({ end: { exitCode: null, stopped: 'timeout', leftovers: 1 } })) }],
  ['converse', ['converse'], { files: FILES, drafts: { '-': printAssignment(ASSIGNMENT) }, models: memoryModels([{ answer: { content: [{ type: 'text', text: 'Done.' }], stopReason: 'end_turn', tokens: { input: 1, output: 2, cached: 3, written: 1 } } }]) }],
  ['review', ['review'], { files: FILES, drafts: { '-': REVIEW } }],
  ['review', ['review'], { files: FILES, drafts: { '-': REVIEW.replace('"base":null', '"base":null,"range":"x"').replace('"range":null,', '') } }],
  ['converse', ['converse'], { files: FILES, drafts: { '-': printAssignment({ ...ASSIGNMENT, turns: null, costUsd: 0 }) }, models: memoryModels([]) }],
  ['run', ['run', 'generator', '--entity', 'product.yaml'], { ...untouched, runner: memoryRunner(() => ({ prints: ['{"type":"result","reason":"exit","message":"no","output":null,"session":"s","tokens":null,"cost_usd":null}'] })) }],
  ['generate', ['generate'], { files: { ...FILES, 'product.yaml': PRODUCT }, drafts: { '-': printGeneration({ ...GENERATION, input: { ...GENERATION.input, set: 'node' } }) } }],
  ['generate', ['generate'], { files: { ...FILES, 'product.yaml': PRODUCT, 'src/product/product.sql': '' }, drafts: { '-': printGeneration({ ...GENERATION, input: { ...GENERATION.input, set: 'node', dry_run: true } }) } }],
  ['generate', ['generate'], { files: FILES, drafts: { '-': printGeneration(GENERATION) } }],
  ['help', ['help'], untouched],
  ['help', ['help', 'claim'], untouched],
];

interface Envelope {
  readonly data: unknown;
  readonly problems: readonly unknown[];
}

async function asked(argv: readonly string[], ports: Ports): Promise<Envelope> {
  const { stdout } = await shell(VERBS, [...argv, '--json'], { ports });
  const answer: unknown = JSON.parse(stdout);
  expect(differences(validatorOf(ajv, 'answers/envelope.schema.json'), answer)).toEqual([]);
  return answer as Envelope;
}

function expectAnswer(schema: string, { data, problems }: Envelope): void {
  expect(data, JSON.stringify(problems)).not.toBeNull();
  expect(differences(validatorOf(ajv, `answers/${schema}.schema.json`), data)).toEqual([]);
}

describe.each(CALLS)('%s', (schema, argv, memory) => {
  test(`coord ${argv.join(' ')} --json`, async () => {
    expectAnswer(schema, await asked(argv, memoryPorts(memory)));
  });
});

test('verbs that write answer by their schemas too', async () => {
  const repository = teamRepository();
  const expectAsked = async (schema: string, ...argv: readonly string[]): Promise<void> => expectAnswer(schema, await asked(argv, await realPorts(repository)));
  await expectAsked('init', 'init');
  await expectAsked('as', 'as', 'frontend');
  await expectAsked('claim', 'claim');
  await expectAsked('progress', 'progress', '40', 'Half way');
  await expectAsked('release', 'release', 'FIX-001');
  await expectAsked('claim', 'claim', 'DOC-001', '--worktree');
  await expectAsked('doctor', 'doctor');
  await expectAsked('claim', 'claim', 'FIX-001');
  repository.write('web/index.html', '<p>It works.</p>');
  repository.commit('Fix the website');
  await expectAsked('done', 'done');
  await expectAsked('block', 'block', 'UI-004', 'The colours', '--on', 'human:alice', '--severity', 'P1');
  await expectAsked('unblock', 'unblock', 'UI-004', '--ack', '--as', 'backend');
  await expectAsked('unblock', 'unblock', 'UI-004', '--ack', '--as', 'backend');
  await expectAsked('unblock', 'unblock', 'UI-004', '--note', 'All blue');
  await expectAsked('decide-propose', 'decide', 'propose', 'Show bars', '--scope', 'web/**', '--why', 'They are read at a glance');
  await expectAsked('decide-comment', 'decide', 'comment', 'bars', 'So be it', '--as', 'backend');
  await expectAsked('decide-list', 'decide', 'list');
  await expectAsked('decide-accept', 'decide', 'accept', 'bars', '--as', 'frontend');
  await expectAsked('decide-propose', 'decide', 'propose', 'Show lines');
  await expectAsked('decide-accept', 'decide', 'accept', 'lines', '--note', 'For trends');
  await expectAsked('decide-supersede', 'decide', 'supersede', 'bars', 'lines');
  await expectAsked('decide-propose', 'decide', 'propose', 'Show pies');
  await expectAsked('decide-reject', 'decide', 'reject', 'pies');
  await expectAsked('handoff-new', 'handoff', 'new', 'FIX-001', '--to', 'backend', '--next', 'Test it', 'Deploy it');
  await expectAsked('handoff-ack', 'handoff', 'ack', 'FIX-001', '--as', 'backend');
  await expectAsked('block', 'block', 'UI-004', 'May it be red?', '--on', 'human:alice');
  await expectAsked('approve', 'approve', 'UI-004', '--no', '--note', 'Blue', '--as', 'human:alice');
  await expectAsked('status', 'status');
  await expectAsked('unblock', 'unblock', 'UI-004');
  await expectAsked('task-add', 'task', 'add', 'Sign it', '--id', 'SIGN-1', '--kind', 'gate', '--approvers', 'frontend', 'human:alice');
  await expectAsked('status', 'status');
  await expectAsked('show', 'show', 'SIGN-1');
  await expectAsked('approve', 'approve', 'SIGN-1');
  await expectAsked('task-add', 'task', 'add', 'Draw the axes', '--agent', 'frontend');
  await expectAsked('task-set', 'task', 'set', 'UI-004', 'priority=high');
  await expectAsked('task-split', 'task', 'split', 'UI-004', 'Fetch the figures', 'Draw the bars');
});

test('a refusal is an envelope without an answer, and says why', async () => {
  expect(await asked(['show', 'FIX-002'], memoryPorts(untouched))).toMatchObject({ coord: 1, data: null, problems: [{ code: 'no-such-task', severity: 'error', next: 'Did you mean FIX-001? All tasks: coord list' }] });
});

test('problems of files come with the answer, each with its place', async () => {
  expect((await asked(['list'], memoryPorts(untouched))).problems).toContainEqual(expect.objectContaining({ code: 'missing-dependency', file: 'deployment/tasks/queue.yaml', line: 6 }));
});

/** `hook` speaks the form of the program that calls it. */
const OWN_FORM = ['hook'];

test('every verb has the schema of its answer', () => {
  const missing = VERBS.map(({ name }) => name).filter((name) => !OWN_FORM.includes(name) && !readSchemas('answers').has(`${name.replace(' ', '-')}.schema.json`));
  expect(missing).toEqual([]);
});
