import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { clockEvents, eventsBetween, withTold } from '../../../src/core/watch/events-between.ts';
import type { ClaimStanding, Standing } from '../../../src/core/watch/standing.ts';
import '../../support/seed.ts';
import { standingAt, standingsOf } from '../../support/standings.ts';
import type { Seen } from '../../support/standings.ts';

const NOON = '2025-08-12T12:00:00Z';
const ONE = '2025-08-12T13:00:00Z';
const task = (id: string, rest = ''): string => `id: ${id}\ntask: Do ${id}\nagent: frontend\n${rest}`;
const FILES = {
  'coord.yaml': 'protocol: 1\nteam:\n  frontend: { lead: human:ada }\n  backend: {}\nreactions:\n  - { on: deadline.near, do: notify, within: 2h }\nsync_points:\n  - { when: daily 12:30, about: Stand-up, channel: talk }\n  - { when: on blocker, about: Help, agents: [backend] }\nownership:\n  api: { feedback: 30m, decision_maker: backend }\n',
  'tasks/A-1.yaml': task('A-1'),
  'tasks/B-1.yaml': task('B-1', 'dependencies: [A-1]\n'),
};

/** In words: what is told, in which order. */
function told(before: Seen, after: Seen): readonly string[] {
  const [one, other] = standingsOf([before, after]);
  if (one === undefined || other === undefined) throw new Error('two were given');
  return eventsBetween(one, other).map((event) => `${new Date(event.at).toISOString().slice(11, 16)} ${event.key}`);
}

const from = (files: Readonly<Record<string, string>>, claims: readonly ClaimStanding[] = []): readonly string[] => told({ files: FILES, at: NOON }, { files: { ...FILES, ...files }, at: '2025-08-12T12:10:00Z', claims });
const withoutFiles = (events: readonly string[]): readonly string[] => events.filter((event) => !event.includes(' record.'));
const claim = (rest: Partial<ClaimStanding> = {}): ClaimStanding => ({ id: 'A-1', agent: 'frontend', token: 1, state: 'held', since: Date.parse('2025-08-12T12:05:00Z'), expires: Date.parse('2025-08-12T14:20:00Z'), ...rest });

