import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDispatch } from '../../bench/dispatch/check-dispatch.mjs';
import { makeDispatchArena } from '../../bench/dispatch/dispatch-arena.mjs';
import { dispatch, killDispatcher } from '../../bench/dispatch/kill-dispatch.mjs';
import { makeTemplateArena } from '../../bench/dispatch/template-arena.mjs';
import { BINARY } from '../support/coord-binary.ts';
import { makeFolder } from '../support/repository.ts';
import { expectNoFault, isFull } from '../support/story-races.ts';

const HOUR = 3_600_000;

it('four agents at once do all tasks in order, each proven, handed over and merged', { timeout: HOUR }, async () => {
  const arena = makeDispatchArena(makeFolder(), { rounds: 2 });
  // None of the first four ends before all of them have begun.
  const { exit, output } = await dispatch(arena, BINARY, null, { together: 4 });
  expect(checkDispatch(arena), output).toEqual([]);
  expect(readFileSync(arena.trace, 'utf8').split('\n').slice(0, 4).map((line) => line.split(/[ -]/).slice(0, 2).join(' ')).toSorted()).toEqual(['begin BACKEND', 'begin DBA', 'begin FRONTEND', 'begin WRITER']);
  expect({ exit, last: output.trim().split('\n').at(-1) }).toEqual({ exit: 0, last: '10 tasks done.' });
  expect((await dispatch(arena, BINARY, null)).output).toBe('Nothing could be started.\n');
});

it('the template of three workstreams is done to its end, and no two tasks meet on a file', { timeout: HOUR }, async () => {
  const arena = makeTemplateArena(makeFolder(), BINARY);
  const { output: preview } = await dispatch(arena, BINARY, null, { words: ['--dry-run'] });
  const { exit, output } = await dispatch(arena, BINARY, null);
  expect(checkDispatch(arena), output).toEqual([]);
  expect({ exit, last: output.trim().split('\n').at(-1) }).toEqual({ exit: 0, last: '31 tasks done.' });
  const first = [...preview.matchAll(/^Would start (\S+) on (\S+)$/gm)].map(([, agent, task]) => ` ${task} ${agent} started`);
  expect(first).toHaveLength(3);
  expect(output.split('\n').slice(0, 3).map((line) => line.replace(/^\S+ \S+/, ''))).toEqual(first);
});

it('killed at any moment, all is done once, and nothing is left behind', { timeout: HOUR }, async () => {
  await expectNoFault((place, plan) => killDispatcher(place, { ...plan, kills: isFull ? 50 : 6 }));
});

it('an agent that fails is tried once more, where it was, and then left to people', { timeout: HOUR }, async () => {
  const place = makeFolder();
  mkdirSync(join(place, 'one'));
  const arena = makeDispatchArena(join(place, 'one'), { rounds: 1 });
  const { exit, output } = await dispatch(arena, BINARY, null, { fails: ['DBA-1'], words: ['--agent', 'dba'] });
  expect(exit).toBe(1);
  expect(output.replaceAll(/\d{2}:\d{2} \d{8}-[0-9a-f]{6}/g, 'TIME JOB').replaceAll(/\d{8}-[0-9a-f]{6}/g, 'JOB')).toBe(
    'TIME JOB DBA-1 dba started\nTIME JOB DBA-1 dba failed: it ended with exit code 1\nTIME JOB DBA-1 dba started, attempt 2\nTIME JOB DBA-1 dba failed: it ended with exit code 1\n' +
      'DBA-1 waits: job JOB on it failed (exit); to try once more: coord jobs retry JOB\n0 tasks done, 1 failed: DBA-1 (exit). Why: coord jobs show DBA-1    Once more: coord jobs retry DBA-1\n',
  );
  expect(arena.git('worktree', 'list').split('\n')).toHaveLength(2);
  const retried = await dispatch(arena, BINARY, null, { verb: ['jobs', 'retry', 'DBA-1'] });
  expect(retried.exit).toBe(0);
  expect((await dispatch(arena, BINARY, null, { words: ['--task', 'DBA-1'] })).output).toMatch(/DBA-1 dba started, attempt 3\n.* DBA-1 dba done in .* s, proven by whole\n.* DBA-1 dba merged into main\n1 task done\.\n$/);
});
