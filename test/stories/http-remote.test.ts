/** Claims shared over HTTP with a password, as with a hosting site. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasHttpBackend, overHttp, PASSWORD } from '../support/over-http.ts';
import type { OverHttp } from '../support/over-http.ts';

describe.skipIf(!hasHttpBackend)('a remote behind git-http-backend', () => {
  let remote: OverHttp;
  beforeAll(async () => {
    remote = await overHttp();
  });
  afterAll(() => {
    remote.stop();
  });
  beforeEach(() => {
    remote.answerPushes(null);
    remote.one.git('remote', 'set-url', 'origin', remote.url(PASSWORD));
    for (const clone of [remote.one, remote.other]) for (const id of ['FIX-001', 'DOC-001']) clone.coord(`release ${id}`);
  });

  it('one has the task, the other is told, and it goes on when it is given back', () => {
    const { one, other } = remote;
    expect(one.coord('claim FIX-001 --as frontend')).toEqual({ exit: 0, stdout: 'FIX-001 is yours until 2025-08-12T14:00:00Z.\n', stderr: '' });
    expect(other.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 3, stderr: expect.stringContaining('FIX-001 is held by frontend') as unknown });
    expect(one.coord('release FIX-001')).toMatchObject({ exit: 0, stderr: '' });
    expect(other.coord('claim FIX-001 --as frontend')).toMatchObject({ exit: 0, stderr: '' });
    expect(one.coord('sync').stdout).toContain('FIX-001');
  });

  it.each([
    ['a wrong password', 'wrong-word', "Authentication failed for 'http://"],
    ['no password, and nobody to ask for it', null, "could not read Username for 'http://"],
  ])('%s: said, with what to do, and no word of the secret', (_, password, said) => {
    const { one } = remote;
    one.git('remote', 'set-url', 'origin', remote.url(password));
    const { exit, stderr } = one.coord('claim DOC-001 --as frontend');
    expect(exit).toBe(4);
    expect(stderr).toContain(said);
    expect(stderr).toContain('Sign in to it, in a terminal: git fetch origin\n');
    expect(stderr).not.toContain('-word');
  });

  it('a server that fails while it is pushed to: unknown is not held', () => {
    const { one, other } = remote;
    remote.answerPushes(500);
    expect(one.coord('claim DOC-001 --as frontend')).toMatchObject({ exit: 4, stdout: '', stderr: expect.stringContaining('returned error: 500') as unknown });
    remote.answerPushes(null);
    expect(other.coord('claim DOC-001 --as backend')).toMatchObject({ exit: 0, stderr: '' });
  });

  it('a password that may only read: claimed on this machine alone, and that is said', () => {
    const { one } = remote;
    remote.answerPushes(403);
    expect(one.coord('claim DOC-001 --as frontend')).toMatchObject({ exit: 0, stderr: expect.stringContaining('Only this machine knows of it: origin does not take claims') as unknown });
  });
});
