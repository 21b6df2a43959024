import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listClaims, readClaim, swapClaim } from '../../../src/adapters/git/claim-refs.ts';
import { keptClaims, keptClaimsOf } from '../../../src/adapters/git/kept-claims.ts';
import { aClaim } from '../../support/a-claim.ts';
import { makeRepository } from '../../support/repository.ts';

const REFS = '.git/refs/coord/tasks';

async function make() {
  const repository = makeRepository();
  const location = await repository.location();
  const cache = join(location.gitDir, 'coord/cache/refs-coord-tasks-list');
  const swap = async (id: string, agent: string) => swapClaim(location, id, (await readClaim(location, id))?.oid ?? null, aClaim({ agent }));
  await swap('A', 'first');
  return {
    repository,
    location,
    cache,
    swap,
    /** Agents by task, as seen when the refs have been quiet for a while. */
    list: async (build = 'b') => (await keptClaims(location, build, undefined, Date.now() + 10_000)).map(({ id, claim }) => [id, claim?.agent]),
    /** So that what comes from the cache can be told from what git says. */
    mark: () => writeFileSync(cache, readFileSync(cache, 'utf8').replaceAll('first', 'kept')),
  };
}

describe('the kept list of claims', () => {
  test('serves while no ref changes, and only for the build that kept it', async () => {
    const { list, mark } = await make();
    expect(await list()).toEqual([['A', 'first']]);
    mark();
    expect(await list()).toEqual([['A', 'kept']]);
    expect(await list('other')).toEqual([['A', 'first']]);
  });

  test('is what git lists', async () => {
    const { list, swap, location } = await make();
    await swap('B', 'Ж "x"\n');
    await list();
    expect(await keptClaims(location, 'b', undefined, Date.now() + 10_000)).toEqual(await listClaims(location));
  });

  test('gives one of it as the whole gives it, kept or not', async () => {
    const { list, swap, location, cache } = await make();
    for (const id of ['A-1', 'a', 'B.2']) await swap(id, 'x","id":"C",\n{"id":"C",');
    const listed = await listClaims(location);
    const wanted = ['A', 'A-1', 'a', 'B.2', 'C', 'B', '"'];
    const answers = () => Promise.all(wanted.map((id) => keptClaimsOf(location, 'b', [id], undefined, Date.now() + 10_000)));
    const expected = wanted.map((id) => listed.filter((ref) => ref.id === id));
    expect(await answers()).toEqual(expected);
    await list();
    expect(await answers()).toEqual(expected);
    writeFileSync(cache, readFileSync(cache, 'utf8').replaceAll('"claim":', '"claim"'));
    expect(await answers()).toEqual(expected);
  });

  test('is not made while refs may still change without a trace', async () => {
    const { location, cache } = await make();
    await keptClaims(location, 'b');
    expect(existsSync(cache)).toBe(false);
  });

  const changes: [string, (made: Awaited<ReturnType<typeof make>>) => unknown, unknown[]][] = [
    ['a claim changes', ({ swap }) => swap('A', 'second'), [['A', 'second']]],
    ['a claim comes', ({ swap }) => swap('B', 'second'), [['A', 'first'], ['B', 'second']]],
    ['git packs the refs', ({ repository }) => repository.git('pack-refs', '--all'), [['A', 'first']]],
    ['a packed claim changes', async ({ repository, swap, list }) => {
      repository.git('pack-refs', '--all');
      await list();
      await swap('A', 'second');
    }, [['A', 'second']]],
    ['a claim is deleted', ({ repository }) => repository.git('update-ref', '-d', 'refs/coord/tasks/A'), []],
    ['a packed claim is deleted', async ({ repository, list }) => {
      repository.git('pack-refs', '--all');
      await list();
      repository.git('update-ref', '-d', 'refs/coord/tasks/A');
    }, []],
    ['all that was kept is rubbish', ({ cache }) => writeFileSync(cache, readFileSync(cache).subarray(0, -9)), [['A', 'first']]],
  ];
  test.each(changes)('is not served after %s', async (_, change, expected) => {
    const made = await make();
    await made.list();
    if (existsSync(made.cache)) made.mark();
    await change(made);
    expect(await made.list()).toEqual(expected);
  });

  test('is not made where a ref is broken, or lies deeper than tasks do: these may be mended in place', async () => {
    const { repository, list, cache } = await make();
    writeFileSync(join(repository.root, REFS, 'EMPTY'), '');
    expect(await list()).toEqual([['A', 'first'], ['EMPTY', undefined]]);
    rmSync(join(repository.root, REFS, 'EMPTY'));
    repository.git('update-ref', 'refs/coord/tasks/B/x', 'refs/coord/tasks/A');
    expect(await list()).toEqual([['A', 'first'], ['B/x', 'first']]);
    expect(existsSync(cache)).toBe(false);
  });
});
