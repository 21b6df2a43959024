/** The board on a terminal: draws, waits for a key, for a change or for time to pass, does what is asked. */
import type { BoardReader } from '../app/ports/board-port.ts';
import type { BoardAnswer } from '../app/board/board.ts';
import { mailbox } from '../app/jobs/mailbox.ts';
import type { Mailbox } from '../app/jobs/mailbox.ts';
import type { Ports } from '../app/ports.ts';
import { FIRST_STATE, press, wasRead } from '../core/board/board-state.ts';
import type { Ask, Key } from '../core/board/board-state.ts';
import { QUIET, refresh } from '../core/board/refreshing.ts';
import type { RefreshCall, Refreshing } from '../core/board/refreshing.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { itemsOf, KEYS, roomOf } from '../present/board/board-page.ts';
import { describeRefusal } from '../present/describe-refusal.ts';
import type { Screen } from './command.ts';
import { drawBoard, sized } from './draw-board.ts';
import type { BoardPlace, BoardSight } from './draw-board.ts';

type Event =
  | { readonly is: 'key'; readonly key: Key }
  | { readonly is: 'changed' | 'hint' | 'second' }
  | { readonly is: 'read'; readonly fresh: Result<BoardAnswer> }
  | { readonly is: 'said'; readonly text: string }
  | { readonly is: 'broken'; readonly fault: Error };

/** Of a list so many are looked up. */
const ROWS = 100;

interface Board extends BoardPlace {
  readonly reader: BoardReader;
}

/** null: nobody sits at a terminal. Refused where there is nothing to be read at first. */
export async function leadBoard(ports: Ports, screen: Screen): Promise<Result<void> | null> {
  const events = mailbox<Event>();
  const page = await ports.console.open({ key: (key) => events.put({ is: 'key', key }), changed: () => events.put({ is: 'changed' }) });
  if (page === null) return null;
  const ends: (() => unknown)[] = [() => page.close()];
  try {
    const reader = await ports.boardReaders.begin(
      { rows: ROWS, as: screen.as },
      {
        read: (fresh) => events.put({ is: 'read', fresh: fresh as Result<BoardAnswer> }),
        said: (text) => events.put({ is: 'said', text }),
        broken: (fault) => events.put({ is: 'broken', fault }),
      },
    );
    ends.push(() => reader.end());
    ends.push(await ports.watching.hints(() => events.put({ is: 'hint' })));
    ends.push(await ports.dispatching.every(1, () => events.put({ is: 'second' })));
    return await follow({ clock: ports.clock, screen, page, reader }, events);
  } finally {
    for (const end of ends) await end();
  }
}

interface Standing extends BoardSight {
  readonly refreshing: Refreshing;
  /** It ends as soon as that is done. */
  readonly isLeaving: boolean;
}

/** Reading and acting go on beside it: keys are answered meanwhile. */
async function follow(here: Board, events: Mailbox<Event>): Promise<Result<void>> {
  let now: Standing = { answer: null, state: FIRST_STATE, refreshing: QUIET, acting: null, isLeaving: false };
  const go = (call: RefreshCall): void => {
    const { next, begins } = refresh(now.refreshing, call, now.answer?.dashboard.refreshSeconds ?? Infinity);
    now = { ...now, refreshing: next };
    if (begins) here.reader.read();
  };
  go('hint');
  for (;;) {
    const sections = drawBoard(here, now);
    const event = await events.take();
    if (event.is === 'broken') throw event.fault;
    if (event.is === 'hint' || event.is === 'second') go(event.is);
    if (event.is === 'read') {
      if (!event.fresh.ok && now.answer === null) return event.fresh;
      now = taken(here, now, event.fresh);
      go('read');
    }
    if (event.is === 'said') {
      if (now.isLeaving) return done(undefined);
      if (now.acting?.do !== 'open') go('asked');
      now = acted(now, event.text);
    }
    if (event.is !== 'key') continue;
    const { state, ask } = press(now.state, event.key, { items: itemsOf(sections), rows: roomOf(here.page.size().rows) });
    if (ask?.do === 'quit' && (now.isLeaving || now.acting === null || now.acting.do === 'open')) return done(undefined);
    now = asked(here, { ...now, state }, ask);
    if (ask?.do === 'refresh') go('asked');
  }
}

/** Where it cannot be read what was read before stays. */
function taken(here: Board, now: Standing, fresh: Result<BoardAnswer>): Standing {
  const trouble = fresh.ok ? null : describeRefusal(fresh.refusal, sized(here)).message;
  return { ...now, answer: fresh.ok ? fresh.value : now.answer, state: wasRead(now.state, trouble) };
}

function acted({ acting, state, ...now }: Standing, text: string): Standing {
  const pane = { lines: text.split('\n'), top: 0 };
  return { ...now, acting: null, state: acting?.do === 'open' ? { ...state, isFiltering: false, pane } : { ...state, message: text } };
}

/** One thing at a time is done; what changes something is not left halfway. */
function asked({ page, reader }: Board, now: Standing, ask: Ask | null): Standing {
  switch (ask?.do) {
    case 'quit':
      return { ...now, isLeaving: true };
    case 'stop':
      page.stop();
      return now;
    case 'help':
      return { ...now, state: { ...now.state, pane: { lines: KEYS, top: 0 } } };
    case 'open':
    case 'claim':
    case 'acknowledge':
      if (now.acting !== null) return now;
      reader.act(ask, page.size().columns);
      return { ...now, acting: ask };
    case 'refresh':
    case undefined:
      return now;
  }
}
