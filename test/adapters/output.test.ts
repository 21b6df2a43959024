import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createOutput, terminalOf } from '../../src/adapters/output.ts';
import { makeFolder } from '../support/repository.ts';

const fallback = () => {
  const stream = new PassThrough();
  return { stream, given: () => String(stream.read() ?? ''), get: () => stream };
};
const unused = (): never => {
  throw new Error('no stream is needed');
};

function makePipe() {
  const path = join(makeFolder(), 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { reader, writer: openSync(path, constants.O_WRONLY | constants.O_NONBLOCK) };
}

describe('what is written', () => {
  test('to a file is there at once and whole', () => {
    const path = join(makeFolder(), 'out');
    const fd = openSync(path, 'w');
    createOutput(fd, unused).write('häh\n'.repeat(100_000));
    expect(readFileSync(path, 'utf8')).toBe('häh\n'.repeat(100_000));
    expect(terminalOf(fd, unused)).toMatchObject({ isTTY: false, columns: undefined });
    closeSync(fd);
  });

  test('to a pipe that is full and does not wait goes on through the stream, nothing twice', () => {
    const { reader, writer } = makePipe();
    const { given, get } = fallback();
    const text = Array.from({ length: 50_000 }, (_, at) => `${String(at)}\n`).join('');
    createOutput(writer, get).write(text);
    const start = Buffer.alloc(text.length);
    const length = readSync(reader, start);
    expect(length).toBeLessThan(text.length);
    expect(start.toString('utf8', 0, length) + given()).toBe(text);
  });

  test('to a pipe nobody reads any more is dropped in silence', () => {
    const { reader, writer } = makePipe();
    closeSync(reader);
    const output = createOutput(writer, unused);
    expect([output.write('late'), output.write('later'), output.fault()]).toEqual([false, false, null]);
  });

  test.skipIf(!existsSync('/dev/full'))('where nothing more can be is not written, and why not is known', () => {
    const fd = openSync('/dev/full', 'w');
    const output = createOutput(fd, () => new PassThrough());
    expect([output.write('much'), output.write('more'), output.fault()]).toEqual([false, false, 'the disk is full']);
    closeSync(fd);
  });

  test('to a terminal goes through its stream, which may go away, but other faults are told', () => {
    const device = openSync('/dev/null', 'w');
    const { stream, given, get } = fallback();
    Object.assign(stream, { isTTY: true, columns: 90 });
    const faultAfter = (code: string): string | null => {
      const output = createOutput(device, get);
      expect(output.write('seen')).toBe(true);
      expect(given()).toBe('seen');
      stream.emit('error', Object.assign(new Error('no'), { code }));
      expect(output.write('late')).toBe(false);
      return output.fault();
    };
    expect(['EPIPE', 'EIO', 'ENOSPC', 'ENXIO'].map(faultAfter)).toEqual([null, null, 'the disk is full', 'no']);
    expect(terminalOf(device, get)).toMatchObject({ isTTY: true, columns: 90 });
    closeSync(device);
  });
});
