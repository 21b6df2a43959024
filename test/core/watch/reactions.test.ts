/** Which rules of coord.yaml an event starts. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/documents/read-config.ts';
import { actsFor } from '../../../src/core/watch/reactions.ts';
import type { WatchEvent } from '../../../src/core/watch/event.ts';
import { parse } from 'yaml';
import { makeAgent } from '../../support/records.ts';
import { BLOCKED, common, EVENTS, OF_TASK } from '../../support/watch-events.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2025-08-12T12:00:00Z');
const AGENTS = [makeAgent({ id: 'frontend', name: 'Frontend Agent' }), makeAgent({ id: 'backend' })];

/** Each act: its rule, what it does and the keys of its events. */
function acts(rules: string, events: readonly WatchEvent[], barred: readonly string[] = []): readonly string[] {
  const { config } = readConfig(parse(`protocol: 1\nreactions: [${rules}]\n`), 'coord.yaml');
  if (config === null) throw new Error('these rules cannot be read');
  const waiting = (task: string): readonly string[] => (task === 'UI-1' ? ['backend'] : []);
  return actsFor(events, { config, agents: AGENTS, waiting, now: NOON }, new Set(barred)).map(({ rule, does, name, events: about }) => `${rule} ${does} ${name ?? '-'}: ${about.map(({ key }) => key).join(' ')}`);
}

const done = (key: string, agent: string | null = 'frontend'): WatchEvent => ({ ...common(key), event: 'task.done', ...OF_TASK, agent });
const raised = (severity: 'P0' | 'P1' | 'P3'): WatchEvent => ({ ...common(severity), event: 'blocker.raised', ...BLOCKED, severity });
const near = (hours: number): WatchEvent => ({ ...common(`${hours}h`), event: 'deadline.near', ...OF_TASK, due: NOON + hours * HOUR });
const sync = (at: number): WatchEvent => ({ event: 'sync.due', at, key: `sync ${(NOON - at) / HOUR}`, commit: null, follows: null, about: null, agents: [], channel: null });

describe('the acts that follow', () => {
  it('people are told together, anything else is done for each event', () => {
    expect(acts('{ on: task.done, do: notify, channel: web }, { on: task.done, do: run, verifier: smoke }, { on: task.done, do: dispatch, channel: web }', [done('1'), done('2')])).toEqual([
      'reactions[0] notify web: 1 2',
      'reactions[1] run smoke: 1',
      'reactions[1] run smoke: 2',
      'reactions[2] dispatch -: 1',
      'reactions[2] dispatch -: 2',
    ]);
  });

  it('without rules people are told of all but files, claims that come and go, and tasks that are done', () => {
    const told = ['ready', 'open', 'expired', 'near', 'handoff', 'raised', 'overdue', 'sync', 'feedback', 'failed'];
    const events = EVENTS.map((event) => (event.event === 'deadline.near' ? { ...event, due: event.at + 24 * HOUR } : event));
    expect(acts('', events).map((act) => act.split(': ')[1]).toSorted()).toEqual(told.toSorted());
  });

  it('a rule takes the place of what holds without it, whatever it does', () => {
    expect(acts('{ on: blocker.raised, do: report }', [raised('P0')])).toEqual(['reactions[0] report -: P0']);
  });

  it('severities: only blockers of these', () => {
    expect(acts('{ on: blocker.raised, do: notify, severities: [P0, P1] }', [raised('P0'), raised('P1'), raised('P3')])).toEqual(['reactions[0] notify -: P0 P1']);
    expect(acts('{ on: blocker.raised, do: notify, severities: [] }', [raised('P0')])).toEqual([]);
    expect(acts('{ on: task.done, do: notify, severities: [P0] }', [done('1')])).toEqual(['reactions[0] notify -: 1']);
  });

  it('within: each rule has its own length of time, 24 hours where it has none', () => {
    const rules = '{ on: deadline.near, do: notify, within: 2h }, { on: deadline.near, do: notify, within: 3 }, { on: deadline.near, do: notify }';
    expect(acts(rules, [near(24), near(3), near(2)])).toEqual(['reactions[0] notify -: 2h', 'reactions[1] notify -: 3h', 'reactions[2] notify -: 24h']);
  });

  it('agents: only where one of them is concerned, by whichever of their names', () => {
    expect(acts('{ on: task.done, do: notify, agents: [Frontend Agent] }', [done('1'), done('2', 'backend'), done('3', null)])).toEqual(['reactions[0] notify -: 1']);
    expect(acts('{ on: gate.open, do: notify, agents: [backend] }', [{ ...common('gate'), event: 'gate.open', ...OF_TASK }])).toEqual(['reactions[0] notify -: gate']);
    expect(acts('{ on: task.done, do: notify, agents: [] }', [done('1')])).toEqual([]);
  });

  it('a stand-up that is over for more than an hour calls nobody together', () => {
    expect(acts('', [sync(NOON - 2 * HOUR), sync(NOON - HOUR), sync(NOON)])).toEqual(['notify of sync.due notify -: sync 1 sync 0']);
  });

  it('who comes together after an event is told of the event itself, unless a rule says otherwise', () => {
    const after = (follows: string): WatchEvent => ({ event: 'sync.due', at: NOON, key: `sync on ${follows}`, commit: null, follows, about: null, agents: [], channel: null });
    const called = [raised('P1'), after('blocker.raised')];
    expect(acts('', called)).toEqual(['notify of blocker.raised notify -: P1']);
    expect(acts('{ on: blocker.raised, do: report }', called)).toEqual(['reactions[0] report -: P1', 'notify of sync.due notify -: sync on blocker.raised']);
    expect(acts('{ on: blocker.raised, do: notify, channel: web }', called)).toEqual(['reactions[0] notify web: P1', 'notify of sync.due notify -: sync on blocker.raised']);
    expect(acts('{ on: sync.due, do: notify }', called)).toEqual(['reactions[0] notify -: sync on blocker.raised', 'notify of blocker.raised notify -: P1']);
    expect(acts('', [done('1'), after('task.done')])).toEqual(['notify of sync.due notify -: sync on task.done']);
  });

  it('rules that are barred start no more', () => {
    const rules = '{ on: task.done, do: run, verifier: a }, { on: task.done, do: run, verifier: b }';
    expect(acts(rules, [done('1')], ['reactions[0]'])).toEqual(['reactions[1] run b: 1']);
  });
});
