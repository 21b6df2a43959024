/** Files that are written in parts, at a time that the test has in its hands. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Look, LiveFiles } from '../../../src/adapters/watch/live-files.ts';
import { settle } from '../../../src/adapters/watch/settle.ts';
import type { FileChange } from '../../../src/app/ports/watch-port.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FILE = 'deployment/tasks/A-1.yaml';

interface Stage {
  readonly write: (text: string | null) => void;
  readonly told: readonly (readonly FileChange[])[];
  readonly isUnsure: () => boolean;
  readonly git: { isAtWork: boolean };
}

/** One file; what ends in "..." is doubtful, null is not there. */
function stage(): Stage {
  let text: string | null = 'old';
  let known: string | null = 'old';
  const told: (readonly FileChange[])[] = [];
  const git = { isAtWork: false };
  const files: Pick<LiveFiles, 'look' | 'accept' | 'blob'> = {
    look: (file): Look => ({ file, blob: text, reading: null, stamp: '', isDoubtful: text === null || text.endsWith('...') }),
    accept: ({ blob }) => void (known = blob),
    blob: () => known,
  };
  const settling = settle({ ...files, changed: () => [], view: () => { throw new Error('nothing is made of it'); } }, (changes) => void told.push(changes), { isMissing: () => false, isGitAtWork: () => git.isAtWork });
  return {
    told,
    write(next) {
      text = next;
      settling.hint([FILE]);
    },
    isUnsure: () => settling.isUnsure(),
    git,
  };
}

it('what is whole is told at once', () => {
  const { write, told, isUnsure } = stage();
  write('new');
  expect([told, isUnsure()]).toEqual([[[{ file: FILE, before: 'old', after: 'new' }]], false]);
});

it('what is half written and then whole is told once, as it is in the end', () => {
  const { write, told, isUnsure } = stage();
  write('ne...');
  vi.advanceTimersByTime(50);
  expect([told, isUnsure()]).toEqual([[], true]);
  write('new');
  vi.advanceTimersByTime(1000);
  expect([told, isUnsure()]).toEqual([[[{ file: FILE, before: 'old', after: 'new' }]], false]);
});

it('what goes on being written is told of when it stands still', () => {
  const { write, told, isUnsure } = stage();
  for (const text of ['n...', 'ne...', 'new...']) {
    write(text);
    vi.advanceTimersByTime(90);
  }
  expect([told, isUnsure()]).toEqual([[], true]);
  vi.advanceTimersByTime(300);
  expect([told, isUnsure()]).toEqual([[[{ file: FILE, before: 'old', after: 'new...' }]], false]);
});

it('a file that is gone for a moment and back as it was brings a look and no change', () => {
  const { write, told, isUnsure } = stage();
  write(null);
  write('old');
  vi.advanceTimersByTime(1000);
  expect([told, isUnsure()]).toEqual([[[]], false]);
});

it('a file that git took away is gone when git is done, or was at work for long', () => {
  const { write, told, git } = stage();
  git.isAtWork = true;
  write(null);
  vi.advanceTimersByTime(1000);
  write('new');
  expect(told).toEqual([[{ file: FILE, before: 'old', after: 'new' }]]);
  write(null);
  vi.advanceTimersByTime(1000);
  git.isAtWork = false;
  vi.advanceTimersByTime(200);
  expect(told.at(-1)).toEqual([{ file: FILE, before: 'new', after: null }]);
  write('newer');
  git.isAtWork = true;
  write(null);
  vi.advanceTimersByTime(4900);
  expect(told.at(-1)).toEqual([{ file: FILE, before: null, after: 'newer' }]);
  vi.advanceTimersByTime(300);
  expect(told.at(-1)).toEqual([{ file: FILE, before: 'newer', after: null }]);
});
