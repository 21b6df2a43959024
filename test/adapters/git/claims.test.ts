import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClaims } from '../../../src/adapters/git/claims.ts';
import { identityOf } from '../../../src/adapters/process-identity.ts';
import { aClaim } from '../../support/a-claim.ts';
import { makeRepository } from '../../support/repository.ts';

async function make() {
  const repository = makeRepository();
  return { repository, claims: createClaims(await repository.location(), 'test') };
}
const nonce = (digit: number): string => digit.toString(16).repeat(32);
const yes = { ok: true, value: true };
const no = { ok: true, value: false };

describe('claims as refs', () => {
  test('none at first; then what was put there, under the same id', async () => {
    const { claims } = await make();
    expect(await claims.list()).toEqual([]);
    expect(await claims.read('FIX-001')).toBeNull();
    expect(await claims.swap('FIX-001', null, aClaim())).toEqual(yes);
    expect(await claims.read('FIX-001')).toMatchObject({ id: 'FIX-001', claim: aClaim() });
  });

  test('many are listed by one call, whatever their bytes', async () => {
    const { repository, claims } = await make();
    const odd = repository.git('hash-object', '-w', 'README');
    await claims.swap('A', null, aClaim({ agent: 'Ж\n"x"' }));
    repository.git('update-ref', 'refs/coord/tasks/B', odd);
    await claims.swap('C.1', null, aClaim({ agent: 'c' }));
    repository.git('update-ref', 'refs/coord/tasks/D', 'HEAD');
    expect((await claims.list()).map(({ id, claim }) => [id, claim?.agent])).toEqual([['A', 'Ж\n"x"'], ['B', undefined], ['C.1', 'c'], ['D', undefined]]);
  });

  test('an id that begins another is not that other', async () => {
    const { claims } = await make();
    await claims.swap('FIX-0010', null, aClaim());
    expect(await claims.read('FIX-001')).toBeNull();
  });

  test('a ref that leads nowhere, to a giant, or holds rubbish is told of, and hides no other', async () => {
    const { repository, claims } = await make();
    await claims.swap('A', null, aClaim());
    const refs = join(repository.root, '.git', 'refs', 'coord', 'tasks');
    writeFileSync(join(refs, 'EMPTY'), '');
    expect((await claims.list()).map(({ id, claim }) => [id, claim !== null])).toEqual([['A', true], ['EMPTY', false]]);
    expect(await claims.read('EMPTY')).toMatchObject({ claim: null });
    writeFileSync(join(refs, 'GONE'), `${'12'.repeat(20)}\n`);
    repository.write('giant', 'x'.repeat(100_000));
    repository.git('update-ref', 'refs/coord/tasks/GIANT', repository.git('hash-object', '-w', 'giant'));
    expect((await claims.list()).map(({ id, claim }) => [id, claim !== null])).toEqual([['A', true], ['GIANT', false], ['GONE', false], ['EMPTY', false]]);
    expect(await claims.read('GONE')).toMatchObject({ claim: null });
  });

  test('a ref below the name of another is not that other', async () => {
    const { repository, claims } = await make();
    await claims.swap('B', null, aClaim());
    repository.git('update-ref', 'refs/coord/tasks/A/x', 'refs/coord/tasks/B');
    expect(await claims.read('A')).toBeNull();
  });

  test('only who knows the present value may change it', async () => {
    const { claims } = await make();
    await claims.swap('A', null, aClaim({ nonce: nonce(1) }));
    const first = await claims.read('A');
    expect(await claims.swap('A', null, aClaim({ nonce: nonce(2) }))).toEqual(no);
    expect(await claims.swap('A', first?.oid ?? '', aClaim({ nonce: nonce(3), token: 2 }))).toEqual(yes);
    expect(await claims.swap('A', first?.oid ?? '', aClaim({ nonce: nonce(4), token: 2 }))).toEqual(no);
    expect(await claims.swap('B', first?.oid ?? '', aClaim())).toEqual(no);
    expect((await claims.read('A'))?.claim?.nonce).toBe(nonce(3));
  });

  test('sixteen ask at once: one gets it', async () => {
    const { claims } = await make();
    const asked = await Promise.all(Array.from({ length: 16 }, (_, at) => claims.swap('A', null, aClaim({ nonce: nonce(at) }))));
    expect(asked.filter((answer) => answer.ok && answer.value)).toHaveLength(1);
    const winner = asked.findIndex((answer) => answer.ok && answer.value);
    expect((await claims.read('A'))?.claim?.nonce).toBe(nonce(winner));
  });

  test('packing, collecting garbage and worktrees change nothing', async () => {
    const { repository, claims } = await make();
    await claims.swap('A', null, aClaim());
    const before = await claims.read('A');
    repository.git('pack-refs', '--all');
    repository.git('gc', '-q', '--prune=now');
    repository.git('worktree', 'add', '-q', '../other');
    const other = createClaims(await repository.at(join(dirname(repository.root), 'other')).location(), 'test');
    expect(await other.read('A')).toEqual(before);
    expect(await other.swap('A', before?.oid ?? '', aClaim({ state: 'released' }))).toEqual(yes);
    expect((await claims.read('A'))?.claim?.state).toBe('released');
  });

  test('a lock left by a git that died a while ago is removed', async () => {
    const { repository, claims } = await make();
    const lock = lockOf(repository.root, 'A');
    utimesSync(lock, new Date(), new Date(Date.now() - 61_000));
    expect(await claims.swap('A', null, aClaim())).toEqual(yes);
    expect(existsSync(lock)).toBe(false);
    expect(readdirSync(join(repository.root, '.git', 'coord'))).toEqual([]);
  });

  test('a young lock is left alone and named', async () => {
    const { repository, claims } = await make();
    const lock = lockOf(repository.root, 'A');
    const answer = await claims.swap('A', null, aClaim());
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ref-locked', facts: { path: lock } } });
    expect(existsSync(lock)).toBe(true);
  });
});

