/** Letters to a real server on this machine, with all that can become of them. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { postLetter } from '../../../src/adapters/notices/post-letter.ts';
import type { Letter } from '../../../src/app/ports/notice-port.ts';
import { startNoticeServer, status } from '../../support/notice-server.ts';
import type { Answer, NoticeServer } from '../../support/notice-server.ts';

const KEY = `whsec_${Buffer.from('a key of thirty-two bytes, or so').toString('base64')}`;
const PATH = '/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX';
const LETTER: Letter = { url: 'HOOK_URL', secret: null, id: 'msg_1', body: '{"title":"Schöne Grüße"}' };
const SIGNED: Letter = { ...LETTER, secret: 'HOOK_KEY' };

const servers: NoticeServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serving(...script: readonly Answer[]): Promise<NoticeServer> {
  const server = await startNoticeServer(...script);
  servers.push(server);
  return server;
}

const post = (letter: Letter, env: NodeJS.ProcessEnv, timeoutSeconds = 60) => postLetter(letter, { env, now: () => new Date(), timeoutSeconds });

async function posted(...script: readonly Answer[]) {
  const server = await serving(...script);
  return { end: await post(SIGNED, { HOOK_URL: `${server.url}${PATH}?token=query-secret`, HOOK_KEY: KEY }), server };
}

describe('a letter', () => {
  it('arrives, signed so that the library of Standard Webhooks knows it for ours, and nobody without the key', async () => {
    const { end, server } = await posted();
    expect(end).toBeNull();
    const [heard] = server.heard;
    const headers = Object.fromEntries(Object.entries(heard?.headers ?? {}).map(([name, value]) => [name, String(value)]));
    expect(heard).toMatchObject({ path: `${PATH}?token=query-secret`, body: LETTER.body });
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'msg_1' });
    expect(new Webhook(KEY).verify(heard?.body ?? '', headers)).toEqual({ title: 'Schöne Grüße' });
    expect(() => new Webhook(`whsec_${Buffer.from('another').toString('base64')}`).verify(heard?.body ?? '', headers)).toThrow();
    expect(() => new Webhook(KEY).verify('{"title":"changed"}', headers)).toThrow();
  });

  it('is signed by a key of any other form as it stands', async () => {
    const server = await serving();
    expect(await post(SIGNED, { HOOK_URL: server.url, HOOK_KEY: 'correct horse' })).toBeNull();
    const headers = Object.fromEntries(Object.entries(server.heard[0]?.headers ?? {}).map(([name, value]) => [name, String(value)]));
    expect(new Webhook('correct horse', { format: 'raw' }).verify(LETTER.body, headers)).toEqual({ title: 'Schöne Grüße' });
  });

  it('is not signed where no key is named, and says by name and password of the address who sends it', async () => {
    const server = await serving();
    expect(await post(LETTER, { HOOK_URL: server.url.replace('//', '//ann:p%40ss@') })).toBeNull();
    expect(server.heard[0]?.headers).toMatchObject({ authorization: `Basic ${Buffer.from('ann:p@ss').toString('base64')}` });
    expect(server.heard[0]?.headers).not.toHaveProperty('webhook-signature');
  });

  it.each([
    ['no address', SIGNED, { HOOK_KEY: KEY }, { why: 'not-set', variable: 'HOOK_URL' }],
    ['no key: nothing is sent unsigned', SIGNED, { HOOK_URL: 'http://127.0.0.1:1' }, { why: 'not-set', variable: 'HOOK_KEY' }],
    ['another protocol', LETTER, { HOOK_URL: 'file:///etc/passwd' }, { why: 'no-address', variable: 'HOOK_URL' }],
    ['no address at all', LETTER, { HOOK_URL: 'hooks.example.com/abc' }, { why: 'no-address', variable: 'HOOK_URL' }],
    ['a broken password', LETTER, { HOOK_URL: 'http://ann:%zz@127.0.0.1:1' }, { why: 'no-address', variable: 'HOOK_URL' }],
  ])('is not sent with %s', async (_, letter, env, end) => {
    expect(await post(letter, env)).toEqual(end);
  });

  it.each([
    ['204', status(204), null],
    ['200 with an answer that never ends', flooding(200), null],
    ['200 with an answer that breaks off', breaking(200), null],
    ['400, with what it says', status(400, {}, 'invalid_payload\n'), { why: 'refused', status: 400, said: 'invalid_payload' }],
    ['404', status(404), { why: 'refused', status: 404, said: '' }],
    ['404 with an answer that never ends', flooding(404), { why: 'refused', status: 404, said: 'x'.repeat(200) }],
    ['404 with control characters', status(404, {}, '\u001B[2Jno\r\nservice'), { why: 'refused', status: 404, said: '<U+001B>[2Jno service' }],
    ['410', status(410), { why: 'refused', status: 410, said: '' }],
    ['408', status(408), { why: 'busy', status: 408, retryAfterSeconds: null }],
    ['429 with a time', status(429, { 'retry-after': '30' }), { why: 'busy', status: 429, retryAfterSeconds: 30 }],
    ['429 with a date that is past', status(429, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), { why: 'busy', status: 429, retryAfterSeconds: null }],
    ['429 with no time at all', status(429, { 'retry-after': 'soon' }), { why: 'busy', status: 429, retryAfterSeconds: null }],
    ['503', status(503), { why: 'busy', status: 503, retryAfterSeconds: null }],
  ] as const)('%s', async (_, answer, end) => {
    expect((await posted(answer)).end).toEqual(end);
  });

  it('follows no redirect: a key is not carried elsewhere', async () => {
    const other = await serving();
    const { end } = await posted(status(307, { location: other.url }));
    expect([end, other.heard]).toEqual([{ why: 'redirected', status: 307 }, []]);
  });

  it('a connection that breaks before the answer', async () => {
    expect((await posted((response) => response.destroy())).end).toEqual({ why: 'unreachable', code: 'ECONNRESET' });
  });

  it('nothing listens', async () => {
    const port = await freePort();
    expect(await post(LETTER, { HOOK_URL: `http://127.0.0.1:${port}${PATH}` })).toEqual({ why: 'unreachable', code: 'ECONNREFUSED' });
  });

  it('no answer: it is given up in time, and what comes later harms nothing', async () => {
    const server = await serving(() => undefined);
    expect(await post(LETTER, { HOOK_URL: server.url }, 0.2)).toEqual({ why: 'silent', seconds: 0.2 });
  });

  it('a refusal that never comes to its end is one in time', async () => {
    const server = await serving((response) => response.writeHead(403).write('no'));
    expect(await post(LETTER, { HOOK_URL: server.url }, 3)).toEqual({ why: 'refused', status: 403, said: '' });
  });

  it('no failure tells the address or the key, though the answer repeats them', async () => {
    const { end } = await posted((response, { path, headers }) => response.writeHead(400).end(`bad path ${path} at ${headers.host ?? ''} for ${KEY}; XXXXXXXXXXXXXXXXXXXXXXXX`));
    expect(end).toMatchObject({ why: 'refused', said: expect.stringContaining('bad path') as string });
    for (const secret of ['XXXXXXXX', 'T00000000', 'query-secret', KEY, '127.0.0.1']) expect(JSON.stringify(end)).not.toContain(secret);
  });
});

function flooding(code: number): Answer {
  return (response) => {
    response.writeHead(code);
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  };
}

function breaking(code: number): Answer {
  return (response) => {
    response.writeHead(code, { 'content-length': '100' });
    response.write('some', () => response.destroy());
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
