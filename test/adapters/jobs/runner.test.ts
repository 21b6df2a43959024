import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRunner } from '../../../src/adapters/jobs/runner.ts';
import { processesOf } from '../../../src/adapters/jobs/job-processes.ts';
import { identityOf, isRunning } from '../../../src/adapters/process-identity.ts';
import type { OutputLine, RunEnd, RunSpec, Running } from '../../../src/app/ports/runner-port.ts';
import { makeFolder } from '../../support/repository.ts';

const runner = createRunner({ grace: 300, look: 50 });
/** Nothing here may wait for it: a test that does fails by its own time. */
const LONG = 10_000;
let count = 0;

interface Seen {
  readonly running: Running;
  readonly lines: readonly OutputLine[];
  readonly job: string;
  /** The first line of its output. */
  readonly first: Promise<string>;
}

async function start(script: string, more: Partial<RunSpec> = {}): Promise<Seen> {
  const lines: OutputLine[] = [];
  let told: (line: string) => void = () => undefined;
  const first = new Promise<string>((resolve) => (told = resolve));
  const onLine = (line: OutputLine): void => {
    if (lines.length < 1000) lines.push(line);
    told(line.text);
  };
  const job = `20251121-${process.pid}-${++count}`;
  const started = await runner.start({ job, argv: [process.execPath, '-e', script], cwd: makeFolder(), stdin: '', env: [], set: {}, timeoutSeconds: LONG, memoryMb: null, onLine, ...more });
  if (!started.ok) throw new Error(started.refusal.code);
  return { running: started.value, lines, job, first };
}

async function run(script: string, more: Partial<RunSpec> = {}): Promise<RunEnd & { readonly lines: readonly OutputLine[]; readonly job: string }> {
  const { running, lines, job } = await start(script, more);
  return { ...(await running.ended), lines, job };
}

const FOR_EVER = 'setInterval(() => undefined, 1000);';
/** Starts a process that leaves the group and the session, keeps the output open, and tells its number first. */
const DAEMON = `const daemon = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(FOR_EVER)}], { detached: true, stdio: "inherit" }); daemon.unref(); console.log(daemon.pid);`;

describe('an agent\'s process', () => {
  test('reads the prompt and answers on both streams, line by line', async () => {
    const end = await run('process.stdin.pipe(process.stdout); process.stdin.on("end", () => { console.error("bye"); process.exitCode = 3; })', { stdin: 'one\ntwo 🦊\n' });
    expect(end).toMatchObject({ exitCode: 3, signal: null, stopped: null, leftovers: 0 });
    expect(end.lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text)).toEqual(['one', 'two 🦊']);
    expect(end.lines).toContainEqual({ stream: 'stderr', text: 'bye' });
  });

  test('characters of four bytes that come in two pieces', async () => {
    const end = await run('const fox = Buffer.from("🦊\\n"); process.stdout.write(fox.subarray(0, 2)); setImmediate(() => process.stdout.write(fox.subarray(2)))');
    expect(end.lines).toEqual([{ stream: 'stdout', text: '🦊' }]);
  });

  test('sees nothing of the environment but the list', async () => {
    process.env['COORD_TEST_SECRET'] = 'x';
    try {
      const end = await run('console.log(JSON.stringify(Object.keys(process.env)))', { set: { COORD_TASK: 'FIX-001' } });
      const allowed = ['PATH', 'HOME', 'USER', 'LANG', 'TERM', 'TMPDIR', 'SHELL', 'TZ', 'COORD_JOB', 'COORD_JOBS', 'COORD_TASK'];
      expect((JSON.parse(end.lines[0]?.text ?? '[]') as string[]).filter((name) => !allowed.includes(name) && !name.startsWith('LC_'))).toEqual([]);
    } finally {
      delete process.env['COORD_TEST_SECRET'];
    }
  });

  test('closes its input before all is written', async () => {
    const end = await run('process.stdin.destroy(); console.log("read nothing")', { stdin: 'x'.repeat(5_000_000) });
    expect(end).toMatchObject({ exitCode: 0, tail: 'read nothing' });
  });

  test('arguments are arguments, never a shell\'s words', async () => {
    const words = '$(touch x); "a b" `c` *';
    expect((await run('', { argv: [process.execPath, '-p', 'process.argv[1]', words] })).tail).toBe(words);
  });

  test('a secret of the environment and one by its form are taken out of what is kept', async () => {
    process.env['COORD_TEST_TOKEN'] = 'correct-horse-battery';
    try {
      const end = await run('console.log("a " + process.env.COORD_TEST_TOKEN + " b"); console.error("ghp_" + "A1b2".repeat(8))', { env: ['COORD_TEST_TOKEN'] });
      expect(end.lines.map(({ text }) => text).sort()).toEqual(['[redacted]', 'a [redacted] b']);
      expect(end.tail).not.toMatch(/correct-horse|ghp_/);
    } finally {
      delete process.env['COORD_TEST_TOKEN'];
    }
  });

  test('100 MB of output are read on without being kept', async () => {
    const before = process.memoryUsage().rss;
    const end = await run('const piece = Buffer.alloc(1 << 20, 120); let left = 100; const more = () => { while (left-- > 0) if (!process.stdout.write(piece)) return void process.stdout.once("drain", more); }; more()');
    expect(end.exitCode).toBe(0);
    expect(end.lines).toHaveLength(1);
    expect(end.lines[0]?.text).toMatch(/^x{1000000} \[103857600 more characters\]$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 << 20);
  });
});

