/** The interface's own library against a service on this machine: every way in which an answer comes, or does not. */
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createModels } from '../../../src/adapters/model/models.ts';
import type { Models } from '../../../src/app/ports/model-port.ts';
import type { ModelRequest } from '../../../src/core/dispatch/model/message.ts';
import { speech, startModelServer, toolUse } from '../../support/model-server.ts';
import type { ModelServer, Scripted } from '../../support/model-server.ts';
import { makeFolder } from '../../support/repository.ts';
import { NOON } from '../../support/shell.ts';

const KEY = 'key-of-nobody-0123';
const REQUEST: ModelRequest = {
  model: 'big',
  max_tokens: 100,
  system: 'You are a test.',
  tools: [{ name: 'write_file', description: 'Writes.', input_schema: { type: 'object' } }],
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Go.' }] }],
  cache_control: { type: 'ephemeral' },
  output_config: { format: { type: 'json_schema', schema: { type: 'string' } } },
};

let server: ModelServer | null = null;

beforeEach(() => {
  process.env['TEST_MODEL_KEY'] = KEY;
});

afterEach(async () => {
  await server?.close();
  server = null;
  delete process.env['ANTHROPIC_BASE_URL'];
});

/** `silence`: far longer than a local answer takes, where nothing is to be silent. */
async function modelsAt(script: readonly Scripted[], silence = 60_000): Promise<Models> {
  server = await startModelServer(script);
  process.env['ANTHROPIC_BASE_URL'] = server.url;
  const models = createModels({ commonDir: makeFolder() }, silence);
  expect(await models.takeKey('TEST_MODEL_KEY')).toBe(true);
  return models;
}

async function ask(script: readonly Scripted[], silence?: number) {
  const said: string[] = [];
  const models = await modelsAt(script, silence);
  const reply = await models.ask({ request: REQUEST, onText: (text) => said.push(text) });
  return { reply, said };
}

describe('an answer', () => {
  it('comes in pieces, with what it used', async () => {
    const { reply, said } = await ask([speech('Hello, this is a longer answer.', { usage: { input: 100, output: 20, cached: 7, written: 30 } })]);
    expect(reply).toEqual({ answer: { content: [{ type: 'text', text: 'Hello, this is a longer answer.' }], stopReason: 'end_turn', tokens: { input: 130, output: 20, cached: 7, written: 30 } } });
    expect(said.length).toBeGreaterThan(1);
    expect(said.join('')).toBe('Hello, this is a longer answer.');
  });

  it('asks for tools, with an input that came in pieces too', async () => {
    const { reply } = await ask([toolUse('write_file', { path: 'a.txt', text: 'x\n"y"' }, { text: 'I write it.' })]);
    expect(reply).toMatchObject({ answer: { stopReason: 'tool_use', content: [{ type: 'text' }, { type: 'tool_use', id: 'toolu_0', name: 'write_file', input: { path: 'a.txt', text: 'x\n"y"' } }] } });
  });

  it.each(['max_tokens', 'refusal', 'pause_turn', 'model_context_window_exceeded'])('ends with %s', async (stop) => {
    expect((await ask([speech('I', { stop })])).reply).toMatchObject({ answer: { stopReason: stop } });
  });

  it('was asked for as it is meant, with the key in its header and nowhere else', async () => {
    await ask([speech('Yes.')]);
    const [heard] = server?.heard ?? [];
    const { headers, body } = heard ?? {};
    expect(body).toEqual({ ...REQUEST, stream: true });
    expect(JSON.stringify(headers)).toContain(KEY);
    expect(JSON.stringify(body)).not.toContain(KEY);
    expect(process.env['TEST_MODEL_KEY']).toBeUndefined();
  });
});

