/** The communication matrix, row by row. */
import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../src/core/notice/route.ts';
import type { Config } from '../../../src/core/model.ts';
import type { WatchEvent } from '../../../src/core/watch/event.ts';
import { makeAgent } from '../../support/records.ts';
import { BLOCKED, common, OF_TASK } from '../../support/watch-events.ts';

const slack = { kind: 'slack', url_env: 'HOOK' } as const;
const CONFIG: Config = {
  protocol: 1,
  channels: { web: { ...slack, where: '#team-web' }, api: slack, alarm: slack, stand: slack, people: { where: '#people' }, half: { kind: 'webhook' }, coordination: { kind: 'terminal' } },
  severities: { P1: { channel: 'alarm' } },
};
const AGENTS = [makeAgent({ id: 'frontend', name: 'Frontend Agent', channel: '#team-web' }), makeAgent({ id: 'backend', channel: 'api' }), makeAgent({ id: 'writer', channel: 'people' }), makeAgent({ id: 'tester', channel: '#nowhere' }), makeAgent({ id: 'half', channel: 'half' })];

const DONE: WatchEvent = { ...common('k'), event: 'task.done', ...OF_TASK };
const RAISED: WatchEvent = { ...common('k'), event: 'blocker.raised', ...BLOCKED };
const SYNC: WatchEvent = { ...common('k'), event: 'sync.due', follows: null, about: null, agents: [], channel: 'stand' };

const routed = (event: WatchEvent, concerned: readonly string[], named: string | null = null, config: Config = CONFIG) => {
  const { to, notTo } = routeOf(event, named, concerned, { config, agents: AGENTS });
  return [to.map(({ name }) => name), ...notTo.map(({ name, fault }) => `${name}: ${fault.why}`)];
};

describe('an event goes', () => {
  it.each<readonly [string, WatchEvent, readonly string[], string | null, readonly unknown[]]>([
    ['to the channel that the rule names, and no other', DONE, ['frontend'], 'api', [['api']]],
    ['to the channels of those it concerns, by any of their names', DONE, ['Frontend Agent', 'backend'], null, [['web', 'api']]],
    ['of a blocker also to that of its severity', RAISED, ['backend'], null, [['alarm', 'api']]],
    ['of a sync point to its own alone', SYNC, ['frontend', 'backend'], null, [['stand']]],
    ['of a sync point without one to those of who takes part', { ...SYNC, channel: null }, ['frontend', 'backend'], null, [['web', 'api']]],
    ['to the common one, where it concerns nobody', DONE, [], null, [['coordination']]],
    ['to the common one, where nobody it concerns has one', DONE, ['human:ops', 'stranger'], null, [['coordination']]],
    ['to the common one, where theirs is for people', DONE, ['writer'], null, [['coordination'], 'people: people-only']],
    ['to the common one, where theirs is not defined', DONE, ['tester'], null, [['coordination'], '#nowhere: unknown']],
    ['to those that are reached, and names the others', DONE, ['half', 'backend'], null, [['api'], 'half: unfinished']],
    ['to the common one, where the rule names none that is there', DONE, ['backend'], 'apy', [['coordination'], 'apy: unknown']],
  ])('%s', (_, event, concerned, named, route) => {
    expect(routed(event, concerned, named)).toEqual(route);
  });

  it('of a blocker where `on blocker` says', () => {
    const config: Config = { ...CONFIG, severities: null, sync_points: [{ when: 'on blocker', channel: 'stand' }, { when: 'daily 09:00', channel: 'web' }] };
    expect(routed(RAISED, [], null, config)).toEqual([['stand']]);
    expect(routed({ ...RAISED, event: 'blocker.overdue', due: 0 }, [], null, config)).toEqual([['stand']]);
    expect(routed(DONE, [], null, config)).toEqual([['coordination']]);
  });

  it('of any event where a sync point that follows it says, to its channel or to whom it calls', () => {
    const config: Config = { ...CONFIG, sync_points: [{ when: 'on task.done', channel: 'stand' }, { when: 'on task.done', agents: ['backend'] }, { when: 'on handoffs', channel: 'alarm' }] };
    expect(routed(DONE, ['frontend'], null, config)).toEqual([['stand', 'web', 'api']]);
    expect(routed(DONE, ['frontend'], 'web', config)).toEqual([['web']]);
  });

  it('to the first that notices reach, where none is called coordination', () => {
    expect(routed(DONE, [], null, { protocol: 1, channels: { people: {}, b: slack, a: slack } })).toEqual([['b']]);
  });

  it('nowhere, where no channel has a kind', () => {
    expect(routed(DONE, ['writer'], null, { protocol: 1, channels: { people: {} } })).toEqual([[], 'people: people-only']);
    expect(routed(DONE, [], null, { protocol: 1 })).toEqual([[]]);
  });
});
