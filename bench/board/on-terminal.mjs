/** `coord board` on a terminal of 80 columns and 24 rows. */
import { spawn } from 'node:child_process';
import { cleanEnv } from '../workspace/git.mjs';

const CHOSEN = /\u001B\[\d+m> \u001B/;
const LEFT = '\u001B[?1049l';

/** Answers when its list is there. @param {string} coord @param {string} cwd */
export async function startBoard(coord, cwd) {
  const command = `stty rows 24 cols 80; exec '${process.execPath}' '${coord}' board`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd, env: { ...cleanEnv(), TERM: 'xterm', NO_COLOR: '' } });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let written = '';
  let heard = () => {};
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    written += text;
    heard();
  });
  /** @param {(written: string) => boolean} isThere @returns {Promise<void>} */
  const until = (isThere) =>
    new Promise((resolve) => {
      heard = () => isThere(written) && resolve();
      heard();
    });
  /** Milliseconds until what it wrote since then is so. @param {string} key @param {(written: string) => boolean} isThere */
  const answered = async (key, isThere) => {
    written = '';
    const began = performance.now();
    child.stdin.write(key);
    await until(isThere);
    return performance.now() - began;
  };
  await until((text) => CHOSEN.test(text));
  return {
    /** @param {'j' | 'k'} key */
    press: (key) => answered(key, (text) => CHOSEN.test(text)),
    async quit() {
      const began = performance.now();
      await answered('q', (text) => text.includes(LEFT));
      await ended;
      return performance.now() - began;
    },
  };
}