describe('holdings', () => {
  test('are private to the worktree, and to the user', async () => {
    const { repository, claims } = await make();
    repository.git('worktree', 'add', '-q', '../other');
    const path = join(dirname(repository.root), 'other');
    const other = createClaims(await repository.at(path).location(), 'test');
    const held = { id: 'A', agent: 'frontend', nonce: nonce(1), session: null };
    await claims.hold(held);
    await claims.hold({ ...held, id: 'B', session: 's' }, path);
    expect(await claims.holdings()).toEqual([held]);
    expect(await other.holdings()).toEqual([{ ...held, id: 'B', session: 's' }]);
    expect(statSync(join(repository.root, '.git', 'coord', 'held', 'A')).mode & 0o777).toBe(0o600);
    await claims.drop('A');
    await claims.drop('A');
    expect(await claims.holdings()).toEqual([]);
  });

  test('what was intended is held if the claim was won before a crash, and only then', async () => {
    const { repository, claims } = await make();
    const intended = { id: 'A', agent: 'frontend', nonce: nonce(1), session: null };
    await claims.intend(intended);
    await claims.intend({ ...intended, nonce: nonce(2) });
    await claims.intend({ ...intended, id: 'B', nonce: nonce(3) });
    expect(await claims.holdings()).toEqual([]);
    await claims.swap('A', null, aClaim({ nonce: nonce(2) }));
    await claims.swap('B', null, aClaim({ nonce: nonce(4) }));
    expect(await claims.holdings()).toEqual([{ ...intended, nonce: nonce(2) }]);
    await claims.forget(intended);
    await claims.forget({ ...intended, id: 'B', nonce: nonce(3) });
    expect(readdirSync(join(repository.root, '.git', 'coord', 'held'))).toEqual(['A']);
  });

  test('what another process is just claiming is not held yet: the same agent may have been started twice', async () => {
    const { repository, claims } = await make();
    const intended = { id: 'A', agent: 'frontend', nonce: nonce(1), session: null };
    await claims.intend(intended);
    await claims.swap('A', null, aClaim({ nonce: nonce(1) }));
    const path = join(repository.root, '.git', 'coord', 'held', `A~${nonce(1)}`);
    const writtenBy = (by: unknown): void => writeFileSync(path, JSON.stringify({ ...intended, by }));
    writtenBy(identityOf(process.ppid));
    expect(await claims.holdings()).toEqual([]);
    writtenBy({ ...identityOf(process.ppid), started: 'before' });
    expect(await claims.holdings()).toEqual([intended]);
  });

  test('a file that makes no sense holds nothing', async () => {
    const { repository, claims } = await make();
    const folder = join(repository.root, '.git', 'coord', 'held');
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of [['A', ''], ['B', '[]'], ['C', '{"agent":1}']] as const) writeFileSync(join(folder, name), text);
    expect(await claims.holdings()).toEqual([]);
  });
});

function lockOf(root: string, id: string): string {
  const lock = join(root, '.git', 'refs', 'coord', 'tasks', `${id}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(lock, '');
  return lock;
}
