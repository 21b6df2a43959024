/** What each kind of runtime says, and what is made of it. The lines have the fields and the exit codes of the real programs. */
import { describe, expect, test } from 'vitest';
import { RUNTIMES } from '../../../../src/core/dispatch/runtimes/by-kind.ts';
import type { RunAnswer, RunRequest, RuntimeKind } from '../../../../src/core/dispatch/runtimes/runtime.ts';

type Case = readonly [what: string, answer: Partial<Omit<RunAnswer, 'lines'>> & { readonly says?: readonly unknown[] }, reason: string, message: string | null];

const FORM = { type: 'object' };

function read(kind: RuntimeKind, { says = [], ...more }: Case[1], output: RunRequest['output'] = null) {
  const lines = says.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return RUNTIMES[kind].read({ exitCode: 0, signal: null, stopped: null, tail: lines.join('\n').slice(-200), ...more, lines }, { output });
}

/** Of every kind. */
const STOPPED: readonly Case[] = [
  ['past its time', { exitCode: null, signal: 'SIGTERM', stopped: 'timeout' }, 'timeout', 'it took longer than it may'],
  ['past its time, and ended by itself then', { exitCode: 143, stopped: 'timeout' }, 'timeout', 'it took longer than it may'],
  ['too much memory', { exitCode: null, signal: 'SIGKILL', stopped: 'memory' }, 'memory', 'it took more memory than it may'],
  ['stopped', { exitCode: 0, stopped: 'cancelled' }, 'cancelled', 'it was stopped'],
  ['killed by somebody', { exitCode: null, signal: 'SIGKILL' }, 'killed', 'it was killed by SIGKILL'],
];

const INIT = { type: 'system', subtype: 'init', session_id: 's-1', mcp_servers: [{ name: 'coord', status: 'connected' }] };
const RESULT = { type: 'result', subtype: 'success', is_error: false, result: 'Done.', session_id: 's-1', num_turns: 3, total_cost_usd: 0.12, usage: { input_tokens: 100, cache_creation_input_tokens: 20, cache_read_input_tokens: 900, output_tokens: 50 } };

const CLAUDE: readonly Case[] = [
  ['a result', { says: [INIT, { type: 'assistant' }, RESULT] }, 'ok', null],
  ['the cap of turns', { exitCode: 1, says: [INIT, { ...RESULT, subtype: 'error_max_turns', is_error: true }] }, 'turn-cap', 'it took as many turns as it may'],
  ['the budget', { exitCode: 1, says: [INIT, { ...RESULT, subtype: 'error_max_budget_usd' }] }, 'budget', 'it cost as much as it may'],
  ['an error of the interface, called a success', { exitCode: 1, says: [INIT, { ...RESULT, is_error: true, result: 'API Error: 529 overloaded' }] }, 'api-error', 'API Error: 529 overloaded'],
  ['an error of the interface, in its list', { exitCode: 1, says: [INIT, { ...RESULT, is_error: true, result: null, errors: ['401 invalid key'] }] }, 'api-error', '401 invalid key'],
  ['our server did not start, and nobody says so but the first line', { says: [{ ...INIT, mcp_servers: [{ name: 'coord', status: 'failed' }] }, RESULT] }, 'server-failed', 'its server coord is failed'],
  ['another server did not start', { says: [{ ...INIT, mcp_servers: [{ name: 'other', status: 'failed' }] }, RESULT] }, 'ok', null],
  ['interrupted before it began: exit code 0, and nothing', {}, 'no-output', 'it ended without a result'],
  ['SIGTERM, told as an exit code', { exitCode: 143, says: [INIT] }, 'killed', 'it was killed by SIGTERM'],
  ['an exit code without a result', { exitCode: 1, says: ['Error: unknown option'] }, 'exit', 'it ended with exit code 1: Error: unknown option'],
  ['an exit code with a result', { exitCode: 2, says: [INIT, RESULT], tail: '' }, 'exit', 'it ended with exit code 2'],
];

const THREAD = { type: 'thread.started', thread_id: 't-1' };
const SAID = { type: 'item.completed', item: { type: 'agent_message', text: '{"ok":1}' } };
const TURN = { type: 'turn.completed', usage: { input_tokens: 1000, cached_input_tokens: 900, output_tokens: 50 } };

