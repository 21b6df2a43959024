/**
 * The terminal as a page: the other screen of it, no cursor, each key by itself. Whatever ends or stops this process,
 * the terminal is first put back to what it was.
 */
import { writeSync } from 'node:fs';
import type { ReadStream, WriteStream } from 'node:tty';
import type { Console, FullScreen, Listeners } from '../app/ports/console-port.ts';

const STDOUT = 1;
const WIPE_ALL = '\u001B[2J';
/** The other screen, empty; no cursor; long lines are cut, not continued. */
const ENTER = `\u001B[?1049h\u001B[?25l\u001B[?7l${WIPE_ALL}`;
const LEAVE = '\u001B[?7h\u001B[?25h\u001B[?1049l';
const AT = (row: number): string => `\u001B[${row};1H`;
const WIPE_LINE = '\u001B[K';
const WIPE_REST = '\u001B[J';
const ENDING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export function createConsole(input: () => ReadStream, output: () => WriteStream): Console {
  return {
    async open(listeners) {
      const stdin = input();
      const stdout = output();
      if (!stdin.isTTY || !stdout.isTTY) return null;
      const { emitKeypressEvents } = process.getBuiltinModule('node:readline');
      emitKeypressEvents(stdin);
      return Promise.resolve(fullScreen(stdin, stdout, listeners));
    },
  };
}

interface KeyPress {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

/** A character that writes nothing is a key by its name alone. */
const WRITES_NOTHING = /^[\p{Cc}\p{Cs}]/u;

function fullScreen(stdin: ReadStream, stdout: WriteStream, { key, changed }: Listeners): FullScreen {
  let drawn: readonly string[] = [];
  const enter = (): void => {
    stdin.setRawMode(true);
    drawn = [];
    writeWhole(ENTER);
  };
  const leave = (): void => {
    writeWhole(LEAVE);
    stdin.setRawMode(false);
  };
  const stop = (): void => {
    leave();
    process.kill(process.pid, 'SIGSTOP');
  };
  const stopListening = listen(stdin, stdout, {
    key,
    resized() {
      drawn = [];
      writeWhole(WIPE_ALL);
      changed();
    },
    ending(signal) {
      close();
      process.kill(process.pid, signal);
    },
    stop,
    goOn() {
      enter();
      changed();
    },
    exit: leave,
  });
  function close(): void {
    stopListening();
    stdin.pause();
    leave();
  }

  enter();
  return {
    close,
    stop,
    size: () => sizeOf(stdout),
    draw(lines) {
      writeWhole(differing(drawn, lines.slice(0, sizeOf(stdout).rows)));
      drawn = lines;
    },
  };
}

interface Heard {
  readonly key: Listeners['key'];
  readonly resized: () => void;
  readonly ending: (signal: NodeJS.Signals) => void;
  readonly stop: () => void;
  readonly goOn: () => void;
  readonly exit: () => void;
}

/** Answers how to end that. */
function listen(stdin: ReadStream, stdout: WriteStream, { key, resized, ending, stop, goOn, exit }: Heard): () => void {
  const onKey = (text: string | undefined, { name = '', ctrl = false, meta = false }: KeyPress): void => {
    const isText = text !== undefined && !ctrl && !meta && !WRITES_NOTHING.test(text);
    key({ name, ctrl, text: isText ? text : '' });
  };
  ENDING.forEach((signal) => process.on(signal, ending));
  process.on('SIGTSTP', stop).on('SIGCONT', goOn).on('exit', exit);
  stdout.on('resize', resized);
  stdin.on('keypress', onKey).resume();
  return () => {
    ENDING.forEach((signal) => process.off(signal, ending));
    process.off('SIGTSTP', stop).off('SIGCONT', goOn).off('exit', exit);
    stdout.off('resize', resized);
    stdin.off('keypress', onKey);
  };
}

function sizeOf(stdout: WriteStream): { readonly columns: number; readonly rows: number } {
  const [columns, rows] = stdout.getWindowSize();
  return { columns: columns || 80, rows: rows || 24 };
}

/** Only lines that changed are written: over a slow line all of a page would be seen to come. */
function differing(before: readonly string[], lines: readonly string[]): string {
  const changes = lines.map((line, index) => (line === before[index] ? '' : `${AT(index + 1)}${WIPE_LINE}${line}`)).join('');
  return before.length > lines.length ? `${changes}${AT(lines.length + 1)}${WIPE_REST}` : changes;
}

/** At once, also while the process ends. A terminal that takes no more for now is asked again. */
function writeWhole(text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(STDOUT, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EAGAIN') return; // the terminal is gone
    }
  }
}
