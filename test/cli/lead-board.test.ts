/** The board on a terminal that keys come from one by one: what it shows while somebody else reads. */
import { describe, expect, it } from 'vitest';
import type { BoardHeard } from '../../src/app/board-port.ts';
import { board } from '../../src/app/board.ts';
import type { Listeners } from '../../src/app/console-port.ts';
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
  const seen = { pages: [] as (readonly string[])[], isOpen: false, reads: 0, isEnded: false };
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
        return Promise.resolve({ read: () => void (seen.reads += 1), end: () => Promise.resolve(void (seen.isEnded = true)) });
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

it('what takes its time is told before it is done', async () => {
  const { press, answer, seen, over } = led();
  await answer();
  for (const key of ['end', 'c']) await press(key);
  await press('q');
  await over;
  const told = seen.pages.map((lines) => lines.at(-1)?.replace(/\u001B\[\d+m/g, ''));
  expect(told).toContain('Claiming FIX-1 ...');
  expect(told.at(-1)).toContain('FIX-1');
});
