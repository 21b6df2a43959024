/** What a rule asks for is carried out, told, and tried again where it failed. */
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../../src/app/ports.ts';
import { react } from '../../../src/app/watch/react.ts';
import type { Refusal } from '../../../src/core/problem/refusal.ts';
import type { ActFailure } from '../../../src/core/watch/act-failure.ts';
import type { WatchEvent } from '../../../src/core/watch/event.ts';
import type { Act } from '../../../src/core/watch/reactions.ts';
import { actFailure } from '../../../src/present/watch/act-failure.ts';
import { describeRefusal } from '../../../src/present/describe-refusal.ts';
import { dispatchStage } from '../../support/dispatch-stage.ts';
import { memoryNotices } from '../../support/memory-notices.ts';
import { memoryPorts } from '../../support/memory-ports.ts';
import type { Memory } from '../../support/memory-ports.ts';
import { repositoryAt } from '../../support/repository.ts';
import { PIPE } from '../../support/screens.ts';
import { BLOCKED, common, OF_TASK } from '../../support/watch-events.ts';

const DONE: WatchEvent = { ...common('done/UI-1'), event: 'task.done', ...OF_TASK };
const READY: WatchEvent = { ...common('ready/UI-1'), event: 'task.ready', ...OF_TASK };
const RAISED: WatchEvent = { ...common('raised'), event: 'blocker.raised', ...BLOCKED, waitsOn: 'backend', calls: [] };
const BUSY = { why: 'busy', status: 503, retryAfterSeconds: 1 } as const;

const SETTINGS = `protocol: 1
project: shop
team:
  frontend: { channel: web }
  backend: { channel: api }
verifiers:
  smoke: { run: [./smoke] }
`;
const CHANNELS = `channels:
  web: { kind: slack, url_env: WEB_HOOK }
  api: { kind: webhook, url_env: API_HOOK }
  script: { kind: command, run: [./tell] }
  half: { kind: webhook }
  people: { where: "#people" }
`;

interface Reacted {
  /** Each act, and why it failed; null: it is done. */
  readonly acted: readonly (readonly [act: string, failure: string | null])[];
  readonly waits: readonly number[];
  /** How often it was looked again. */
  readonly looks: number;
}

interface Course {
  readonly memory?: Omit<Memory, 'files'>;
  readonly run?: Ports['processes']['run'];
  /** It is interrupted while it waits for this try. */
  readonly interruptedAt?: number;
  /** What each act but notices brings, one after the other. */
  readonly brings?: readonly (readonly WatchEvent[])[];
}

function reacted(settings: string, events: readonly WatchEvent[], course: Course = {}): Promise<Reacted> {
  const { memory = {} } = course;
  return reactedAt(memoryPorts({ files: { 'deployment/coord.yaml': SETTINGS + settings, 'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\n' }, ...memory }), events, course);
}

async function reactedAt(base: Ports, events: readonly WatchEvent[], { run, interruptedAt, brings = [] }: Course = {}): Promise<Reacted> {
  const waits: number[] = [];
  const acted: (readonly [string, string | null])[] = [];
  const interruption = new AbortController();
  const pause = (milliseconds: number): Promise<void> => {
    if (waits.push(milliseconds) === interruptedAt) interruption.abort();
    return Promise.resolve();
  };
  const ports: Ports = { ...base, dispatching: { ...base.dispatching, pause }, processes: run === undefined ? base.processes : { run } };
  const opened = await ports.store.open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  let looks = 0;
  const lookAgain = () => Promise.resolve({ events: brings[looks++] ?? [], view: opened.value });
  const reacting = {
    describe: (refusal: Refusal) => describeRefusal(refusal, PIPE).message,
    show: () => undefined,
    cut: interruption.signal,
    acted: ({ does, name, events: about }: Act, failure: ActFailure | null) => void acted.push([`${does} ${name ?? '-'} ${about.length}`, failure && actFailure(failure, PIPE)]),
  };
  await react(ports, { reacting, lookAgain }, { events, view: opened.value });
  return { acted, waits, looks };
}

const failing = (times: number): { readonly runs: readonly string[]; readonly run: Ports['processes']['run'] } => {
  const runs: string[] = [];
  return { runs, run: ([program = '']) => Promise.resolve({ exitCode: runs.push(program) > times ? 0 : 7, timedOut: false, seconds: 1, tail: '' }) };
};

