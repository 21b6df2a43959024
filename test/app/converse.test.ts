/** Conversations with models in memory, in a repository in memory. */
import { describe, expect, test } from 'vitest';
import { converse } from '../../src/app/agents/converse.ts';
import type { ConversationNews } from '../../src/app/agents/converse.ts';
import type { Ports } from '../../src/app/ports.ts';
import type { Assignment } from '../../src/core/dispatch/model/assignment.ts';
import type { ModelAnswer, ModelFailure } from '../../src/core/dispatch/model/message.ts';
import { refused } from '../../src/core/problem/refusal.ts';
import { conversationLine } from '../../src/present/agents/converse.ts';
import { ASSIGNMENT } from '../support/an-assignment.ts';
import { memoryModels } from '../support/memory-models.ts';
import type { MemoryModels, Reply } from '../support/memory-models.ts';
import { memoryPorts } from '../support/memory-ports.ts';

const tokens = { input: 100, output: 10, cached: 0, written: 0 };
const says = (text: string): Reply => ({ answer: { content: [{ type: 'text', text }], stopReason: 'end_turn', tokens } });
const uses = (...calls: readonly (readonly [name: string, input: unknown])[]): Reply => ({ answer: { content: calls.map(([name, input], index) => ({ type: 'tool_use', id: `t-${index}`, name, input })), stopReason: 'tool_use', tokens } });
const fails = (kind: ModelFailure['kind'], retryAfterSeconds: number | null = null): Reply => ({ failure: { kind, message: `${kind}!`, retryAfterSeconds } });

const FILES = { 'deployment/tasks/API-1.yaml': 'id: API-1\n', 'api/a.ts': 'one\ntwo\n', 'web/b.ts': 'theirs\n' };

interface Told {
  readonly ports: Ports;
  readonly models: MemoryModels;
  readonly pauses: readonly number[];
  readonly lines: readonly string[];
  readonly run: (more?: Partial<Assignment>) => ReturnType<typeof converse>;
}

function talk(script: readonly Reply[], options: Parameters<typeof memoryModels>[1] = {}): Told {
  const models = memoryModels(script, options);
  const memory = memoryPorts({ files: FILES, models, git: { search: (pattern) => Promise.resolve(refused('bad-pattern', { pattern, reason: 'Unmatched (' })), filesBelow: () => Promise.resolve(['api/a.ts']) } });
  const pauses: number[] = [];
  const lines: string[] = [];
  const ports: Ports = { ...memory, dispatching: { ...memory.dispatching, pause: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)) }, processes: { run: (command) => Promise.resolve({ exitCode: 1, timedOut: false, seconds: 1, tail: `ran ${command.join(' ')}` }) } };
  return { ports, models, pauses, lines, run: (more = {}) => converse(ports, { ...ASSIGNMENT, ...more }, (news: ConversationNews) => void lines.push(conversationLine(news))) };
}

/** What the tools answered, in the request after they were used. */
const results = ({ models }: Told): unknown => (models.asked[1]?.messages.at(-1)?.content ?? []).map(({ content, is_error: isError }) => [content, isError ?? false]);

describe('tools', () => {
  test('read, look, change and run, within the bounds of the agent', async () => {
    const told = talk([
      uses(['read_file', { path: 'api/a.ts', from: 2 }], ['list_files', {}], ['search', { pattern: '(' }], ['edit_file', { path: 'api/a.ts', old: 'two', new: 'three' }], ['write_file', { path: 'api/new.ts', text: 'new\n' }], ['run_command', { name: 'unit' }]),
      says('Done.'),
    ]);
    expect(await told.run()).toMatchObject({ reason: 'ok', output: 'Done.', turns: 2, cost: 0.0006 });
    expect(results(told)).toEqual([
      ['2\ttwo', false],
      ['api/a.ts', false],
      ['Unmatched (', true],
      ['Changed.', false],
      ['Written.', false],
      ['It ended with exit code 1.\nran npm test', false],
    ]);
    expect([await told.ports.files.read('api/a.ts'), await told.ports.files.read('api/new.ts')]).toEqual(['one\nthree\n', 'new\n']);
  });

  test.each([
    ['edit_file', { path: 'web/b.ts', old: 'theirs', new: 'mine' }, 'web/b.ts is not yours to change'],
    ['write_file', { path: 'web/b.ts', text: 'mine' }, 'web/b.ts is not yours to change'],
    ['write_file', { path: 'README.md', text: 'mine' }, 'README.md is not yours to change'],
    ['write_file', { path: 'deployment/coord.yaml', text: 'mine' }, 'deployment/coord.yaml is not yours to change'],
    ['edit_file', { path: 'api/none.ts', old: 'a', new: 'b' }, 'There is no file api/none.ts'],
    ['edit_file', { path: 'api/a.ts', old: 'three', new: 'b' }, 'The piece to replace does not stand in the file: read it again'],
    ['read_file', { path: 'api/none.ts' }, 'There is no file api/none.ts'],
    ['read_file', { path: '../secret' }, '../secret lies outside of the repository'],
  ])('%s %j is told why not, and nothing changes', async (name, input, why) => {
    const told = talk([uses([name, input]), says('I cannot.')]);
    await told.run();
    expect(results(told)).toEqual([[why, true]]);
    for (const [path, text] of Object.entries(FILES)) expect(await told.ports.files.read(path)).toBe(text);
    expect(await told.ports.files.has('README.md')).toBe(false);
  });

  test('its own task and new handoffs are its own to write', async () => {
    const told = talk([uses(['edit_file', { path: 'deployment/tasks/API-1.yaml', old: 'id: API-1\n', new: 'id: API-1\nnotes: x\n' }], ['write_file', { path: 'deployment/handoffs/h.md', text: '---\n---\n' }]), says('Done.')]);
    await told.run();
    expect(results(told)).toEqual([['Changed.', false], ['Written.', false]]);
  });
});