describe('no answer, and why', () => {
  const refusal = (status: number, type: string, headers: Readonly<Record<string, string>> = {}): Scripted => ({ is: 'refusal', status, type, message: `no: ${type}`, headers });

  it.each([
    ['a wrong key', refusal(401, 'authentication_error'), { kind: 'refused', message: '401: no: authentication_error', retryAfterSeconds: null }],
    ['a wrong request', refusal(400, 'invalid_request_error'), { kind: 'refused', message: '400: no: invalid_request_error' }],
    ['too many requests', refusal(429, 'rate_limit_error', { 'retry-after': '7' }), { kind: 'busy', message: '429: no: rate_limit_error', retryAfterSeconds: 7 }],
    ['too much to do', refusal(529, 'overloaded_error'), { kind: 'busy', message: '529: no: overloaded_error', retryAfterSeconds: null }],
    ['a bug of its own', refusal(500, 'api_error', { 'retry-after': 'soon' }), { kind: 'busy', retryAfterSeconds: null }],
    ['too much to do, said in the middle', { is: 'broken', type: 'overloaded_error', message: 'Overloaded' }, { kind: 'busy', message: 'Overloaded' }],
    ['what it refuses in the middle', { is: 'broken', type: 'invalid_request_error', message: 'No' }, { kind: 'refused', message: 'No' }],
    ['a stream that ends before its end', { ...speech('Half of it'), is: 'cut', after: 4 }, { kind: 'cut-off' }],
    ['a line that is cut before anything came', { ...speech('Nothing'), is: 'cut', after: 0 }, { kind: 'unreachable' }],
    ['an event that is no JSON', { is: 'garbage', where: 'event' }, { kind: 'unreadable' }],
    ['half an input of a tool, as if it were whole', { is: 'garbage', where: 'tool' }, { kind: 'unreadable' }],
  ] as const)('%s', async (_, scripted, failure) => {
    expect((await ask([scripted])).reply).toMatchObject({ failure });
    expect(server?.heard).toHaveLength(1);
  });

  it.each(['nothing', 'start'] as const)('silence after %s', async (after) => {
    expect((await ask([{ is: 'silence', after }], 200)).reply).toMatchObject({ failure: { kind: 'silent', message: 'it said nothing for too long' } });
  });

  it('nobody there', async () => {
    const models = await modelsAt([]);
    await server?.close();
    expect(await models.ask({ request: REQUEST, onText: () => undefined })).toMatchObject({ failure: { kind: 'unreachable', message: expect.stringContaining('ECONNREFUSED') as unknown } });
  });

  it('no message repeats the key', async () => {
    const { reply } = await ask([{ is: 'refusal', status: 401, type: 'authentication_error', message: `no such key: ${KEY}` }]);
    expect(reply).toMatchObject({ failure: { message: '401: no such key: [redacted]' } });
  });
});

describe('answers of the last hour', () => {
  const ANSWER = { content: [{ type: 'text', text: 'Yes.' }], stopReason: 'end_turn', tokens: { input: 1, output: 1, cached: 0, written: 0 } };
  const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

  it('are given again to the same question, for an hour, and to no other', async () => {
    const models = createModels({ commonDir: makeFolder() });
    expect(await models.recall(REQUEST, NOON)).toBeNull();
    await models.keep(REQUEST, ANSWER, NOON);
    expect(await models.recall(REQUEST, later(59))).toEqual(ANSWER);
    expect(await models.recall(REQUEST, later(60))).toBeNull();
    expect(await models.recall(REQUEST, later(-1))).toBeNull();
    expect(await models.recall({ ...REQUEST, model: 'small' }, NOON)).toBeNull();
    await models.forget(REQUEST);
    expect(await models.recall(REQUEST, NOON)).toBeNull();
  });

  it('are of one service', async () => {
    const commonDir = makeFolder();
    await createModels({ commonDir }).keep(REQUEST, ANSWER, NOON);
    process.env['ANTHROPIC_BASE_URL'] = 'http://127.0.0.1:1';
    expect(await createModels({ commonDir }).recall(REQUEST, NOON)).toBeNull();
  });

  it('are for this user alone, leave with their hour, and may be broken', async () => {
    const commonDir = makeFolder();
    const folder = join(commonDir, 'coord/answers');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'old.json'), '{');
    utimesSync(join(folder, 'old.json'), later(-61), later(-61));
    const models = createModels({ commonDir });
    await models.keep(REQUEST, ANSWER, NOON);
    const [name = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, name)).mode & 0o777]).toEqual([0o700, 0o600]);
    for (const broken of ['[]', '{', `{"at":${NOON.getTime()},"answer":{"content":"x"}}`]) {
      writeFileSync(join(folder, name), broken);
      expect(await models.recall(REQUEST, NOON)).toBeNull();
    }
  });
});

it('requests are counted over all that make them in this repository', async () => {
  const commonDir = makeFolder();
  const [one, other] = [createModels({ commonDir }), createModels({ commonDir })];
  const at = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);
  expect([await one.admit(2, at(0)), await other.admit(2, at(10)), await one.admit(2, at(20)), await other.admit(2, at(59))]).toEqual([0, 0, 40_000, 1000]);
  expect(await other.admit(2, at(60))).toBe(0);
  expect(await one.admit(2, at(61))).toBe(9000);
});
