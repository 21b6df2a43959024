/** Standard output and error. Node's own streams take a tenth of a start to load, and only a terminal, or a pipe that is full, needs them. */
import { fstatSync, writeSync } from 'node:fs';

type Stream = () => Terminal;

/** What is needed of Node's stream. */
export interface Terminal extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Columns and rows as they are now; what it says without being asked may be a moment old. */
  getWindowSize?(): [number, number];
}

export function createOutput(fd: number, stream: Stream): { write(text: string): void } {
  return {
    write(text) {
      if (mayBeTerminal(fd)) quiet(stream()).write(text);
      else writePlainly(fd, Buffer.from(text), stream);
    },
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

function writePlainly(fd: number, bytes: Buffer, stream: Stream): void {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The reader is gone, which is its right; or the pipe is full and does not block.
    if (code === 'EPIPE') return;
    if (code !== 'EAGAIN') throw error;
    quiet(stream()).write(rest);
  }
}

const heard = new WeakSet<Terminal>();

function quiet(stream: Terminal): Terminal {
  if (!heard.has(stream)) stream.on('error', ignoreClosedPipe);
  heard.add(stream);
  return stream;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
