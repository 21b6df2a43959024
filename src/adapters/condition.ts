/** What `doctor` looks at on this machine; nothing is changed. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Condition, Location } from '../app/ports.ts';
import { cacheFolder } from './cache-folder.ts';
import { runGit } from './git/run-git.ts';
import { namesIn } from './read-or-nothing.ts';

export function createCondition(location: Location): Condition {
  return {
    gitVersion: () => gitVersion(location),
    locks: () => Promise.resolve(locksIn(location)),
    fetches: () => fetches(location),
    cache: () => Promise.resolve(sizeOf(cacheFolder(location))),
    exists: (path) => Promise.resolve(statSync(path, { throwIfNoEntry: false }) !== undefined),
  };
}

async function gitVersion(location: Location): Promise<string | null> {
  try {
    const { code, stdout } = await runGit(location, ['--version']);
    return code === 0 ? (/\d+(?:\.\d+)+/.exec(stdout.toString('utf8'))?.[0] ?? null) : null;
  } catch {
    return null;
  }
}

async function fetches(location: Location): Promise<{ remote: string; refspec: string }[]> {
  const { code, stdout } = await runGit(location, ['config', '-z', '--get-regexp', '^remote\\..*\\.fetch$']);
  if (code !== 0) return [];
  return stdout.toString('utf8').split('\0').flatMap((entry) => {
    const [key = '', refspec] = entry.split('\n');
    return refspec === undefined ? [] : [{ remote: key.slice('remote.'.length, -'.fetch'.length), refspec }];
  });
}

function locksIn({ commonDir, gitDir }: Location): { path: string; ageSeconds: number }[] {
  const own = [join(commonDir, 'coord', 'lock'), join(gitDir, 'index.lock'), join(commonDir, 'packed-refs.lock')];
  const refs = join(commonDir, 'refs', 'coord', 'tasks');
  const claims = namesIn(refs).filter((name) => name.endsWith('.lock')).map((name) => join(refs, name));
  return [...own, ...claims].flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat ? [{ path, ageSeconds: Math.max(0, Math.floor((Date.now() - stat.mtimeMs) / 1000)) }] : [];
  });
}

function sizeOf(folder: string): number | null {
  const files = namesIn(folder);
  return files.length === 0 ? null : files.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
