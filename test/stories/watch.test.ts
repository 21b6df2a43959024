/** A watcher beside people, editors and git: each change is told once. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { gitEnv } from '../support/repository.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';
import { watching } from '../support/watching.ts';

const HOUR = 3_600_000;

const task = (id: string, rest = ''): string => `id: ${id}\ntask: Do ${id}\nagent: frontend\n${rest}`;
const TASKS = 'deployment/tasks';
const workspace = (files: Readonly<Record<string, string>> = {}): Story =>
  story({ files: { 'deployment/coord.yaml': 'protocol: 1\nproject: app\nteam:\n  frontend: {}\n', [`${TASKS}/A-1.yaml`]: task('A-1'), [`${TASKS}/B-1.yaml`]: task('B-1', 'dependencies: [A-1]\n'), ...files } });

/** As many editors do, and `sed -i`. */
function replace(made: Story, path: string, text: string): void {
  made.write(`${path}.tmp`, text);
  renameSync(join(made.root, `${path}.tmp`), join(made.root, path));
}

/** Limits of the system for this command and what it starts alone. */
const LIMITED = ['unshare', '--user', '--map-root-user', 'sh', '-c', 'echo 1 > /proc/sys/user/max_inotify_watches && exec "$@"', 'limited'] as const;
const [UNSHARE, ...limited] = LIMITED;
const canLimit = spawnSync(UNSHARE, [...limited, 'true']).status === 0;

