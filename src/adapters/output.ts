/** Standard output and error. Node's own streams take a tenth of a start to load, and only a terminal, or a pipe that is full, needs them. */
import { fstatSync, writeSync } from 'node:fs';
import { writeReason } from './write-failure.ts';

type Stream = () => Terminal;

/** What is needed of Node's stream. */
export interface Terminal extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Columns and rows as they are now; what it says without being asked may be a moment old. */
  getWindowSize?(): [number, number];
}

export interface Written {
  /** False: it reaches nobody, nor will what is written after it. */
  write(text: string): boolean;
  /** Why not all of it was written, for people; null: it was, or its reader went away, which is its right. */
  fault(): string | null;
}

export function createOutput(fd: number, stream: Stream): Written {
  let end: NodeJS.ErrnoException | null = null;
  let heard: Terminal | null = null;
  const open = (): Terminal => {
    heard ??= stream().on('error', (error: NodeJS.ErrnoException) => (end ??= error));
    return heard;
  };
  return {
    write(text) {
      if (end === null && mayBeTerminal(fd) && stream().isTTY === true) open().write(text);
      else if (end === null) end = writePlainly(fd, Buffer.from(text), open);
      return end === null;
    },
    // EIO: the terminal is gone.
    fault: () => (end === null || end.code === 'EPIPE' || (end.code === 'EIO' && heard?.isTTY === true) ? null : writeReason(end)),
  };
}

export interface TerminalSize {
  readonly columns: number | undefined;
  readonly rows: number | undefined;
}

export function terminalOf(fd: number, stream: Stream): { readonly isTTY: boolean; readonly columns: number | undefined; readonly size: () => TerminalSize } {
  if (!mayBeTerminal(fd)) return { isTTY: false, columns: undefined, size: () => ({ columns: undefined, rows: undefined }) };
  const { isTTY = false, columns } = stream();
  return { isTTY, columns, size: () => sizeOf(stream()) };
}

function sizeOf(stream: Terminal): TerminalSize {
  const [columns, rows] = stream.getWindowSize?.() ?? [];
  return { columns: columns || undefined, rows: rows || undefined };
}

function mayBeTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice();
  } catch {
    return true; // closed: Node's stream knows what to do
  }
}

/** What ended it before its time; a pipe that is full and does not block goes on through the stream. */
function writePlainly(fd: number, bytes: Buffer, stream: Stream): NodeJS.ErrnoException | null {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return error as NodeJS.ErrnoException;
    stream().write(rest);
  }
  return null;
}
