/** What was told is told once: within a process, by several, and after one that was killed. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { createSentNotices } from '../../../src/adapters/notices/sent-notices.ts';
import { makeFolder } from '../../support/repository.ts';

const filesIn = (folder: string): readonly string[] => readdirSync(join(folder, 'coord/notices'));

describe('a notice', () => {
  it('that was sent is sent to that channel no more, and to others still', async () => {
    const folder = makeFolder();
    const sent = createSentNotices(folder);
    expect(await sent.begin('team', 'task.done/A-1')).toBe('begun');
    expect(await createSentNotices(folder).begin('team', 'task.done/A-1')).toBe('under-way');
    await sent.end('team', 'task.done/A-1', true);
    expect(await createSentNotices(folder).begin('team', 'task.done/A-1')).toBe('sent');
    expect(await sent.begin('other', 'task.done/A-1')).toBe('begun');
    expect(statSync(join(folder, 'coord/notices')).mode & 0o777).toBe(0o700);
  });

  it('that failed may be sent again', async () => {
    const sent = createSentNotices(makeFolder());
    await sent.begin('team', 'k');
    await sent.end('team', 'k', false);
    expect(await sent.begin('team', 'k')).toBe('begun');
  });

  it('of a process that died while it sent is sent by the next', async () => {
    const folder = makeFolder();
    const sent = createSentNotices(folder);
    await sent.begin('team', 'k');
    const [lock = ''] = filesIn(folder);
    writeFileSync(join(folder, 'coord/notices', lock), JSON.stringify({ pid: spawnSync(process.execPath, ['-e', '']).pid, started: '1', host: hostname(), since: '2026-03-02T12:00:00Z', mark: 'a' }));
    expect(await sent.begin('team', 'k')).toBe('begun');
  });

  it('is begun by one of many processes', async () => {
    const folder = makeFolder();
    const program = bundled(folder);
    const outputs = await Promise.all(Array.from({ length: 4 }, () => outputOf(program, folder)));
    expect(outputs.filter((said) => said === 'begun')).toHaveLength(1);
    expect(outputs.every((said) => ['begun', 'sent', 'under-way'].includes(said))).toBe(true);
  });

  it('of long ago is forgotten', async () => {
    const folder = makeFolder();
    const sent = createSentNotices(folder);
    await sent.begin('team', 'old');
    await sent.end('team', 'old', true);
    const [old = ''] = filesIn(folder);
    utimesSync(join(folder, 'coord/notices', old), 1, 1);
    const later = createSentNotices(folder);
    await later.begin('team', 'new');
    await later.end('team', 'new', true);
    expect(filesIn(folder)).toHaveLength(1);
    expect(filesIn(folder)).not.toContain(old);
  });
});

const PROGRAM = `import { createSentNotices } from './src/adapters/notices/sent-notices.ts';
const sent = createSentNotices(process.argv[2] ?? '');
void sent.begin('team', 'k').then(async (state) => {
  if (state === 'begun') await sent.end('team', 'k', true);
  console.log(state);
});
`;

function bundled(folder: string): string {
  const outfile = join(folder, 'tell.cjs');
  buildSync({ stdin: { contents: PROGRAM, resolveDir: fileURLToPath(new URL('../../../', import.meta.url)), loader: 'ts' }, bundle: true, platform: 'node', format: 'cjs', outfile });
  return outfile;
}

function outputOf(program: string, folder: string): Promise<string> {
  const child = spawn(process.execPath, [program, folder]);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.on('close', () => resolve(said.trim())));
}
