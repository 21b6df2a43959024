/** The board as it is drawn on a terminal. */
import type { BoardAnswer } from '../app/board/board.ts';
import type { FullScreen } from '../app/ports/console-port.ts';
import type { Clock } from '../app/ports.ts';
import type { BoardState, ItemAsk } from '../core/board/board-state.ts';
import { boardPage, doing, filtered, INDENT } from '../present/board/board-page.ts';
import { boardSections, UNREAD } from '../present/board/board-sections.ts';
import type { BoardSection } from '../present/board/board-sections.ts';
import { printable } from '../present/text/plain.ts';
import type { Screen } from './command.ts';

export interface BoardPlace {
  readonly page: FullScreen;
  readonly screen: Screen;
  readonly clock: Clock;
}

export interface BoardSight {
  /** null: nothing was read yet. */
  readonly answer: BoardAnswer | null;
  readonly state: BoardState;
  /** What is being done; null: nothing. */
  readonly acting: ItemAsk | null;
}

/** Answers what is seen. */
export function drawBoard(place: BoardPlace, { answer, state, acting }: BoardSight): readonly BoardSection[] {
  const screen = sized(place);
  const sections = answer === null ? UNREAD : filtered(boardSections(answer, { ...screen, columns: Math.max(1, screen.columns - INDENT) }), state.filter);
  const told = acting === null ? state : { ...state, message: doing(acting) };
  place.page.draw(boardPage(sections, told, place.page.size(), screen).map((line) => printable(line, screen.colour)));
  return sections;
}

/** As wide as the terminal is now, at the time that it is now. */
export const sized = ({ clock, screen, page }: BoardPlace): Screen => ({ ...screen, columns: page.size().columns, now: clock.now() });