describe('an agent that does not end by itself', () => {
  test('past its time it is stopped', async () => {
    expect(await run(FOR_EVER, { timeoutSeconds: 0.2 })).toMatchObject({ exitCode: null, signal: 'SIGTERM', stopped: 'timeout' });
  });

  test('is killed where it does not hear SIGTERM', async () => {
    const { running, first } = await start(`process.on("SIGTERM", () => console.log("no")); console.log("up"); ${FOR_EVER}`);
    await first;
    running.stop('cancelled');
    running.stop('timeout');
    expect(await running.ended).toMatchObject({ exitCode: null, signal: 'SIGKILL', stopped: 'cancelled', tail: 'up\nno' });
  });

  test('takes more memory than it may', async () => {
    const end = await run(`const kept = []; setInterval(() => kept.push(Buffer.alloc(20 << 20, 1)), 10); ${FOR_EVER}`, { memoryMb: 300 });
    expect(end).toMatchObject({ exitCode: null, stopped: 'memory' });
  });

  test('leaves a daemon that left its group: it is dead afterwards', async () => {
    const end = await run(DAEMON);
    expect(end).toMatchObject({ exitCode: 0, leftovers: 1 });
    expect(isRunning(Number(end.lines[0]?.text)) && processesOf(end.job, null).length > 0).toBe(false);
  });

  test('what another coord left is stopped by its mark, also where its leader is gone', async () => {
    const { running, job, first } = await start(`${DAEMON} ${FOR_EVER}`);
    const daemon = Number(await first);
    expect(await runner.stopOrphans(job, running.identity)).toBe(2);
    expect(await running.ended).toMatchObject({ stopped: null });
    expect(processesOf(job, null)).toEqual([]);
    expect(isRunning(daemon) && identityOf(daemon).started !== '').toBe(false);
    expect(await runner.stopOrphans(job, running.identity)).toBe(0);
  });
});

describe('what cannot be started', () => {
  const spec = { job: 'none', cwd: makeFolder(), stdin: '', env: [], set: {}, timeoutSeconds: LONG, memoryMb: null, onLine: () => undefined };

  test('no such program', async () => {
    expect(await runner.start({ ...spec, argv: ['no-such-program-here'] })).toEqual({ ok: false, refusal: { code: 'no-program', facts: { program: 'no-such-program-here', reason: 'no-such-program-here: no such program' } } });
  });

  test('a file that is no program', async () => {
    const file = join(spec.cwd, 'notes.txt');
    writeFileSync(file, 'hello\n');
    expect(await runner.start({ ...spec, argv: [file] })).toMatchObject({ ok: false, refusal: { facts: { reason: `${file}: not a program that may be run` } } });
  });

  test('more arguments than the system takes', async () => {
    expect(await runner.start({ ...spec, argv: ['true', 'x'.repeat(4_000_000)] })).toMatchObject({ ok: false, refusal: { facts: { reason: 'true: more arguments than the system takes' } } });
  });

  test('a folder that is not there', async () => {
    expect(await runner.start({ ...spec, argv: ['true'], cwd: join(spec.cwd, 'gone') })).toMatchObject({ ok: false, refusal: { facts: { reason: `${join(spec.cwd, 'gone')}: no such folder` } } });
  });
});