describe('notify', () => {
  const NOTIFY = 'reactions:\n  - { on: task.done, do: notify }\n';

  it('says nothing where nobody was told: there is no channel, or it was told before', async () => {
    expect(await reacted(NOTIFY, [DONE, RAISED])).toEqual({ acted: [], waits: [], looks: 0 });
    const memory = { notices: memoryNotices() };
    expect((await reacted(NOTIFY + CHANNELS, [DONE], { memory })).acted).toEqual([['notify - 1', null]]);
    expect((await reacted(NOTIFY + CHANNELS, [DONE], { memory })).acted).toEqual([]);
  });

  it('tells of all events of a rule together, so that a burst is one notice', async () => {
    const notices = memoryNotices();
    const many = Array.from({ length: 30 }, (_, at): WatchEvent => ({ ...DONE, key: `done/${at}` }));
    expect((await reacted(NOTIFY + CHANNELS, many, { memory: { notices } })).acted).toEqual([['notify - 30', null]]);
    expect(notices.posted).toHaveLength(1);
  });

  it('that a channel failed is told with the reason, also where another was reached', async () => {
    const notices = memoryNotices({ API_HOOK: [BUSY, BUSY, BUSY, BUSY] });
    const { acted, waits } = await reacted(CHANNELS, [RAISED, { ...READY, agent: 'frontend' }], { memory: { notices } });
    expect(acted).toEqual([['notify - 1', null], ['notify - 1', 'The notice did not reach api: the service is busy (503).']]);
    expect(waits).toHaveLength(3);
  });

  it('a channel that the rule names and nobody reaches is a failure, one for people is not', async () => {
    const to = (channel: string): string => `reactions:\n  - { on: task.done, do: notify, channel: ${channel} }\nchannels:\n  half: { kind: webhook }\n  people: { where: "#people" }\n`;
    expect((await reacted(to('half'), [DONE])).acted).toEqual([['notify half 1', expect.stringContaining('url_env')]]);
    expect((await reacted(to('nowhere'), [DONE])).acted).toEqual([['notify nowhere 1', expect.stringContaining('nowhere')]]);
    expect((await reacted(to('people'), [DONE])).acted).toEqual([]);
  });

  it('by a program may change records, and does not start its own rule again', async () => {
    const rule = 'reactions:\n  - { on: task.done, do: notify, channel: script }\n  - { on: task.ready, do: notify, channel: web }\n';
    const answer = await reacted(rule + CHANNELS, [DONE], { brings: [[{ ...DONE, key: 'done/UI-2' }, READY]] });
    expect(answer).toEqual({ acted: [['notify script 1', null], ['notify web 1', null]], waits: [], looks: 1 });
  });

  it('is tried no more once it is interrupted', async () => {
    const notices = memoryNotices({ WEB_HOOK: [BUSY, BUSY, BUSY, BUSY] });
    const { acted, waits } = await reacted(NOTIFY + CHANNELS, [DONE], { memory: { notices }, interruptedAt: 1 });
    expect([acted, waits.length, notices.posted.length]).toEqual([[['notify - 1', 'The notice did not reach web: the service is busy (503).']], 1, 1]);
  });
});

