/** The board on a terminal: draws, waits for a key, for a change or for time to pass, does what is asked. */
import { board } from '../app/board.ts';
import type { BoardAnswer } from '../app/board.ts';
import type { FullScreen } from '../app/console-port.ts';
import { mailbox } from '../app/jobs/mailbox.ts';
import type { Mailbox } from '../app/jobs/mailbox.ts';
import type { Ports } from '../app/ports.ts';
import { FIRST_STATE, press } from '../core/board/board-state.ts';
import type { Ask, BoardItem, BoardState, Key } from '../core/board/board-state.ts';
import { QUIET, refresh } from '../core/board/refreshing.ts';
import type { RefreshCall, Refreshing } from '../core/board/refreshing.ts';
import type { Result } from '../core/problem/refusal.ts';
import { boardSections } from '../present/board-sections.ts';
import type { BoardSection } from '../present/board-sections.ts';
import { boardPage, filtered, INDENT, itemsOf, KEYS, roomOf } from '../present/board-page.ts';
import { describeRefusal } from '../present/describe-refusal.ts';
import { printable } from '../present/plain.ts';
import type { Input, Reply, Screen } from './command.ts';

type Event =
  | { readonly is: 'key'; readonly key: Key }
  | { readonly is: 'changed' | 'hint' | 'second' }
  | { readonly is: 'read'; readonly fresh: Promise<Result<BoardAnswer>> };

/** Of a list so many are looked up. */
export const BOARD_ROWS = 100;

interface Board {
  readonly ports: Ports;
  readonly screen: Screen;
  readonly page: FullScreen;
}

/** null: nobody sits at a terminal. */
export async function leadBoard(ports: Ports, screen: Screen, first: BoardAnswer): Promise<'led' | null> {
  const events = mailbox<Event>();
  const page = await ports.console.open({ key: (key) => events.put({ is: 'key', key }), changed: () => events.put({ is: 'changed' }) });
  if (page === null) return null;
  const ends: (() => void)[] = [];
  try {
    const hint = (): void => events.put({ is: 'hint' });
    ends.push(await ports.watching.hints(hint));
    ends.push(await ports.dispatching.every(first.dashboard.refreshSeconds, hint));
    ends.push(await ports.dispatching.every(1, () => events.put({ is: 'second' })));
    await follow({ ports, screen, page }, first, events);
    return 'led';
  } finally {
    ends.forEach((end) => end());
    page.close();
  }
}

/** Reading goes on beside it: keys are answered meanwhile. */
async function follow(here: Board, first: BoardAnswer, events: Mailbox<Event>): Promise<void> {
  let now: Standing = { answer: first, state: FIRST_STATE, refreshing: QUIET, isAsked: false, trouble: null };
  const go = (call: RefreshCall): void => {
    const { next, begins } = refresh(now.refreshing, call);
    now = { ...now, refreshing: next };
    if (!begins) return;
    const fresh = read(here, now.answer);
    const over = (): void => events.put({ is: 'read', fresh });
    fresh.then(over, over);
  };
  for (;;) {
    const sections = seenOf(here, now.answer, now.state);
    draw(here, sections, now.state);
    const event = await events.take();
    if (event.is === 'hint' || event.is === 'second') go(event.is);
    if (event.is === 'read') {
      now = taken(here, now, await event.fresh);
      go('read');
    }
    if (event.is !== 'key') continue;
    const { state, ask } = press(now.state, event.key, { items: itemsOf(sections), rows: roomOf(here.page.size().rows) });
    now = { ...now, state };
    if (ask?.do === 'quit') return;
    if (ask === null) continue;
    now = await answered(here, ask, now);
    if (ask.do === 'refresh' || ask.do === 'claim' || ask.do === 'acknowledge') go('asked');
  }
}

interface Standing {
  readonly answer: BoardAnswer;
  readonly state: BoardState;
  readonly refreshing: Refreshing;
  /** Whoever sits there wants to know when it was read. */
  readonly isAsked: boolean;
  /** Why it could not be read last. */
  readonly trouble: string | null;
}

async function answered(here: Board, ask: Exclude<Ask, { readonly do: 'quit' }>, now: Standing): Promise<Standing> {
  const { state } = now;
  switch (ask.do) {
    case 'stop':
      here.page.stop();
      return now;
    case 'refresh':
      return { ...now, isAsked: true };
    case 'help':
      return { ...now, state: { ...state, pane: { lines: KEYS, top: 0 } } };
    case 'open': {
      const text = await openText(here, ask.item);
      return { ...now, state: { ...state, pane: { lines: text.split('\n'), top: 0 } } };
    }
    case 'claim':
    case 'acknowledge':
      return { ...now, state: { ...state, message: await changed(here, ask.do, ask.item) } };
  }
}

function read({ ports, screen }: Board, { happened }: BoardAnswer): Promise<Result<BoardAnswer>> {
  return board(ports, { rows: BOARD_ROWS, as: screen.as, after: happened });
}

/** Where it cannot be read what was read before stays, with the reason, until it can. */
function taken(here: Board, now: Standing, fresh: Result<BoardAnswer>): Standing {
  const { state, isAsked, trouble: before } = now;
  const trouble = fresh.ok ? null : describeRefusal(fresh.refusal, sized(here)).message;
  const isOver = before !== null && state.message === before;
  const message = trouble ?? (isAsked ? 'Read again.' : isOver ? '' : state.message);
  return { ...now, answer: fresh.ok ? fresh.value : now.answer, isAsked: false, trouble, state: { ...state, message } };
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
