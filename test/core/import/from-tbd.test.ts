import { expect, test } from 'vitest';
import { readTbd } from '../../../src/core/import/from-tbd.ts';
import { faults, leftOut, short } from '../../support/reading.ts';

const ID = (letter: string): string => `is-01kf5zyg8j2acaqwakdb4vwt6${letter}`;
const issue = (letter: string, fields: string, body = ''): { name: string; text: string } => ({
  name: `.tbd/data-sync/issues/${ID(letter)}.md`,
  text: `---\ntype: is\nid: ${ID(letter)}\ntitle: "Issue ${letter}"\nversion: 7\nlabels: []\nparent_id: null\ndue_date: null\n${fields}\n---\n${body}`,
});
const NAMES = { name: '.tbd/data-sync/mappings/ids.yml', text: `a7k2: ${ID('a').slice(3)}\nb3m9: ${ID('b').slice(3)}\n` };
const CONFIG = { name: '.tbd/config.yml', text: 'tbd_version: 0.2.0\ndisplay:\n  id_prefix: app\n' };

test('an issue names what it blocks; ids are those that people type', () => {
  const reading = readTbd([
    issue('a', `kind: task\nstatus: open\npriority: 1\nassignee: ada\ndependencies:\n  - target: ${ID('b')}\n    type: blocks`, 'Do it.\n\n## Notes\n\nHalf way.\n'),
    issue('b', 'kind: bug\nstatus: deferred\npriority: 3\ndependencies: []'),
    issue('c', `kind: epic\nstatus: closed\npriority: 2\nclosed_at: 2026-01-16T21:55:31.083Z\ndependencies: []`),
    NAMES,
    CONFIG,
    { name: '.tbd/README.md', text: 'What this is' },
  ]);
  expect(short(reading)).toEqual(['app-a7k2 task todo high ada -', 'app-b3m9 task todo low - app-a7k2', `${ID('c')} milestone done medium - -`]);
  expect(reading.draft.tasks.map(({ notes, completed }) => [notes, completed])).toEqual([['Do it.\n\nNotes:\nHalf way.', null], [null, null], [null, '2026-01-16T21:55:31.083Z']]);
  expect(leftOut(reading)).toEqual(['1 no-value status: deferred']);
});

test('a file that cannot be read is named', () => {
  expect(faults(readTbd([{ name: `${ID('a')}.md`, text: '<<<<<<< ours\n---\nid: x\n' }]))).toEqual(['unreadable-source its front matter names no id 1']);
});
