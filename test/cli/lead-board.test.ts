/** The board on a terminal that keys come from one by one: what it shows while somebody else reads. */
import { describe, expect, it } from 'vitest';
import type { BoardHeard } from '../../src/app/ports/board-port.ts';
import { board } from '../../src/app/board/board.ts';
import type { Listeners } from '../../src/app/ports/console-port.ts';
import { leadBoard } from '../../src/cli/lead-board.ts';
import { refused } from '../../src/core/problem/refusal.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import type { Memory } from '../support/memory-ports.ts';
import { TERMINAL } from '../support/screens.ts';

const FILES = {
  'deployment/coord.yaml': 'protocol: 1\nteam:\n  frontend: {}\n  backend: {}\n',
  'deployment/tasks/FIX-1.yaml': 'id: FIX-1\ntask: Mend it\nagent: frontend\n',
};

/** A board that is led; the test is the terminal, and reads for it. */
function led(memory: Partial<Memory> = {}) {
  const seen = { pages: [] as (readonly string[])[], isOpen: false, reads: 0, acts: [] as string[], isEnded: false };
  const on: Partial<Listeners & BoardHeard> = {};
  const ports = memoryPorts({
    files: FILES,
    console: {
      open(listeners) {
        Object.assign(on, listeners);
        seen.isOpen = true;
        return Promise.resolve({ size: () => ({ columns: 80, rows: 24 }), draw: (lines) => seen.pages.push(lines), stop: () => undefined, close: () => void (seen.isOpen = false) });
      },
    },
    boardReaders: {
      begin(_, heard) {
        Object.assign(on, heard);
        return Promise.resolve({ read: () => void (seen.reads += 1), act: ({ do: does, item }) => void seen.acts.push(`${does} ${item.name}`), end: () => Promise.resolve(void (seen.isEnded = true)) });
      },
    },
    ...memory,
  });
  const over = leadBoard(ports, { ...TERMINAL, colour: true, as: 'frontend' });
  return {
    seen,
    over,
    hear: on,
    /** Once it is drawn. */
    page: () => turn().then(() => seen.pages.at(-1)?.join('\n') ?? ''),
    press: (text: string) => turn().then(() => on.key?.({ name: text, ctrl: false, text })),
    answer: async () => {
      await turn();
      on.read?.(await board(ports, { rows: 100, as: 'frontend' }));
    },
  };
}

/** All that was begun has been done: nothing here waits for the machine. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
const ALL_OVER = { isOpen: false, isEnded: true };

describe('while it is read', () => {
  it('says so at first, and ends without an answer', async () => {
    const { page, press, over, seen } = led();
    expect(await page()).toContain('Reading the workspace ...');
    await press('q');
    expect(await over).toEqual({ ok: true, value: undefined });
    expect(seen).toMatchObject(ALL_OVER);
  });

  it('keys go on', async () => {
    const { page, press, answer, over, seen } = led();
    await answer();
    expect(await page()).toContain('> \u001B[0m\u001B[1mfrontend');
    await press('r');
    await press('j');
    expect(await page()).toContain('> \u001B[0m\u001B[1mbackend');
    expect(seen.reads).toBe(2);
    await press('q');
    await over;
  });
});

it('nothing to be read at first: that is the answer', async () => {
  const { hear, over, seen, page } = led();
  await page();
  hear.read?.(refused('no-workspace', { folder: 'deployment' }));
  expect(await over).toMatchObject({ ok: false, refusal: { code: 'no-workspace' } });
  expect(seen).toMatchObject(ALL_OVER);
});

it('a reader that breaks ends it, and the terminal is given back', async () => {
  const { hear, over, seen, answer } = led();
  await answer();
  hear.broken?.(new TypeError('broken'));
  await expect(over).rejects.toThrow('broken');
  expect(seen).toMatchObject(ALL_OVER);
});

describe('what is asked for', () => {
  it('is told at once, keys go on, and then it is read again', async () => {
    const { page, press, answer, hear, seen, over } = led();
    await answer();
    for (const key of ['end', 'c', 'home']) await press(key);
    expect(await page()).toMatch(/> \u001B\[0m\u001B\[1mfrontend[^]*Claiming FIX-1 \.\.\./);
    expect(seen).toMatchObject({ acts: ['claim FIX-1'], reads: 1 });
    hear.said?.('FIX-1 is yours.');
    expect(await page()).toContain('FIX-1 is yours.');
    expect(seen.reads).toBe(2);
    await press('q');
    await over;
  });

  it('is one thing at a time', async () => {
    const { press, answer, seen, over } = led();
    await answer();
    for (const key of ['return', 'return', 'end', 'c', 'q']) await press(key);
    expect(await over).toMatchObject({ ok: true });
    expect(seen.acts).toEqual(['open frontend']);
  });

  it('opens over words that are being typed', async () => {
    const { page, press, answer, hear, over } = led();
    await answer();
    for (const key of ['return', '/']) await press(key);
    hear.said?.('one\ntwo');
    expect(await page()).toMatch(/^one\ntwo\n[^]*q back/);
    for (const key of ['q', 'q']) await press(key);
    expect(await over).toMatchObject({ ok: true });
  });

  it('is not left halfway where it changes something, unless q comes twice', async () => {
    const [waiting, twice] = [led(), led()];
    for (const { answer, press } of [waiting, twice]) {
      await answer();
      for (const key of ['end', 'c', 'q']) await press(key);
    }
    expect(await waiting.page()).toContain('Claiming FIX-1 ...');
    expect(waiting.seen.isOpen).toBe(true);
    waiting.hear.said?.('FIX-1 is yours.');
    await twice.press('q');
    for (const { over, seen } of [waiting, twice]) {
      await over;
      expect(seen).toMatchObject(ALL_OVER);
    }
  });
});
