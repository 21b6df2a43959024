import { expect, test } from 'vitest';
import { withRegion } from '../../src/cli/live-region.ts';

const REPLY = { exit: 0, text: '', data: null };

async function written(work: Parameters<typeof withRegion>[1], columns = 80): Promise<readonly string[]> {
  const texts: string[] = [];
  await withRegion({ stdout: { write: (text: string) => texts.push(text) }, size: () => ({ columns, rows: 24 }) }, work).catch(() => undefined);
  return texts;
}

test('what is drawn is wiped before more is told, and drawn again below it; at the end it is gone', async () => {
  const texts = await written((region) => {
    region.draw(['one', 'two']);
    region.tell('told');
    region.draw(['three']);
    return Promise.resolve(REPLY);
  });
  expect(texts).toEqual(['one\ntwo\n', '\r\u001B[2A\u001B[Jtold\none\ntwo\n', '\r\u001B[2A\u001B[Jthree\n', '\r\u001B[1A\u001B[J']);
});

test('it is gone as well where the work fails, and where nothing was drawn nothing is wiped', async () => {
  const failing = await written((region) => {
    region.draw(['one']);
    return Promise.reject(new Error('broken'));
  });
  expect(failing.at(-1)).toBe('\r\u001B[1A\u001B[J');
  expect(await written(() => Promise.resolve(REPLY))).toEqual([]);
});

test('a line that is wider than the window has become takes several rows; colours take none', async () => {
  const texts = await written((region) => {
    region.draw([`\u001B[36m${'x'.repeat(25)}\u001B[0m`, '']);
    region.draw([]);
    return Promise.resolve(REPLY);
  }, 10);
  expect(texts[1]).toBe('\r\u001B[4A\u001B[J');
});

test('nothing but colours reaches the terminal', async () => {
  const texts = await written((region) => {
    region.draw(['\u001B[2J\u001B[36mred\u001B[0m']);
    region.tell('\u0007');
    return Promise.resolve(REPLY);
  });
  expect(texts.slice(0, 2)).toEqual(['<U+001B>[2J\u001B[36mred\u001B[0m\n', '\r\u001B[1A\u001B[J<U+0007>\n<U+001B>[2J\u001B[36mred\u001B[0m\n']);
});
