import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandOfJob } from '../../src/app/ports.ts';
import { createProcesses } from '../../src/adapters/processes.ts';
import { makeFolder } from '../support/repository.ts';

const node = (script: string, timeoutSeconds = 30, cwd = makeFolder()) => createProcesses().run([process.execPath, '-e', script], { cwd, timeoutSeconds });

describe('a verifier\'s process', () => {
  test('its exit code, and the end of what it said on both streams', async () => {
    const outcome = await node('console.log("out"); process.stdout.write("", () => { console.error("\\u001b[31merr\\u0007"); process.exitCode = 3; })');
    expect(outcome).toMatchObject({ exitCode: 3, timedOut: false });
    expect(outcome.tail.split('\n').sort()).toEqual(['err', 'out']);
    expect(outcome.seconds).toBeGreaterThan(0);
  });

  test('only whole last lines are kept of much output', async () => {
    const { tail } = await node('for (let i = 0; i < 5000; i++) console.log("line " + i)');
    expect(tail.length).toBeLessThanOrEqual(4000);
    expect(tail).toMatch(/^line \d+\n/);
    expect(tail.endsWith('line 4999')).toBe(true);
  });

  test('arguments are arguments, never a shell\'s words', async () => {
    const cwd = makeFolder();
    const { tail } = await createProcesses().run([process.execPath, '-p', 'process.argv[1]', '$(touch x); "a b" `c` *'], { cwd, timeoutSeconds: 30 });
    expect(tail).toBe('$(touch x); "a b" `c` *');
    expect(existsSync(join(cwd, 'x'))).toBe(false);
  });

  test('git\'s local variables do not reach it', async () => {
    process.env['GIT_INDEX_FILE'] = '/nowhere';
    try {
      expect((await node('console.log(String(process.env.GIT_INDEX_FILE))')).tail).toBe('undefined');
    } finally {
      delete process.env['GIT_INDEX_FILE'];
    }
  });

  test('for a job it bears its mark and sees no key that is kept; what it prints of secrets is not', async () => {
    Object.assign(process.env, { COORD_TEST_KEY: 'key-of-a-model', COORD_TEST_TOKEN: 'correct-horse-battery' });
    try {
      const script = 'console.log([process.env.COORD_JOBS, process.env.COORD_TEST_KEY, process.env.COORD_TEST_TOKEN].join())';
      const place = { cwd: makeFolder(), timeoutSeconds: 30 };
      const said = async (job?: CommandOfJob) => (await createProcesses().run([process.execPath, '-e', script], job === undefined ? place : { ...place, job })).tail;
      expect(await said()).toBe(',key-of-a-model,correct-horse-battery');
      expect(await said({ id: '20250812-aaaaaa', keptKeys: ['COORD_TEST_KEY'] })).toBe('20250812-aaaaaa,,[redacted]');
    } finally {
      delete process.env['COORD_TEST_KEY'];
      delete process.env['COORD_TEST_TOKEN'];
    }
  });

  test('past its time it is stopped, with its children', async () => {
    const child = 'setInterval(() => undefined, 1000)';
    const outcome = await node(`require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" }); ${child}`, 0.3);
    expect(outcome).toMatchObject({ exitCode: null, timedOut: true });
  });

  test('a time longer than any timer is not past at once', async () => {
    expect(await node('setTimeout(() => undefined, 300)', 5_000_000)).toMatchObject({ exitCode: 0, timedOut: false });
  });

  test('what it leaves running does not hold us up', async () => {
    const child = 'setInterval(() => undefined, 1000)';
    const outcome = await node(`require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" }).unref()`);
    expect(outcome).toMatchObject({ exitCode: 0, timedOut: false });
  });

  test('a program that is not there', async () => {
    expect(await createProcesses().run(['no-such-program-here'], { cwd: makeFolder(), timeoutSeconds: 30 })).toMatchObject({ exitCode: null, timedOut: false, tail: 'no-such-program-here: no such program' });
  });
});
