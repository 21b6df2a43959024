/** A bare repository behind git's own HTTP backend, as hosts have it: what clones of it share goes through real requests. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { twoClones } from './clones.ts';
import type { Story } from './story.ts';

export interface OverHttp {
  readonly one: Story;
  readonly other: Story;
  /** Where the repository is, with or without a password. */
  url(password: string | null): string;
  /** From now on all pushes are answered with this status; null: as they should be. */
  answerPushes(status: number | null): void;
  stop(): void;
}

export const PASSWORD = 'right-word';

const BACKEND = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend');
const SERVER = fileURLToPath(new URL('git-http-server.mjs', import.meta.url));

/** Some packages of git leave it out. */
export const hasHttpBackend = existsSync(BACKEND);

export async function overHttp(): Promise<OverHttp> {
  const { hub, one, other } = twoClones();
  const folder = dirname(hub.path);
  // A process of its own: stories wait for each command, and nothing would answer meanwhile.
  const server = spawn(process.execPath, [SERVER, BACKEND, folder, PASSWORD], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  const url = (password: string | null): string => `http://${password === null ? '' : `agent:${password}@`}127.0.0.1:${String(said).trim()}/hub.git`;
  hub.git('config', 'http.receivepack', 'true');
  for (const clone of [one, other]) {
    clone.git('remote', 'set-url', 'origin', url(PASSWORD));
    clone.git('config', 'http.proxy', '');
  }
  const answer = join(folder, 'answer');
  return {
    one,
    other,
    url,
    answerPushes: (status) => (status === null ? rmSync(answer, { force: true }) : writeFileSync(answer, String(status))),
    stop: () => server.kill(),
  };
}
