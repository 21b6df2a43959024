/** A terminal of which all is taken: each key is heard, every line is ours, and it is left as it was found. */
import type { Key } from '../../core/board/board-state.ts';

export interface Listeners {
  readonly key: (key: Key) => void;
  /** Its window has another size, or it was given back to us: all has to be drawn again. */
  readonly changed: () => void;
}

export interface FullScreen {
  /** Both are at least 1. */
  size(): { readonly columns: number; readonly rows: number };
  /** From the top; lines end where they end. Whoever draws sees to it that nothing in them moves the cursor. */
  draw(lines: readonly string[]): void;
  /** As Ctrl-Z does: this process stops until it is told to go on. */
  stop(): void;
  close(): void;
}

export interface Console {
  /** null where nobody sits at a terminal. */
  open(listeners: Listeners): Promise<FullScreen | null>;
}
