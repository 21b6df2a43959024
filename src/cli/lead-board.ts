/** The board on a terminal: draws, waits for a key or for time to pass, does what is asked. */
import { board } from '../app/board.ts';
import type { BoardAnswer } from '../app/board.ts';
import type { FullScreen } from '../app/console-port.ts';
import type { Ports } from '../app/ports.ts';
import { FIRST_STATE, press } from '../core/board/board-state.ts';
import type { Ask, BoardItem, BoardState, Key } from '../core/board/board-state.ts';
import { boardSections } from '../present/board-sections.ts';
import type { BoardSection } from '../present/board-sections.ts';
import { boardPage, filtered, INDENT, itemsOf, KEYS, roomOf } from '../present/board-page.ts';
import { describeRefusal } from '../present/describe-refusal.ts';
import { printable } from '../present/plain.ts';
import type { Input, Reply, Screen } from './command.ts';

type Event = { readonly is: 'key'; readonly key: Key } | { readonly is: 'changed' | 'due' | 'tick' };

/** How often clocks on it go on. */
const TICK_SECONDS = 5;
/** Of a list so many are looked up. */
export const BOARD_ROWS = 100;

interface Board {
  readonly ports: Ports;
  readonly screen: Screen;
  readonly page: FullScreen;
}

/** null: nobody sits at a terminal. */
export async function leadBoard(ports: Ports, screen: Screen, first: BoardAnswer): Promise<'led' | null> {
  const queue = eventQueue();
  const page = await ports.console.open({ key: (key) => queue.put({ is: 'key', key }), changed: () => queue.put({ is: 'changed' }) });
  if (page === null) return null;
  const ends = await Promise.all([ports.dispatching.every(first.dashboard.refreshSeconds, () => queue.put({ is: 'due' })), ports.dispatching.every(TICK_SECONDS, () => queue.put({ is: 'tick' }))]);
  try {
    await follow({ ports, screen, page }, first, queue.next);
    return 'led';
  } finally {
    ends.forEach((end) => end());
    page.close();
  }
}

async function follow(here: Board, first: BoardAnswer, next: () => Promise<Event>): Promise<void> {
  let answer = first;
  let state = FIRST_STATE;
  for (;;) {
    const sections = seenOf(here, answer, state);
    draw(here, sections, state);
    const event = await next();
    if (event.is === 'due') ({ answer, state } = await read(here, answer, state));
    if (event.is !== 'key') continue;
    const pressed = press(state, event.key, { items: itemsOf(sections), rows: roomOf(here.page.size().rows) });
    state = pressed.state;
    if (pressed.ask?.do === 'quit') return;
    if (pressed.ask !== null) ({ answer, state } = await answered(here, pressed.ask, answer, state));
  }
}

interface Standing {
  readonly answer: BoardAnswer;
  readonly state: BoardState;
}

async function answered(here: Board, ask: Exclude<Ask, { readonly do: 'quit' }>, answer: BoardAnswer, state: BoardState): Promise<Standing> {
  switch (ask.do) {
    case 'stop':
      here.page.stop();
      return { answer, state };
    case 'refresh':
      return read(here, answer, { ...state, message: 'Read again.' });
    case 'help':
      return { answer, state: { ...state, pane: { lines: KEYS, top: 0 } } };
    case 'open': {
      const text = await openText(here, ask.item);
      return { answer, state: { ...state, pane: { lines: text.split('\n'), top: 0 } } };
    }
    case 'claim':
    case 'acknowledge':
      return read(here, answer, { ...state, message: await changed(here, ask.do, ask.item) });
  }
}

/** Where it cannot be read what was read before stays, with the reason. */
async function read({ ports, screen, page }: Board, answer: BoardAnswer, state: BoardState): Promise<Standing> {
  const fresh = await board(ports, { rows: BOARD_ROWS, as: screen.as, after: answer.happened });
  if (fresh.ok) return { answer: fresh.value, state };
  return { answer, state: { ...state, message: describeRefusal(fresh.refusal, sized({ ports, screen, page })).message } };
}

/** The verbs that do it, as if they had been typed. */
async function openText(here: Board, item: BoardItem): Promise<string> {
  switch (item.kind) {
    case 'task':
    case 'held':
      return replied(here, (await import('./commands/show.ts')).run, { args: [item.name], options: { budget: '5000' } });
    case 'handoff':
      return replied(here, (await import('./commands/handoff/show.ts')).run, { args: [item.name], options: { budget: '5000' } });
    case 'agent':
      return replied(here, (await import('./commands/list.ts')).run, { args: [], options: { agent: item.name } });
    case 'blocker':
      return replied(here, (await import('./commands/status.ts')).run, { args: [], options: { blockers: true } });
  }
}

async function changed(here: Board, does: 'claim' | 'acknowledge', { kind, name }: BoardItem): Promise<string> {
  if (does === 'claim') return replied(here, (await import('./commands/claim.ts')).run, { args: [name], options: {} });
  if (kind === 'handoff') return replied(here, (await import('./commands/handoff/ack.ts')).run, { args: [name], options: {} });
  return replied(here, (await import('./commands/unblock.ts')).run, { args: [name], options: { ack: true } });
}

type Run = (ports: Ports, input: Input, screen: Screen) => Promise<Reply>;

async function replied(here: Board, run: Run, input: Pick<Input, 'args' | 'options'>): Promise<string> {
  const { screen } = here;
  const { text, refused } = await run(here.ports, { ...input, as: screen.as, json: false }, sized(here));
  if (refused === undefined) return text;
  const { message, next } = describeRefusal(refused.refusal, refused.screen);
  return `${message}\n${next}`;
}

/** As wide as the terminal is now, at the time that it is now. */
const sized = ({ ports, screen, page }: Board): Screen => ({ ...screen, columns: page.size().columns, now: ports.clock.now() });

function seenOf(here: Board, answer: BoardAnswer, { filter }: BoardState): readonly BoardSection[] {
  const screen = sized(here);
  return filtered(boardSections(answer, { ...screen, columns: Math.max(1, screen.columns - INDENT) }), filter);
}

function draw({ screen, page }: Board, sections: readonly BoardSection[], state: BoardState): void {
  page.draw(boardPage(sections, state, page.size(), screen).map((line) => printable(line, screen.colour)));
}

/** What came while something else was done waits. */
function eventQueue(): { readonly put: (event: Event) => void; readonly next: () => Promise<Event> } {
  const waiting: Event[] = [];
  let wake: (() => void) | null = null;
  return {
    put(event) {
      waiting.push(event);
      wake?.();
    },
    async next() {
      for (;;) {
        const event = waiting.shift();
        if (event !== undefined) return event;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