const CODEX: readonly Case[] = [
  ['a turn', { says: [THREAD, SAID, TURN] }, 'ok', null],
  ['a turn that failed', { exitCode: 1, says: [THREAD, { type: 'turn.failed', error: { message: 'stream disconnected' } }] }, 'api-error', 'stream disconnected'],
  ['the end before the turn was over', { says: [THREAD, SAID] }, 'no-output', 'it ended before its turn was over'],
  ['an exit code', { exitCode: 1, says: ['not logged in'] }, 'exit', 'it ended with exit code 1: not logged in'],
];

const ANSWER = JSON.stringify({ session_id: 'g-1', response: '{"ok":1}', stats: { models: { flash: { tokens: { prompt: 100, candidates: 5, thoughts: 2, cached: 40 } }, pro: { tokens: { prompt: 10, candidates: 1, cached: 0 } } } } }, null, 2).split('\n');

const GEMINI: readonly Case[] = [
  ['an answer over several lines', { says: ['Loaded cached credentials.', ...ANSWER] }, 'ok', null],
  ['an error', { exitCode: 1, says: [{ error: { type: 'ApiError', message: 'quota', code: 429 } }] }, 'api-error', 'quota'],
  ['an error without words', { exitCode: 1, says: [{ error: { code: 41 } }] }, 'api-error', 'it failed with code 41'],
  ['an error beside its output', { exitCode: 41, tail: `Warning: no colours\n${JSON.stringify({ session_id: 'g-1', error: { message: 'Invalid auth method', code: 41 } }, null, 2)}` }, 'api-error', 'Invalid auth method'],
  ['nothing', {}, 'no-output', 'it ended without an answer'],
  ['half an answer', { says: ANSWER.slice(0, 3) }, 'no-output', 'it ended without an answer'],
  ['an exit code', { exitCode: 52, says: ['bad settings'] }, 'exit', 'it ended with exit code 52: bad settings'],
];

const COMMAND: readonly Case[] = [
  ['exit code 0', { says: ['hello'] }, 'ok', null],
  ['an exit code', { exitCode: 3 }, 'exit', 'it ended with exit code 3'],
  ['an exit code with its reason', { exitCode: 3, says: ['x', { error: 'no disk' }] }, 'exit', 'no disk'],
  ['success that says it is none', { says: [{ ok: false, error: 'not today' }] }, 'exit', 'not today'],
];

const ENDED = { type: 'result', reason: 'ok', message: null, output: 'Done.', session: 'a-1', turns: 2, tokens: { input: 100, output: 5, cached: 20 }, cost_usd: 0.25 };

const ANTHROPIC: readonly Case[] = [
  ['a result', { says: ['model: I am done.', ENDED] }, 'ok', null],
  ['the cap of turns', { exitCode: 1, says: [{ ...ENDED, reason: 'turn-cap', message: 'it took as many turns as it may' }] }, 'turn-cap', 'it took as many turns as it may'],
  ['a refused key', { exitCode: 1, says: [{ ...ENDED, reason: 'api-error', message: '401: invalid key' }] }, 'api-error', '401: invalid key'],
  ['a model that speaks as if it were coord', { says: [`model: ${JSON.stringify({ ...ENDED, output: 'Mine.' })}`] }, 'no-output', 'it ended without a result'],
  ['a reason that there is not', { says: [{ ...ENDED, reason: 'constructor' }] }, 'no-output', 'it ended with a result that nobody can read'],
  ['an end before the result', { exitCode: 2, says: ['coord has no verb "converse".'] }, 'exit', 'it ended with exit code 2: coord has no verb "converse".'],
];

describe.each([
  ['anthropic', ANTHROPIC],
  ['command', COMMAND],
  ['claude', CLAUDE],
  ['codex', CODEX],
  ['gemini', GEMINI],
] as const)('%s', (kind, cases) => {
  test.each([...cases, ...STOPPED])('%s', (_, answer, reason, message) => {
    expect(read(kind, answer)).toMatchObject({ reason, message });
  });

  test('what strangers print is never taken for more than it says', () => {
    const hostile = ['{"type":"result"', '[1]', 'null', '{"__proto__":{"ok":false}}', { type: 'result', usage: 'x', total_cost_usd: -1, session_id: 5 }, { cost_usd: 'free', tokens: { input: -1 } }, { item: null, type: 'turn.completed', usage: [] }];
    expect(read(kind, { says: hostile })).toMatchObject({ cost_usd: null, cost_basis: 'unknown', session: null });
  });
});

