import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../src/adapters/store/workspace-store.ts';
import type { Location } from '../../../src/app/ports.ts';
import { ageChanges, applyChange, arbitraryChange } from '../../support/arbitrary-changes.ts';
import { answersOf } from '../../support/answers.ts';
import { runs } from '../../support/arbitrary-runs.ts';
import { makeRepository } from '../../support/repository.ts';

/** An hour on, all times of files are long past: every state that was read is trusted. */
const HOUR = 3_600_000;

async function answer(location: Location, options: Parameters<typeof createStore>[2], how: 'open' | 'openToWrite' = 'open'): Promise<unknown> {
  const opened = await createStore(location, 'test', options)[how]();
  return opened.ok ? answersOf(opened.value) : opened.refusal;
}

function forget({ gitDir }: Location): void {
  rmSync(join(gitDir, 'coord/cache'), { recursive: true, force: true });
}

describe('a cached view', () => {
  it.each([
    ['compared here, all just changed', { few: Infinity, later: 0 }],
    ['compared by git, all just changed', { few: 0, later: 0 }],
    ['compared here, what is unchanged trusted', { few: Infinity, later: HOUR }],
    ['compared by git, what is unchanged trusted', { few: 0, later: HOUR }],
  ])('is what a fresh reading gives, after any changes: %s', async (_, { few, later }) => {
    const property = fc.asyncProperty(fc.array(arbitraryChange, { minLength: 1, maxLength: 12 }), async (changes) => {
      const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/a.yaml': 'id: A\ntask: one\n' } });
      const location = await repository.location();
      const options = { few, now: () => Date.now() + later };
      let bytes: ReadonlyMap<string, string> = new Map();
      for (const [step, change] of changes.entries()) {
        applyChange(repository, change);
        if (later > 0) bytes = ageChanges(repository.root, bytes, step);
        const toWrite = await answer(location, options, 'openToWrite');
        const warm = await answer(location, options);
        const again = await answer(location, options);
        forget(location);
        const cold = await answer(location, options);
        expect(toWrite).toEqual(cold);
        expect(warm).toEqual(cold);
        expect(again).toEqual(cold);
      }
    });
    await fc.assert(property, { numRuns: runs(12) });
  });

  it('is left as it is by whoever writes, until many files are new', async () => {
    const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/a.yaml': 'id: A\ntask: one\n' } });
    const location = await repository.location();
    const kept = (): string => readFileSync(join(location.gitDir, 'coord/cache/snapshot'), 'latin1');
    const addTasks = (from: number, to: number): void => {
      for (let at = from; at < to; at++) repository.write(`deployment/tasks/t${String(at)}.yaml`, `id: T-${String(at)}\ntask: more\n`);
    };
    await answer(location, {});
    const first = kept();
    addTasks(0, 60);
    await answer(location, {}, 'openToWrite');
    expect(kept()).toBe(first);
    addTasks(60, 70);
    await answer(location, {}, 'openToWrite');
    expect(kept()).not.toBe(first);
  });
});