describe('coord watch', { timeout: HOUR }, () => {
  it('tells each save once: in place, by a rename, and of a file that came, went or has another name', async () => {
    const made = workspace();
    const watch = await watching(made.root);
    made.write(`${TASKS}/A-1.yaml`, task('A-1', 'status: done\n'));
    await watch.until('task.ready B-1');
    replace(made, `${TASKS}/B-1.yaml`, task('B-1', 'dependencies: [A-1]\nstatus: done\n'));
    await watch.until('task.done B-1');
    made.write(`${TASKS}/C-1.yaml`, task('C-1'));
    await watch.until('task.ready C-1');
    renameSync(join(made.root, TASKS, 'C-1.yaml'), join(made.root, TASKS, 'D-1.yaml'));
    await watch.until('record.deleted tasks/C-1.yaml');
    made.write(`${TASKS}/D-1.yaml~`, 'What an editor leaves beside a record.\n');
    rmSync(join(made.root, TASKS, 'D-1.yaml'));
    await watch.until('record.deleted tasks/D-1.yaml');
    expect(await watch.end('SIGINT')).toBe(0);
    expect(watch.told()).toEqual([
      'watch.began',
      'record.changed tasks/A-1.yaml', 'task.done A-1', 'task.ready B-1',
      'record.changed tasks/B-1.yaml', 'task.done B-1',
      'record.created tasks/C-1.yaml', 'task.ready C-1',
      'record.created tasks/D-1.yaml', 'record.deleted tasks/C-1.yaml',
      'record.deleted tasks/D-1.yaml',
    ]);
  });

  it('sees what git does: another branch, a stash and its return, a claim from another process', async () => {
    const made = workspace();
    made.git('checkout', '-q', '-b', 'other');
    made.write(`${TASKS}/A-1.yaml`, task('A-1', 'status: done\n'));
    made.write(`${TASKS}/E-1.yaml`, task('E-1'));
    made.commit();
    made.git('checkout', '-q', 'main');
    const watch = await watching(made.root);
    made.git('checkout', '-q', 'other');
    await watch.until('task.ready B-1');
    await watch.until('task.ready E-1');
    made.git('checkout', '-q', 'main');
    await watch.until('record.deleted tasks/E-1.yaml');
    await watch.until('record.changed tasks/A-1.yaml', 2);
    made.write(`${TASKS}/A-1.yaml`, task('A-1', 'priority: high\n'));
    await watch.until('record.changed tasks/A-1.yaml', 3);
    made.git('stash', '-q');
    await watch.until('record.changed tasks/A-1.yaml', 4);
    made.git('stash', 'pop', '-q');
    await watch.until('record.changed tasks/A-1.yaml', 5);
    expect(made.coord('claim A-1 --as frontend').exit).toBe(0);
    await watch.until('claim.taken A-1');
    expect(made.coord('release A-1 --as frontend').exit).toBe(0);
    await watch.until('claim.released A-1');
    expect(await watch.end()).toBe(0);
    const told = watch.told();
    const times = (words: string): number => told.filter((one) => one === words).length;
    expect(['record.changed tasks/A-1.yaml', 'record.created tasks/E-1.yaml', 'record.deleted tasks/E-1.yaml', 'task.done A-1', 'task.ready B-1', 'claim.taken A-1', 'claim.released A-1'].map(times)).toEqual([5, 1, 1, 1, 1, 1, 1]);
    expect(told.filter((one) => one.startsWith('watch.trouble') || one.startsWith('validation'))).toEqual([]);
  });

  it('tells a thousand changes at once, each once', async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `T-${at}`);
    const made = workspace(Object.fromEntries(names.map((id) => [`${TASKS}/${id}.yaml`, task(id)])));
    const watch = await watching(made.root);
    for (const id of names) writeFileSync(join(made.root, TASKS, `${id}.yaml`), task(id, 'status: done\n'));
    await watch.until('task.done', 1000);
    await watch.end();
    expect(watch.told().slice(1).toSorted()).toEqual(names.flatMap((id) => [`record.changed tasks/${id}.yaml`, `task.done ${id}`]).toSorted());
  });

  it('goes on where the folder goes and comes back, and where the settings are broken and mended', async () => {
    const made = workspace();
    const watch = await watching(made.root);
    renameSync(join(made.root, 'deployment'), join(made.root, 'elsewhere'));
    await watch.until('watch.trouble folder-gone');
    made.write('elsewhere/tasks/B-1.yaml', task('B-1'));
    renameSync(join(made.root, 'elsewhere'), join(made.root, 'deployment'));
    await watch.until('task.ready B-1');
    made.write('deployment/coord.yaml', 'protocol: [\n');
    await watch.until('validation.failed');
    made.git('checkout', '-q', 'deployment/coord.yaml');
    await watch.until('record.changed coord.yaml', 2);
    mkdirSync(join(made.root, 'deployment/handoffs'));
    made.write('deployment/handoffs/h.md', '---\nfrom_agent: frontend\ntask: A-1\n---\n');
    await watch.until('handoff.created handoffs/h.md');
    await watch.end();
    expect(watch.told().slice(1)).toEqual([
      'watch.trouble folder-gone', 'watch.trouble folder-back', 'record.changed tasks/B-1.yaml', 'task.ready B-1',
      'record.changed coord.yaml', 'validation.failed', 'record.changed coord.yaml',
      'record.created handoffs/h.md', 'handoff.created handoffs/h.md',
    ]);
  });

  it('a file that is broken for a while is told of once, and so is what it says when it is whole', async () => {
    const made = workspace();
    const watch = await watching(made.root);
    made.write(`${TASKS}/A-1.yaml`, 'id: A-1\ntask: [Do A-1\nstatus: done\n');
    await watch.until('validation.failed');
    made.write(`${TASKS}/C-1.yaml`, task('C-1'));
    await watch.until('task.ready C-1');
    made.write(`${TASKS}/A-1.yaml`, task('A-1', 'status: done\n'));
    await watch.until('task.ready B-1');
    await watch.end();
    expect(watch.told().slice(1)).toEqual([
      'record.changed tasks/A-1.yaml', 'validation.failed',
      'record.created tasks/C-1.yaml', 'task.ready C-1',
      'record.changed tasks/A-1.yaml', 'task.done A-1', 'task.ready B-1',
    ]);
  });

  it('is refused where another watches, tells later what happened meanwhile, once, and leaves nothing but what it saw', async () => {
    const made = workspace();
    const first = await watching(made.root);
    const second = made.coord('watch');
    expect({ exit: second.exit, stdout: second.stdout }).toEqual({ exit: 3, stdout: '' });
    expect(second.stderr).toMatch(/^Another coord watch \(process \d+ on .+, since .+\) watches this repository already\.\n/);
    expect(made.coord('watch --once').exit).toBe(3);
    await first.end('SIGINT');
    expect(readdirSync(join(made.root, '.git/coord')).filter((name) => name !== 'cache')).toEqual(['watched.json']);
    made.write(`${TASKS}/A-1.yaml`, task('A-1', 'status: done\n'));
    const next = await watching(made.root);
    await next.until('task.ready B-1');
    await next.end();
    expect(next.told()).toEqual(['watch.began', 'record.changed tasks/A-1.yaml', 'task.done A-1', 'task.ready B-1']);
    const last = await watching(made.root);
    await last.end();
    expect(last.told()).toEqual(['watch.began']);
    expect(existsSync(join(made.root, '.git/coord/watch-lock'))).toBe(false);
  });

  it('ends where nobody reads it any more, and the next one tells what nobody heard', async () => {
    const made = workspace();
    made.coord('watch --once');
    const unread = spawn(process.execPath, [BINARY, 'watch'], { cwd: made.root, env: gitEnv(), stdio: ['ignore', 'pipe', 'inherit'] });
    await once(unread.stdout, 'data');
    unread.stdout.destroy();
    made.write(`${TASKS}/C-1.yaml`, task('C-1'));
    expect(await once(unread, 'exit')).toEqual([0, null]);
    expect(made.coord('watch --once').stdout).toMatch(/ task\.ready C-1 /);
  });

  it.skipIf(!existsSync('/dev/full'))('ends by name where what it tells cannot be written, and the next one tells it again', () => {
    const made = workspace();
    made.coord('watch --once');
    made.write(`${TASKS}/C-1.yaml`, task('C-1'));
    const full = spawnSync(process.execPath, [BINARY, 'watch', '--json'], { cwd: made.root, env: gitEnv(), stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'], encoding: 'utf8' });
    expect(full.status).toBe(4);
    expect(full.stderr).toMatch(/^What was to be printed cannot be written: the disk is full\..+\n.+\n$/);
    expect(made.coord('watch --once').stdout).toMatch(/ task\.ready C-1 /);
  });

  it.skipIf(!canLimit)('goes on without notices where the system has no more of them to give', async () => {
    const made = workspace();
    const watch = await watching(made.root, LIMITED);
    made.write(`${TASKS}/A-1.yaml`, task('A-1', 'status: done\n'));
    await watch.until('task.ready B-1');
    expect(await watch.end('SIGINT')).toBe(0);
    expect(watch.told()).toEqual(['watch.trouble no-notices', 'watch.began', 'record.changed tasks/A-1.yaml', 'task.done A-1', 'task.ready B-1']);
  });
});
