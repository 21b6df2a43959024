import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeNoOpArena } from '../../bench/overhead/arena.mjs';
import { countGits } from '../../bench/overhead/count-gits.mjs';
import { runDispatcher } from '../../bench/overhead/run-dispatcher.mjs';
import { BINARY } from '../support/coord-binary.ts';
import { makeFolder } from '../support/repository.ts';

const HOUR = 3_600_000;
const TASKS = 12;
/** Of them, 2 make the worktree and remove it, 1 looks for changes, 1 lists claims, 2 commit the records, 1 merges. */
const MOST_GITS_A_TASK = 11;

it('a task that asks for nothing starts a bounded number of gits', { timeout: HOUR }, async () => {
  const place = makeFolder();
  const arena = makeNoOpArena(place, { tasks: TASKS, agents: 4, command: 'true' });
  mkdirSync(join(place, 'counted'));
  let output = '';
  const { started } = await countGits(join(place, 'counted'), async (env) => {
    ({ output } = await runDispatcher(arena.root, BINARY, { max: 2, block: TASKS, env }));
  });
  expect(output).toMatch(/\n12 tasks done\.\n$/);
  expect(started / TASKS).toBeGreaterThan(2);
  expect(started / TASKS).toBeLessThanOrEqual(MOST_GITS_A_TASK);
});
