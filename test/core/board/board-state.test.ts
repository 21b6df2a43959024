/** What keys do on the board. */
import { describe, expect, it } from 'vitest';
import { chosenOf, FIRST_STATE, press, wasRead } from '../../../src/core/board/board-state.ts';
import type { BoardItem, BoardState, Key } from '../../../src/core/board/board-state.ts';
import { dashboardOf } from '../../../src/core/board/dashboard.ts';

const item = (kind: BoardItem['kind'], name: string): BoardItem => ({ key: `${kind} ${name}`, kind, name });
const ITEMS = [item('agent', 'frontend'), item('blocker', 'b'), item('handoff', 'h'), item('held', 'A-1'), item('task', 'A-2')];
const SEEN = { items: ITEMS, rows: 3 };

/** A letter, or the name of a key. */
const key = (name: string, more: Partial<Key> = {}): Key => ({ name, ctrl: false, text: name.length === 1 ? name : '', ...more });
const NAMELESS = (text: string): Key => ({ name: '', ctrl: false, text });

function after(keys: readonly (string | Key)[], seen = SEEN, from: BoardState = FIRST_STATE) {
  return keys.reduce<ReturnType<typeof press>>(({ state }, one) => press(state, typeof one === 'string' ? key(one) : one, seen), { state: from, ask: null });
}
const chosen = (...keys: readonly string[]) => chosenOf(after(keys).state, ITEMS)?.name;

describe('choosing', () => {
  it.each([
    [[], 'frontend'],
    [['down'], 'b'],
    [['j', 'j', 'k'], 'b'],
    [['up'], 'frontend'],
    [['end'], 'A-2'],
    [['end', 'down'], 'A-2'],
    [['end', 'home'], 'frontend'],
    [['pagedown'], 'h'],
    [['pagedown', 'pagedown', 'pagedown', 'pageup'], 'h'],
  ])('%j', (keys, name) => {
    expect(chosen(...keys)).toBe(name);
  });

  it('stays where it was after a refresh, and goes to the first where that is gone', () => {
    const { state } = after(['j', 'j']);
    expect(chosenOf(state, [item('task', 'new'), ...ITEMS])?.name).toBe('h');
    expect(chosenOf(state, [item('task', 'new')])?.name).toBe('new');
    expect(chosenOf(state, [])).toBeNull();
  });

  it('nothing is chosen where there is nothing', () => {
    const none = { items: [], rows: 3 };
    expect(after(['down', 'end', 'return', 'c', 'a'], none)).toMatchObject({ state: { chosen: null }, ask: null });
  });
});

describe('doing', () => {
  it.each([
    [['return'], { do: 'open', item: ITEMS[0] }],
    [['end', 'c'], { do: 'claim', item: ITEMS[4] }],
    [['j', 'a'], { do: 'acknowledge', item: ITEMS[1] }],
    [['j', 'j', 'a'], { do: 'acknowledge', item: ITEMS[2] }],
    [['r'], { do: 'refresh' }],
    [['q'], { do: 'quit' }],
    [[key('c', { ctrl: true, text: '' })], { do: 'quit' }],
    [[key('z', { ctrl: true, text: '' })], { do: 'stop' }],
    [[NAMELESS('?')], { do: 'help' }],
    [['x'], null],
    [['escape'], null],
  ])('%j', (keys, ask) => {
    expect(after(keys).ask).toEqual(ask);
  });

  it.each([['c', 'c claims a task: choose one that is ready.'], ['a', 'a acknowledges a blocker or a handoff: choose one.']])('%s on another line says what it is for, until the next key', (name, message) => {
    expect(after([name])).toMatchObject({ state: { message }, ask: null });
    expect(after([name, 'down']).state.message).toBe('');
  });
});

describe('looking for words', () => {
  it('letters are words while they are typed, whatever they do else', () => {
    expect(after([NAMELESS('/'), 'q', 'c', NAMELESS('日')]).state).toMatchObject({ isFiltering: true, filter: 'qc日' });
    expect(after([NAMELESS('/'), 'q', 'c', 'backspace', 'return']).state).toMatchObject({ isFiltering: false, filter: 'q' });
    expect(after([NAMELESS('/'), 'q', 'escape']).state).toMatchObject({ isFiltering: false, filter: '' });
    expect(after([NAMELESS('/'), 'q', key('u', { ctrl: true, text: '' }), 'w']).state.filter).toBe('w');
    expect(after([NAMELESS('/'), 'q', 'return', 'escape']).state.filter).toBe('');
  });

  it('Ctrl-C quits there too', () => {
    expect(after([NAMELESS('/'), key('c', { ctrl: true, text: '' })]).ask).toEqual({ do: 'quit' });
  });

  it('nobody looks for a book', () => {
    expect(after([NAMELESS('/'), ...Array.from({ length: 300 }, () => 'x')]).state.filter).toHaveLength(100);
  });
});

describe('a text laid over it', () => {
  const open: BoardState = { ...FIRST_STATE, pane: { lines: ['1', '2', '3', '4', '5'], top: 0 } };

  it.each([
    [['down'], 1],
    [['end'], 2],
    [['end', 'down'], 2],
    [['pagedown', 'up'], 1],
    [['end', 'g'], 0],
  ])('is moved by %j', (keys, top) => {
    expect(after(keys, SEEN, open).state.pane?.top).toBe(top);
  });

  it.each(['q', 'escape', 'return'])('goes away with %s', (name) => {
    expect(after([name], SEEN, open)).toMatchObject({ state: { pane: null }, ask: null });
  });

  it('claims nothing', () => {
    expect(after(['c', 'a', 'r'], SEEN, open)).toMatchObject({ state: { pane: { top: 0 } }, ask: null });
  });
});

describe('when it was read', () => {
  const asked = after(['r']).state;
  const troubled = wasRead(FIRST_STATE, 'It is gone.');

  it.each<readonly [string, BoardState, string | null, string]>([
    ['by itself: nothing is said', FIRST_STATE, null, ''],
    ['since it was asked for', asked, null, 'Read again.'],
    ['asked for once', wasRead(asked, null), null, 'Read again.'],
    ['in vain', asked, 'It is gone.', 'It is gone.'],
    ['after that it could not be', troubled, null, ''],
    ['and a key said something else meanwhile', { ...troubled, message: 'FIX-1 is yours.' }, null, 'FIX-1 is yours.'],
  ])('%s', (_, state, trouble, message) => {
    expect(wasRead(state, trouble)).toMatchObject({ message, isAsked: false, trouble });
  });
});

describe('what it shows', () => {
  it.each([
    [{}, { widgets: ['progress_bar', 'agent_status', 'blocker_list', 'timeline', 'metrics'], refreshSeconds: 30 }],
    [{ dashboard: { refresh_interval: 300, widgets: [{ type: 'metrics' }, { type: 'timeline' }, { type: 'metrics' }] } }, { widgets: ['metrics', 'timeline'], refreshSeconds: 300 }],
    [{ dashboard: { refresh_interval: '5 minutes', widgets: [] } }, { widgets: [], refreshSeconds: 300 }],
    [{ dashboard: { refresh_interval: 0.1 } }, { refreshSeconds: 1 }],
  ] as const)('%j', (config, dashboard) => {
    expect(dashboardOf(config as Parameters<typeof dashboardOf>[0])).toMatchObject(dashboard);
  });
});
