/** A folder of records that its user may not look into. Root may look anywhere, so it becomes somebody else where it can. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY } from '../support/coord-binary.ts';
import { gitEnv } from '../support/repository.ts';
import { teamStory } from '../support/story.ts';

const isRoot = process.geteuid?.() === 0;
const user = isRoot ? { uid: 1234, gid: 1234 } : {};
const coord = (cwd: string, verb: string) => spawnSync(process.execPath, [BINARY, verb], { cwd, ...user, env: gitEnv(), encoding: 'utf8' });
const mayRun = coord('/', '--version').status === 0;

it.skipIf(!mayRun)('is told of, with and without a cache, and nothing else is lost', () => {
  const app = teamStory();
  const tasks = join(app.root, 'deployment/tasks');
  if (isRoot) execFileSync('chown', ['-R', '1234:1234', dirname(app.root)]);
  for (const when of ['without a cache', 'with one']) {
    chmodSync(tasks, 0o000);
    expect(coord(app.root, 'validate'), when).toMatchObject({ stdout: expect.stringContaining('The file could not be read: EACCES.') as unknown, stderr: '' });
    expect(coord(app.root, 'agents')).toMatchObject({ status: 0, stdout: expect.stringContaining('frontend') as unknown });
    chmodSync(tasks, 0o755);
    expect(coord(app.root, 'next')).toMatchObject({ status: 0, stdout: expect.stringContaining('FIX-001') as unknown });
  }
});