test('what each tells of session, tokens and cost', () => {
  expect(read('claude', { says: [INIT, RESULT] })).toMatchObject({ output: 'Done.', session: 's-1', tokens: { input: 120, output: 50, cached: 900 }, cost_usd: 0.12, cost_basis: 'reported' });
  expect(read('codex', { says: [THREAD, SAID, TURN] })).toMatchObject({ output: '{"ok":1}', session: 't-1', tokens: { input: 100, output: 50, cached: 900 }, cost_usd: null, cost_basis: 'unknown' });
  expect(read('gemini', { says: ANSWER })).toMatchObject({ output: '{"ok":1}', session: 'g-1', tokens: { input: 70, output: 8, cached: 40 }, cost_usd: null, cost_basis: 'unknown' });
  expect(read('anthropic', { says: [ENDED] })).toMatchObject({ output: 'Done.', session: 'a-1', tokens: { input: 100, output: 5, cached: 20 }, cost_usd: 0.25, cost_basis: 'priced' });
  expect(read('command', { says: [{ output: [1], session: 'c-1', tokens: { input: 1, output: 2, cached: 0 }, cost_usd: 0.5 }] })).toMatchObject({ output: [1], session: 'c-1', tokens: { input: 1, output: 2, cached: 0 }, cost_usd: 0.5, cost_basis: 'reported' });
});

test('an answer of a form that was asked for, and one that never met it', () => {
  expect(read('claude', { says: [INIT, { ...RESULT, structured_output: { a: 1 } }] }, FORM)).toMatchObject({ reason: 'ok', output: { a: 1 } });
  expect(read('claude', { says: [INIT, RESULT] }, FORM)).toMatchObject({ reason: 'no-output', message: 'it gave no answer of the form asked for' });
  expect(read('codex', { says: [THREAD, SAID, TURN] }, FORM)).toMatchObject({ reason: 'ok', output: { ok: 1 } });
  expect(read('codex', { says: [THREAD, { type: 'item.completed', item: { type: 'agent_message', text: 'I cannot.' } }, TURN] }, FORM)).toMatchObject({ reason: 'no-output' });
  expect(read('gemini', { says: ANSWER }, FORM)).toMatchObject({ reason: 'ok', output: { ok: 1 } });
  expect(read('gemini', { says: [{ response: 'Sorry' }] }, FORM)).toMatchObject({ reason: 'no-output' });
});

const REQUEST: RunRequest = { run: null, prompt: 'Do it', model: 'm-1', turns: 7, costUsd: 2.5, worktree: '/work', tools: ['Read', 'Bash(git log *)'], output: FORM, session: 'u-1', own: { program: '/opt/coord', key: 'K', prices: {}, requestsPerMinute: 50, attempt: 1, commands: [], grounds: { agent: 'a', writes: [], task: null, territory: { owned: [], folder: 'deployment' } }, cwd: '/work' }, input: {}, config: {} };

test('how each is started', () => {
  expect(RUNTIMES.claude.plan(REQUEST)).toEqual({
    argv: ['claude', '-p', '--output-format', 'stream-json', '--verbose', '--session-id', 'u-1', '--permission-mode', 'dontAsk', '--allowedTools', 'Read,Bash(git log *)', '--max-turns', '7', '--max-budget-usd', '2.5', '--model', 'm-1', '--json-schema', '{"type":"object"}'],
    stdin: 'Do it',
  });
  expect(RUNTIMES.codex.plan(REQUEST)).toEqual({ argv: ['codex', 'exec', '--json', '--sandbox', 'workspace-write', '-C', '/work', '-c', 'approval_policy="never"', '-m', 'm-1', '-'], stdin: 'Do it' });
  expect(RUNTIMES.gemini.plan(REQUEST)).toEqual({ argv: ['gemini', '-p', 'Do it', '--output-format', 'json', '--approval-mode', 'auto_edit', '--skip-trust', '-m', 'm-1'], stdin: '' });
  expect(RUNTIMES.command.plan(REQUEST)).toBeNull();
  expect(RUNTIMES.command.plan({ ...REQUEST, run: ['./agent', '$(x)'] })).toEqual({ argv: ['./agent', '$(x)'], stdin: 'Do it' });
  expect(RUNTIMES.claude.plan({ ...REQUEST, run: ['npx', 'claude'] })?.argv.slice(0, 3)).toEqual(['npx', 'claude', '-p']);
});
