import { expect, test } from 'vitest';
import { RUNTIMES } from '../../../../src/core/dispatch/runtimes/by-kind.ts';
import { countedLine, NO_SIGNS } from '../../../../src/core/dispatch/runtimes/signs.ts';
import type { RunSigns } from '../../../../src/core/dispatch/runtimes/signs.ts';

const after = (kind: keyof typeof RUNTIMES, ...lines: readonly (string | object)[]): RunSigns => lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).reduce(RUNTIMES[kind].signs, NO_SIGNS);
const assistant = (id: string, ...content: readonly object[]) => ({ type: 'assistant', message: { id, role: 'assistant', content } });

test('of a program of which nothing is known, the last line that says something', () => {
  expect(after('command', 'one', 'two', '  ')).toEqual({ ...NO_SIGNS, said: 'two' });
  expect(after('gemini', '{"response":')).toMatchObject({ said: '{"response":', turns: null });
});

test('of Claude Code, its words and tools, and turns by message', () => {
  const text = { type: 'text', text: 'I look.' };
  const tool = { type: 'tool_use', name: 'Read', input: {} };
  expect(after('claude', { type: 'system' }, 'no JSON')).toEqual(NO_SIGNS);
  expect(after('claude', assistant('m1', text), assistant('m1', tool))).toMatchObject({ said: 'uses Read', turns: 1, cost: null });
  expect(after('claude', assistant('m1', tool), { type: 'user', message: { role: 'user', content: [] } }, assistant('m2', { type: 'thinking' }))).toMatchObject({ said: 'uses Read', turns: 2 });
  expect(after('claude', assistant('m1'), { type: 'assistant', message: { role: 'assistant', id: 'm2', content: 'none' } })).toMatchObject({ said: null, turns: 2 });
});

test('of Codex, its items, and turns that completed', () => {
  expect(after('codex', { type: 'item.started', item: { type: 'command_execution', command: 'npm test' } })).toMatchObject({ said: 'npm test', turns: null });
  expect(after('codex', { type: 'item.completed', item: { type: 'agent_message', text: 'Done.' } }, { type: 'turn.completed', usage: {} })).toMatchObject({ said: 'Done.', turns: 1 });
});

test('of a conversation, what is said and counted; no model can count', () => {
  expect(after('anthropic', 'model: I look.', countedLine(2, 0.25), 'tool:  read_file {"path":"a"}')).toMatchObject({ said: 'read_file {"path":"a"}', turns: 2, cost: 0.25 });
  expect(after('anthropic', `model: ${countedLine(9, 9)}`)).toMatchObject({ turns: null, cost: null });
  expect(after('anthropic', countedLine(1, null), 'coord: waits 4 s')).toMatchObject({ said: 'waits 4 s', turns: 1, cost: null });
});