describe('what happened between two standings', () => {
  it('is nothing where nothing changed and no time passed', () => {
    const one = standingAt({ files: FILES, at: NOON });
    expect(eventsBetween(one, one)).toEqual([]);
  });

  it('is each file that came, changed or went, but for pages', () => {
    const { 'tasks/B-1.yaml': gone, ...rest } = FILES;
    const events = told({ files: FILES, at: NOON }, { files: { ...rest, 'tasks/A-1.yaml': `${FILES['tasks/A-1.yaml']}# looked at\n`, 'tasks/C-1.yaml': gone.replace('B-1', 'C-1'), 'status/progress.md': 'x' }, at: NOON });
    expect(events.map((event) => event.replace(/:[0-9a-f]{40}$/, ''))).toEqual([
      '12:00 record.deleted:deployment/tasks/B-1.yaml',
      '12:00 record.changed:deployment/tasks/A-1.yaml',
      '12:00 record.created:deployment/tasks/C-1.yaml',
    ]);
  });

  it('is that a task is done, and what may start now', () => {
    expect(withoutFiles(from({ 'tasks/A-1.yaml': task('A-1', 'status: done\ncompleted: 2025-08-12 12:08\n') }))).toEqual(['12:10 task.done:A-1:2025-08-12 12:08', '12:10 task.ready:B-1:2025-08-12 12:08']);
  });

  it('is that a gate is passed when it is approved, and a milestone when all before it is done', () => {
    const gate = (rest: string): string => task('G-1', `kind: gate\napprovers: [backend]\n${rest}`);
    const files = { ...FILES, 'tasks/G-1.yaml': gate('status: done\n'), 'tasks/M-1.yaml': task('M-1', 'kind: milestone\ndependencies: [G-1]\n') };
    expect(withoutFiles(told({ files, at: NOON }, { files: { ...files, 'tasks/G-1.yaml': gate('status: done\napproval: { approved: true, by: backend, at: 2025-08-12T12:00:00Z }\n') }, at: NOON }))).toEqual(['12:00 gate.open:G-1:', '12:00 gate.open:M-1:']);
  });

  it('is what became of claims', () => {
    expect(from({}, [claim()])).toEqual(['12:05 claim.taken:A-1:1']);
    const held: Seen = { files: FILES, at: NOON, claims: [claim()] };
    expect(told(held, { ...held, claims: [claim({ state: 'released' })] })).toEqual(['12:00 claim.released:A-1:1']);
    expect(told(held, { ...held, claims: [claim({ state: 'done' })] })).toEqual([]);
    expect(told(held, { ...held, claims: [claim({ agent: 'backend', token: 2 })] })).toEqual(['12:05 claim.taken:A-1:2']);
    expect(withoutFiles(told(held, { ...held, at: '2025-08-12T15:00:00Z' }))).toEqual(['12:30 sync.due:daily 12:30:1755001800000', `14:20 claim.expired:A-1:1:${Date.parse('2025-08-12T14:20:00Z')}`]);
  });

  it('is a handoff, once', () => {
    const handoff = '---\nfrom_agent: frontend\nto_agent: backend\ntask: A-1\ntimestamp: 2025-08-12T12:00:00Z\n---\n';
    expect(withoutFiles(from({ 'handoffs/h.md': handoff }))).toEqual(['12:10 handoff.created:deployment/handoffs/h.md']);
    expect(withoutFiles(told({ files: { ...FILES, 'handoffs/h.md': handoff }, at: NOON }, { files: { ...FILES, 'handoffs/h.md': `${handoff}More.\n` }, at: NOON }))).toEqual([]);
  });

  it('is a blocker, then that nobody answered it, and what comes together because of it', () => {
    const blocker = '---\ntask: A-1\nby: frontend\nseverity: P0\nwaits_on: backend\nneeded: the key\nraised: 2025-08-12 12:05\n---\n';
    const file = 'deployment/status/blockers/b.md';
    const raised = from({ 'status/blockers/b.md': blocker });
    expect(withoutFiles(raised)).toEqual([`12:10 blocker.raised:${file}:2025-08-12 12:05`, `12:10 sync.due:on blocker:blocker.raised:${file}:2025-08-12 12:05`]);
    const seen = { files: { ...FILES, 'status/blockers/b.md': blocker }, at: '2025-08-12T12:10:00Z' };
    expect(told(seen, { ...seen, at: '2025-08-12T12:20:00Z' })).toEqual([]);
    expect(told(seen, { ...seen, at: '2025-08-12T12:21:00Z' })).toEqual([`12:20 blocker.overdue:${file}:${Date.parse('2025-08-12T12:20:00Z')}`]);
    const answered = blocker.replace('raised:', 'acknowledged: { by: backend, at: 2025-08-12T12:19:00Z }\nraised:');
    expect(withoutFiles(told(seen, { files: { ...FILES, 'status/blockers/b.md': answered }, at: '2025-08-12T12:19:00Z' }))).toEqual([]);
  });

  it('is a deadline that comes near, for each length that a rule asks for, and the end of feedback', () => {
    const files = { ...FILES, 'tasks/A-1.yaml': task('A-1', 'deadline: 2025-08-12 15:00\n'), 'decisions/d.md': '---\ntitle: Speak JSON\nstatus: proposed\narea: api\nproposed: 2025-08-12 12:25\nreviewers: [frontend]\n---\n' };
    expect(told({ files, at: NOON }, { files, at: '2025-08-12T13:01:00Z' })).toEqual([
      '12:30 sync.due:daily 12:30:1755001800000',
      `12:55 feedback.due:deployment/decisions/d.md:${Date.parse('2025-08-12T12:55:00Z')}`,
      `13:00 deadline.near:A-1:${Date.parse('2025-08-12T15:00:00Z')}:7200000`,
    ]);
  });

  it('is that errors came, told once', () => {
    const broken = { ...FILES, 'tasks/A-1.yaml': 'id: [\n' };
    expect(withoutFiles(from(broken)).map((event) => event.replace(/[0-9a-f]{40}/, 'BLOB'))).toEqual(['12:10 validation.failed:deployment/tasks/A-1.yaml:BLOB:yaml-syntax:2']);
    expect(withoutFiles(told({ files: broken, at: NOON }, { files: { ...broken, 'tasks/A-1.yaml': 'id: [ \n' }, at: NOON }))).toEqual([]);
  });
});

