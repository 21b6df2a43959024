/** The board on a terminal: draws, waits for a key, for a change or for time to pass, does what is asked. */
import type { BoardReader } from '../app/board-port.ts';
import type { BoardAnswer } from '../app/board.ts';
import type { FullScreen } from '../app/console-port.ts';
import { mailbox } from '../app/jobs/mailbox.ts';
import type { Mailbox } from '../app/jobs/mailbox.ts';
import type { Ports } from '../app/ports.ts';
import { FIRST_STATE, press, wasRead } from '../core/board/board-state.ts';
import type { Ask, BoardState, Key } from '../core/board/board-state.ts';
import { QUIET, refresh } from '../core/board/refreshing.ts';
import type { RefreshCall, Refreshing } from '../core/board/refreshing.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { boardSections, UNREAD } from '../present/board-sections.ts';
import type { BoardSection } from '../present/board-sections.ts';
import { boardPage, doing, filtered, INDENT, itemsOf, KEYS, roomOf } from '../present/board-page.ts';
import { describeRefusal } from '../present/describe-refusal.ts';
import { printable } from '../present/plain.ts';
import { act } from './board-acts.ts';
import type { Screen } from './command.ts';

type Event =
  | { readonly is: 'key'; readonly key: Key }
  | { readonly is: 'changed' | 'hint' | 'second' }
  | { readonly is: 'read'; readonly fresh: Result<BoardAnswer> }
  | { readonly is: 'broken'; readonly fault: Error };

/** Of a list so many are looked up. */
const ROWS = 100;

interface Board {
  readonly ports: Ports;
  readonly screen: Screen;
  readonly page: FullScreen;
  readonly reader: BoardReader;
}

/** null: nobody sits at a terminal. Refused where there is nothing to be read at first. */
export async function leadBoard(ports: Ports, screen: Screen): Promise<Result<void> | null> {
  const events = mailbox<Event>();
  const page = await ports.console.open({ key: (key) => events.put({ is: 'key', key }), changed: () => events.put({ is: 'changed' }) });
  if (page === null) return null;
  const ends: (() => unknown)[] = [() => page.close()];
  try {
    const reader = await ports.boardReaders.begin({ rows: ROWS, as: screen.as }, { read: (fresh) => events.put({ is: 'read', fresh: fresh as Result<BoardAnswer> }), broken: (fault) => events.put({ is: 'broken', fault }) });
    ends.push(() => reader.end());
    ends.push(await ports.watching.hints(() => events.put({ is: 'hint' })));
    ends.push(await ports.dispatching.every(1, () => events.put({ is: 'second' })));
    return await follow({ ports, screen, page, reader }, events);
  } finally {
    for (const end of ends) await end();
  }
}

interface Standing {
  /** null: nothing was read yet. */
  readonly answer: BoardAnswer | null;
  readonly state: BoardState;
  readonly refreshing: Refreshing;
}

/** Reading goes on beside it: keys are answered meanwhile. */
async function follow(here: Board, events: Mailbox<Event>): Promise<Result<void>> {
  let now: Standing = { answer: null, state: FIRST_STATE, refreshing: QUIET };
  const go = (call: RefreshCall): void => {
    const { next, begins } = refresh(now.refreshing, call, now.answer?.dashboard.refreshSeconds ?? Infinity);
    now = { ...now, refreshing: next };
    if (begins) here.reader.read();
  };
  go('hint');
  for (;;) {
    const sections = seenOf(here, now);
    draw(here, sections, now.state);
    const event = await events.take();
    if (event.is === 'broken') throw event.fault;
    if (event.is === 'hint' || event.is === 'second') go(event.is);
    if (event.is === 'read') {
      if (!event.fresh.ok && now.answer === null) return event.fresh;
      now = taken(here, now, event.fresh);
      go('read');
    }
    if (event.is !== 'key') continue;
    const { state, ask } = press(now.state, event.key, { items: itemsOf(sections), rows: roomOf(here.page.size().rows) });
    now = { ...now, state };
    if (ask === null) continue;
    if (ask.do === 'quit') return done(undefined);
    if ('item' in ask) draw(here, sections, { ...state, message: doing(ask) });
    now = { ...now, state: await answered(here, ask, state) };
    if (ask.do !== 'stop' && ask.do !== 'help' && ask.do !== 'open') go('asked');
  }
}

/** Where it cannot be read what was read before stays. */
function taken(here: Board, now: Standing, fresh: Result<BoardAnswer>): Standing {
  const trouble = fresh.ok ? null : describeRefusal(fresh.refusal, sized(here)).message;
  return { ...now, answer: fresh.ok ? fresh.value : now.answer, state: wasRead(now.state, trouble) };
}

async function answered(here: Board, ask: Exclude<Ask, { readonly do: 'quit' }>, state: BoardState): Promise<BoardState> {
  const { ports, page } = here;
  switch (ask.do) {
    case 'stop':
      page.stop();
      return state;
    case 'refresh':
      return state;
    case 'help':
      return { ...state, pane: { lines: KEYS, top: 0 } };
    case 'open':
      return { ...state, pane: { lines: (await act(ask, ports, sized(here))).split('\n'), top: 0 } };
    case 'claim':
    case 'acknowledge':
      return { ...state, message: await act(ask, ports, sized(here)) };
  }
}

/** As wide as the terminal is now, at the time that it is now. */
const sized = ({ ports, screen, page }: Board): Screen => ({ ...screen, columns: page.size().columns, now: ports.clock.now() });

function seenOf(here: Board, { answer, state }: Standing): readonly BoardSection[] {
  const screen = sized(here);
  return answer === null ? UNREAD : filtered(boardSections(answer, { ...screen, columns: Math.max(1, screen.columns - INDENT) }), state.filter);
}

function draw({ screen, page }: Board, sections: readonly BoardSection[], state: BoardState): void {
  page.draw(boardPage(sections, state, page.size(), screen).map((line) => printable(line, screen.colour)));
}
