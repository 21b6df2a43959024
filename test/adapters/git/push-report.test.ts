import { describe, expect, test } from 'vitest';
import { readPush, reasonOf } from '../../../src/adapters/git/push-report.ts';

const REF = 'refs/coord/tasks/A-1';
const line = (flag: string, summary: string, ref = REF): string => `To hub\n${flag}\t1234:${ref}\t${summary}\nDone\n`;

describe('what a push says of a ref', () => {
  test.each([
    ['created', line('*', '[new reference]'), '', { kind: 'accepted' }],
    ['updated', line('+', '1234...5678 (forced update)'), '', { kind: 'accepted' }],
    ['dropped', line('-', '[deleted]'), '', { kind: 'accepted' }],
    ['up to date, which proves nothing', line('=', '[up to date]'), '', { kind: 'unclear', reason: '[up to date]' }],
    ['another came first', line('!', '[rejected] (stale info)'), '', { kind: 'stale' }],
    ['a hook', line('!', '[remote rejected] (pre-receive hook declined)'), '', { kind: 'refused', reason: 'pre-receive hook declined' }],
    ['a lock', line('!', '[remote rejected] (failed to update ref)'), '', { kind: 'busy', reason: 'failed to update ref' }],
    ['an object collected on the way, or a full disk', line('!', '[remote rejected] (unpacker error)'), '', { kind: 'busy', reason: 'unpacker error' }],
    ['a disk that fills up later', line('!', '[remote rejected] (unable to migrate objects to permanent storage)'), '', { kind: 'busy', reason: 'unable to migrate objects to permanent storage' }],
    ['no report', line('!', '[remote failure] (remote failed to report status)'), '', { kind: 'unclear', reason: 'remote failed to report status' }],
    ['of another ref only', line('*', '[new reference]', 'refs/coord/tasks/B'), '', { kind: 'unclear', reason: 'it gave no reason' }],
    ['two addresses that do not agree', line('*', '[new reference]') + line('!', '[rejected] (stale info)'), '', { kind: 'unclear', reason: 'its addresses do not agree' }],
    ['no right', '', 'ERROR: Permission to me/app.git denied to you.\nfatal: Could not read from remote repository.\n', { kind: 'refused', reason: 'Could not read from remote repository.' }],
    ['cut off', '', 'fatal: the remote end hung up unexpectedly\n', { kind: 'unclear', reason: 'the remote end hung up unexpectedly' }],
  ])('%s', (_, stdout, stderr, expected) => {
    expect(readPush(stdout, stderr, REF)).toEqual(expected);
  });

  test('without the secrets of an address', () => {
    expect(reasonOf("fatal: unable to access 'https://me:pass@word@host/app.git/?token=abc': refused")).toBe("unable to access 'https://host/app.git/': refused");
  });
});