describe('a service that fails', () => {
  test('is asked again, later each time and as late as it says', async () => {
    const told = talk([fails('busy'), fails('cut-off'), fails('busy', 10), says('Done.')]);
    expect(await told.run()).toMatchObject({ reason: 'ok', turns: 1 });
    const chance = 0.5 + 0xabababab / 0xffffffff / 2;
    expect(told.pauses).toEqual([1000 * chance, 2000 * chance, 10_000 + 1000 * chance].map(Math.round));
    expect(told.lines).toEqual(['coord: waits 1 s: busy!', 'coord: waits 2 s: cut-off!', 'coord: waits 11 s: busy!', 'model: Done.', 'coord: so far 1 turn, $0.0003']);
  });

  test('is given up at once where it refuses, in the end where it does not recover', async () => {
    expect(await talk([fails('refused'), says('Done.')]).run()).toMatchObject({ reason: 'api-error', message: 'refused!', turns: 0 });
    const told = talk(Array.from({ length: 9 }, () => fails('silent')));
    expect(await told.run()).toMatchObject({ reason: 'api-error', message: 'silent!' });
    expect(told.models.asked).toHaveLength(6);
  });

  test('nobody asks without a key', async () => {
    const told = talk([says('Done.')], { hasKey: false });
    expect(await told.run()).toMatchObject({ reason: 'api-error', message: 'there is no key: SHOP_KEY is not set' });
    expect(told.models.asked).toEqual([]);
  });
});

test('it waits its turn among all who ask, and says so where that is long', async () => {
  const told = talk([says('Done.')], { waits: [20, 4000] });
  await told.run();
  expect(told.pauses).toEqual([20, 4000]);
  expect(told.lines[0]).toBe('coord: waits 4 s, since as many requests were made in this minute as may be');
});

describe('answers of the last hour', () => {
  const script = [uses(['read_file', { path: 'api/a.ts' }]), says('Done.')];

  test('are taken for the same questions: nothing is asked, and it costs nothing', async () => {
    const told = talk(script);
    await told.run();
    const again = await told.run();
    expect(again).toMatchObject({ reason: 'ok', output: 'Done.', turns: 2, cost: 0, tokens: { input: 0 } });
    expect(told.models.asked).toHaveLength(2);
    expect(told.lines.slice(4)).toEqual(['coord: it was asked the same within the last hour: that answer is taken', 'coord: so far 1 turn, $0.0000', 'tool:  read_file {"path":"api/a.ts"}', 'coord: it was asked the same within the last hour: that answer is taken', 'coord: so far 2 turns, $0.0000']);
  });

  test('are not asked for the second time, nor kept where they led to nothing', async () => {
    const told = talk([...script, ...script]);
    await told.run();
    await told.run({ recalls: false });
    expect(told.models.asked).toHaveLength(4);
    const empty = talk([uses(['read_file', { path: 'api/a.ts' }]), says('')]);
    await empty.run();
    expect([empty.models.asked.length, empty.models.kept.size]).toEqual([2, 0]);
  });
});

test('what a model says stands behind its name, line by line, whatever it says', async () => {
  const told = talk([{ answer: { content: [{ type: 'text', text: 'I\n{"type":"result","reason":"ok"}\n\u001B[2J' }], stopReason: 'end_turn', tokens } satisfies ModelAnswer }]);
  await told.run();
  expect(told.lines.slice(0, 2)).toEqual(['model: I', 'model: {"type":"result","reason":"ok"}']);
  expect(told.lines.join('')).not.toContain('\u001B');
});
