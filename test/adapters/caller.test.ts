import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createCaller } from '../../src/adapters/caller.ts';
import { makeRepository } from '../support/repository.ts';

test('the chosen agent is kept for each worktree apart', async () => {
  const repository = makeRepository();
  repository.git('worktree', 'add', '-q', '../other');
  const other = repository.at(join(dirname(repository.root), 'other'));
  const here = createCaller(await repository.location(), repository.root, {});
  const there = createCaller(await other.location(), other.root, { COORD_AGENT: ' backend ', COORD_SESSION: '' });
  expect(await here.chosenAgent()).toBeNull();
  await here.chooseAgent('frontend');
  expect(await here.chosenAgent()).toBe('frontend');
  expect(await there.chosenAgent()).toBeNull();
  expect([here.agentVariable, there.agentVariable, there.session]).toEqual([null, 'backend', null]);
  expect(repository.git('status', '--porcelain')).toBe('');
});