describe('run', () => {
  const RUN = 'reactions:\n  - { on: task.done, do: run, verifier: smoke }\n';

  it('is tried again after 1, 5 and 25 seconds, then told as failed, once, and the next act has its turn', async () => {
    const { runs, run } = failing(4);
    const answer = await reacted(RUN, [DONE, { ...DONE, key: 'done/UI-2' }], { run });
    expect(answer).toEqual({ acted: [['run smoke 1', 'smoke ended with exit code 7'], ['run smoke 1', null]], waits: [1000, 5000, 25_000], looks: 2 });
    expect(runs).toEqual(Array.from({ length: 5 }, () => './smoke'));
  });

  it('is told as done where a later try went well', async () => {
    expect(await reacted(RUN, [DONE], { run: failing(2).run })).toMatchObject({ acted: [['run smoke 1', null]], waits: [1000, 5000] });
  });

  it('is tried no more once it is interrupted, and what had not begun is told as such', async () => {
    const { runs, run } = failing(9);
    const { acted, waits } = await reacted(RUN, [DONE, { ...DONE, key: 'done/UI-2' }], { run, interruptedAt: 2 });
    expect(acted).toEqual([['run smoke 1', 'smoke ended with exit code 7'], ['run smoke 1', 'the watch ended before it began']]);
    expect([waits, runs.length]).toEqual([[1000, 5000], 2]);
  });

  it('starts its own rule no more by what it brings, also not through a second one', async () => {
    const both = `${RUN}  - { on: task.ready, do: run, verifier: smoke }\n`;
    const again = (key: string): readonly WatchEvent[] => [{ ...DONE, key: `done/${key}` }, { ...READY, key: `ready/${key}` }];
    const answer = await reacted(both, [DONE], { brings: [again('1'), again('2'), again('3')] });
    expect(answer).toMatchObject({ acted: [['run smoke 1', null], ['run smoke 1', null]], looks: 2 });
  });

  it('says what is wrong with the rule, and does not try that again', async () => {
    expect(await reacted('reactions:\n  - { on: task.done, do: run, verifier: gone }\n', [DONE])).toMatchObject({ acted: [['run gone 1', 'there is no verifier gone']], waits: [] });
    expect(await reacted('  half: { command: ./half }\nreactions:\n  - { on: task.done, do: run, verifier: half }\n', [DONE])).toMatchObject({ acted: [['run half 1', 'the entry of half under verifiers is wrong: coord validate']], waits: [] });
    expect(await reacted('reactions:\n  - { on: task.done, do: run }\n', [DONE])).toMatchObject({ acted: [['run - 1', 'the rule names no verifier']], waits: [] });
  });
});

describe('report', () => {
  it('writes the pages, and no other report', async () => {
    expect((await reacted('reactions:\n  - { on: gate.open, do: report, report: pages }\n', [{ ...DONE, event: 'gate.open' }])).acted).toEqual([['report pages 1', null]]);
    expect((await reacted('reactions:\n  - { on: gate.open, do: report, report: html }\n', [{ ...DONE, event: 'gate.open' }])).acted).toEqual([['report html 1', 'html is no report that a rule can write: pages is']]);
  });
});

describe('dispatch', { timeout: 3_600_000 }, () => {
  const files = (more = ''): Readonly<Record<string, string>> => ({
    'deployment/coord.yaml': `protocol: 1\nproject: app\ncommit: true\nintegration: main\nteam:\n  frontend: { owns: [web/**], runtime: script }\nruntimes:\n  script: { kind: command, run: [node, agent.mjs] }\nreactions:\n  - { on: task.ready, do: dispatch }\n  - { on: validation.failed, do: dispatch }\n`,
    'deployment/tasks/UI-1.yaml': `id: UI-1\ntask: Show it\nagent: frontend\n${more}`,
  });

  it('starts the agent of the task, and of no other', async () => {
    const stage = await dispatchStage({ ...files(), 'deployment/tasks/UI-2.yaml': 'id: UI-2\ntask: Show more\nagent: frontend\n' }, (spec) => {
      repositoryAt(spec.cwd).write('web/a.txt', 'done\n');
      return {};
    });
    expect(await reactedAt(stage.ports, [READY])).toMatchObject({ acted: [['dispatch - 1', null]], looks: 1 });
    expect(stage.specs.map(({ set }) => set['COORD_TASK'])).toEqual(['UI-1']);
  });

  it('is not said to be done of a task that is left to people, and says what is wrong with an agent', async () => {
    const reactedWith = async (entry: string) => {
      const made = files();
      const stage = await dispatchStage({ ...made, 'deployment/coord.yaml': made['deployment/coord.yaml']?.replace('runtime: script', entry) ?? '' }, () => ({}));
      const { acted } = await reactedAt(stage.ports, [READY]);
      expect(stage.specs).toEqual([]);
      return acted;
    };
    expect(await reactedWith('name: Frontend')).toEqual([]);
    expect(await reactedWith('runtime: scirpt')).toEqual([['dispatch - 1', expect.stringContaining('"scirpt"')]]);
  });

  it('says why no agent could be started', async () => {
    const stage = await dispatchStage(files('status: cancelled\n'), () => ({}));
    const { acted, waits } = await reactedAt(stage.ports, [READY, { ...common('failed'), event: 'validation.failed', errors: 1, files: [] }]);
    expect(acted).toEqual([['dispatch - 1', expect.stringContaining('UI-1')], ['dispatch - 1', 'it is about no task, so no agent can be started']]);
    expect([waits, stage.specs]).toEqual([[1000, 5000, 25_000], []]);
  });
});