describe('a file that breaks and is mended', () => {
  const done = { ...FILES, 'tasks/A-1.yaml': task('A-1', 'status: done\n') };

  it.each([
    ['of a task that is done', { ...done, 'tasks/A-1.yaml': 'id: [\n' }],
    ['with the settings', { ...done, 'coord.yaml': 'protocol: [\n' }],
    ['by a second task of the same id', { ...done, 'tasks/A-2.yaml': task('a-1') }],
  ])('%s tells nothing of tasks, neither when it breaks nor when it is whole again', (_, broken) => {
    const [one, two, three] = standingsOf([{ files: done, at: NOON }, { files: broken, at: NOON }, { files: done, at: NOON }]) as [Standing, Standing, Standing];
    expect(eventsBetween(one, two).map(({ event }) => event).filter((event) => !event.startsWith('record.'))).toEqual(['validation.failed']);
    expect(eventsBetween(two, three).filter(({ event }) => !event.startsWith('record.'))).toEqual([]);
    expect(three.tasks).toEqual(one.tasks);
  });

  it('tells what it says of tasks then', () => {
    const [, two, three] = standingsOf([{ files: FILES, at: NOON }, { files: { ...FILES, 'tasks/A-1.yaml': 'id: [\n' }, at: NOON }, { files: done, at: NOON }]) as [Standing, Standing, Standing];
    expect(eventsBetween(two, three).map(({ key }) => key).filter((key) => key.startsWith('task.'))).toEqual(['task.done:A-1:', 'task.ready:B-1:']);
  });
});

/** Workspaces that follow each other: tasks come, go, break, wait for each other and are done. */
const arbitraryTask = fc.record({ status: fc.constantFrom('todo', 'in_progress', 'done', 'cancelled'), waits: fc.subarray([0, 1, 2, 3]), due: fc.constantFrom('', 'deadline: 2025-08-12 13:00\n', 'deadline: 2025-08-13\n'), fate: fc.constantFrom('there', 'there', 'there', 'gone', 'broken') });
const arbitraryFiles = fc.record({ tasks: fc.array(arbitraryTask, { minLength: 4, maxLength: 4 }), settings: fc.constantFrom(FILES['coord.yaml'], FILES['coord.yaml'], 'protocol: [\n'), blockers: fc.subarray([0, 1, 2]), handoffs: fc.subarray([0, 1]) }).map(({ tasks, settings, blockers, handoffs }) => ({
  'coord.yaml': settings,
  ...Object.fromEntries(tasks.flatMap(({ status, waits, due, fate }, at) => (fate === 'gone' ? [] : [[`tasks/T-${at}.yaml`, fate === 'broken' ? 'id: [\n' : task(`T-${at}`, `status: ${status}\n${due}dependencies: [${waits.filter((other) => other < at).map((other) => `T-${other}`).join(', ')}]\n`)]]))),
  ...Object.fromEntries(blockers.map((at) => [`status/blockers/${at}.md`, `---\ntask: T-${at}\nseverity: P${at}\nneeded: x\nraised: 2025-08-12 12:0${at}\n---\n`])),
  ...Object.fromEntries(handoffs.map((at) => [`handoffs/${at}.md`, `---\nfrom_agent: frontend\ntask: T-${at}\n---\n`])),
}));

const MINUTE = 60_000;

test('between a standing and itself there is nothing; over two looks nothing is told twice', () => {
  fc.assert(
    fc.property(fc.array(arbitraryFiles, { minLength: 3, maxLength: 3 }), fc.array(fc.nat({ max: 90 }), { minLength: 3, maxLength: 3 }), (all, steps) => {
      let minutes = 0;
      const seen = all.map((files, at) => ({ files, at: new Date(Date.parse(NOON) + (minutes += steps[at] ?? 0) * MINUTE).toISOString() }));
      const [a, b, c] = standingsOf(seen) as [Standing, Standing, Standing];
      for (const one of [a, b, c]) expect(eventsBetween(one, one)).toEqual([]);
      const first = eventsBetween(a, b);
      const keys = [...first, ...eventsBetween(withTold(b, first), c)].map(({ key }) => key);
      expect(new Set(keys).size, keys.join('\n')).toBe(keys.length);
    }),
    { numRuns: 60 },
  );
});

test('what the clock brings is the same, however often it is looked at', () => {
  const files = { ...FILES, 'tasks/A-1.yaml': task('A-1', 'deadline: 2025-08-12 14:30\n') };
  const one = standingAt({ files, at: NOON });
  const later = (minutes: number): number => one.at + minutes * MINUTE;
  const often = Array.from({ length: 30 }, (_, at) => clockEvents({ ...one, at: later(at * 5) }, later(at * 5 + 5))).flat();
  expect(often).toEqual(clockEvents(one, later(150)));
  expect(often.map(({ event }) => event)).toEqual(['deadline.near', 'sync.due']);
});

test('of a thousand changes each is told once', () => {
  const many = (rest: string): Record<string, string> => Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`tasks/T-${at}.yaml`, task(`T-${at}`, rest)]));
  const [one, other] = standingsOf([{ files: many(''), at: NOON }, { files: many('status: done\n'), at: ONE }]) as [Standing, Standing];
  const keys = eventsBetween(one, other).map(({ key }) => key.split(':').slice(0, 2).join(':'));
  expect(new Set(keys).size).toBe(2000);
  expect(keys).toHaveLength(2000);
});
