/** Who reads for a board: apart from whoever draws it, so that keys are answered meanwhile. */

export interface BoardRequest {
  /** Of long lists at most so many. */
  readonly rows: number;
  readonly as: string | null;
}

export interface BoardHeard {
  /** What `look-on` answers; it comes from another thread, as plain data without its type. */
  readonly read: (answer: unknown) => void;
  /** It reads no more, by a fault of coord. */
  readonly broken: (fault: Error) => void;
}

export interface BoardReader {
  /** Is heard of when it is over; one at a time. */
  read(): void;
  /** At once, also while it reads. */
  end(): Promise<void>;
}

export interface BoardReaders {
  begin(request: BoardRequest, heard: BoardHeard): Promise<BoardReader>;
}
