/** Who reads for a board, and does what is asked there: apart from whoever draws it, so that keys are answered meanwhile. */
import type { ItemAsk } from '../../core/board/board-state.ts';

export interface BoardRequest {
  /** Of long lists at most so many. */
  readonly rows: number;
  readonly as: string | null;
}

export interface BoardHeard {
  /** What `look-on` answers; it comes from another thread, as plain data without its type. */
  readonly read: (answer: unknown) => void;
  /** What was asked is done, or why it is not; in words. */
  readonly said: (text: string) => void;
  /** It is no more, by a fault of coord. */
  readonly broken: (fault: Error) => void;
}

export interface BoardReader {
  /** These are heard of when they are over; one of each at a time. */
  read(): void;
  /** For a terminal of so many columns. */
  act(ask: ItemAsk, columns: number): void;
  /** At once, also while it reads. */
  end(): Promise<void>;
}

export interface BoardReaders {
  begin(request: BoardRequest, heard: BoardHeard): Promise<BoardReader>;
}
