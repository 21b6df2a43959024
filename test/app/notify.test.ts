/** Who is told what, and what became of it. */
import { describe, expect, it } from 'vitest';
import { notify } from '../../src/app/notices/notify.ts';
import type { Notified } from '../../src/app/notices/notify.ts';
import type { Ports } from '../../src/app/ports.ts';
import type { Notice } from '../../src/core/notice/notice.ts';
import type { WatchEvent } from '../../src/core/watch/event.ts';
import { memoryNotices } from '../support/memory-notices.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { BLOCKED, common, OF_TASK } from '../support/watch-events.ts';

const FILES = {
  'deployment/coord.yaml': `protocol: 1
project: shop
team:
  frontend: { name: Frontend Agent, channel: web }
  backend: { name: Backend Agent, channel: api }
channels:
  web: { kind: slack, url_env: WEB_HOOK }
  api: { kind: webhook, url_env: API_HOOK, secret_env: API_KEY }
  script: { kind: command, run: [./tell, --fast], url_env: NOTION_TOKEN }
  here: { kind: terminal }
  job: { kind: summary }
  people: { where: "#people" }
`,
  'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\n',
  'deployment/tasks/API-1.yaml': 'id: API-1\ntask: Answer\nagent: backend\ndependencies: [UI-1]\n',
};

const DONE: WatchEvent = { ...common('done/UI-1'), event: 'task.done', ...OF_TASK };
const OPEN: WatchEvent = { ...common('open/UI-1'), event: 'gate.open', ...OF_TASK };
const RAISED: WatchEvent = { ...common('raised'), event: 'blocker.raised', ...BLOCKED, waitsOn: 'backend', calls: [] };

interface Told extends Notified {
  readonly shown: readonly Notice[];
  readonly waits: readonly number[];
}

async function told(ports: Ports, events: readonly WatchEvent[], channel: string | null = null): Promise<Told> {
  const opened = await ports.store.open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  const shown: Notice[] = [];
  const waits: number[] = [];
  const pausing = { ...ports.dispatching, pause: (milliseconds: number) => Promise.resolve(void waits.push(milliseconds)) };
  return { ...(await notify({ ...ports, dispatching: pausing }, opened.value, { events, channel, show: (notice) => shown.push(notice) })), shown, waits };
}

describe('notify', () => {
  it("tells the channels of those concerned: of an open gate those who wait for it, too", async () => {
    const notices = memoryNotices();
    const ports = memoryPorts({ files: FILES, notices });
    expect(await told(ports, [DONE, OPEN, RAISED])).toMatchObject({
      sent: [{ key: 'done/UI-1', channel: 'web' }, { key: 'open/UI-1', channel: 'web' }, { key: 'open/UI-1', channel: 'api' }, { key: 'raised', channel: 'api' }],
      skipped: [],
      failed: [],
    });
    expect(notices.posted.map(({ url, secret }) => [url, secret]).sort()).toEqual([['API_HOOK', 'API_KEY'], ['API_HOOK', 'API_KEY'], ['WEB_HOOK', null], ['WEB_HOOK', null]]);
    expect(JSON.parse(notices.posted.find(({ url }) => url === 'API_HOOK')?.body ?? '')).toEqual({
      type: 'gate.open',
      timestamp: '2025-08-12T12:00:00Z',
      data: { key: 'open/UI-1', project: 'shop', title: 'UI-1 is open: Show it', lines: ['What waited for it may begin: coord next'], severity: null, agents: ['frontend', 'backend'], task: 'UI-1', links: ['deployment/tasks/UI-1.yaml'], commit: null },
    });
  });

  it('tells nothing twice, and letters of one notice have one id', async () => {
    const notices = memoryNotices({ WEB_HOOK: [{ why: 'busy', status: 500, retryAfterSeconds: null }] });
    const ports = memoryPorts({ files: FILES, notices });
    expect(await told(ports, [DONE])).toMatchObject({ sent: [{ channel: 'web' }], waits: [expect.any(Number)] });
    expect(await told(ports, [DONE])).toMatchObject({ sent: [], skipped: [{ key: 'done/UI-1', channel: 'web', why: 'sent' }], failed: [] });
    expect(await told(ports, [DONE], 'api')).toMatchObject({ sent: [{ channel: 'api' }] });
    const [first, again, other] = notices.posted;
    expect([first?.id === again?.id, again?.id === other?.id]).toEqual([true, false]);
  });

  it('what fails at one channel fails at no other, and may be told later', async () => {
    const gone = { why: 'refused', status: 404, said: 'no_service' } as const;
    const ports = memoryPorts({ files: FILES, notices: memoryNotices({ WEB_HOOK: [gone] }) });
    expect(await told(ports, [OPEN])).toMatchObject({ sent: [{ channel: 'api' }], failed: [{ key: 'open/UI-1', channel: 'web', failure: gone }], waits: [] });
    expect(await told(ports, [OPEN])).toMatchObject({ sent: [{ channel: 'web' }], skipped: [{ channel: 'api', why: 'sent' }] });
  });

  it('a service that stays busy is given up after four tries', async () => {
    const busy = { why: 'busy', status: 503, retryAfterSeconds: 2 } as const;
    const notices = memoryNotices({ WEB_HOOK: Array.from({ length: 9 }, () => busy) });
    const { failed, waits } = await told(memoryPorts({ files: FILES, notices }), [DONE]);
    expect([failed, notices.posted.length, waits.length, waits.every((milliseconds) => milliseconds >= 2000)]).toEqual([[{ key: 'done/UI-1', channel: 'web', failure: busy }], 4, 3, true]);
  });

  it('a command gets it on standard input, and sees the variables that its channel names', async () => {
    const notices = memoryNotices();
    await told(memoryPorts({ files: FILES, notices }), [DONE], 'script');
    expect(notices.handled).toEqual([{ command: ['./tell', '--fast'], env: ['NOTION_TOKEN'], body: expect.stringContaining('"type":"task.done"') as string }]);
  });

  it('a terminal shows it; the page of a job holds it, in CI', async () => {
    const pages: string[] = [];
    const ports = memoryPorts({ files: FILES });
    const inCi: Ports = { ...ports, ci: { run: () => Promise.resolve({ service: 'github', change: null }), summarize: (page) => Promise.resolve(void pages.push(page)) } };
    expect((await told(ports, [DONE], 'here')).shown.map(({ title }) => title)).toEqual(['UI-1 is done: Show it']);
    expect(await told(ports, [DONE], 'job')).toMatchObject({ failed: [{ channel: 'job', failure: { why: 'no-summary' } }] });
    expect(await told(inCi, [DONE], 'job')).toMatchObject({ sent: [{ channel: 'job' }] });
    expect(pages).toEqual([expect.stringContaining('**UI-1 is done: Show it**')]);
  });

  it('says what nobody was told, and why', async () => {
    const bare = memoryPorts({ files: { 'deployment/coord.yaml': 'protocol: 1\nchannels: { people: {} }\n' } });
    expect(await told(bare, [DONE])).toMatchObject({ sent: [], skipped: [{ key: 'done/UI-1', channel: null, why: 'nowhere' }] });
    expect(await told(memoryPorts({ files: FILES }), [DONE], 'people')).toMatchObject({ sent: [{ channel: 'web' }], skipped: [{ channel: 'people', why: { why: 'people-only' } }] });
  });

  it('a burst is one notice', async () => {
    const notices = memoryNotices();
    const events = Array.from({ length: 30 }, (_, index): WatchEvent => ({ ...DONE, ...common(`done/${index}`), task: `T-${index}` }));
    const { sent } = await told(memoryPorts({ files: FILES, notices }), events);
    expect([sent.length, notices.posted.length]).toEqual([30, 1]);
    expect(notices.posted[0]?.body).toContain('30 things happened: 30 task.done');
  });
});
