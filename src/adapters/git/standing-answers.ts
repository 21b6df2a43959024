/** What a git that stays can tell (standing-git.ts). undefined each time: there is none, or it cannot tell, and another is to be asked. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { standingAt } from './standing-git.ts';
import type { FoundObject } from './standing-git.ts';

export interface Head {
  readonly commit: string | null;
  readonly tree: string | null;
  /** null where HEAD is detached. */
  readonly branch: string | null;
}

/** Names that mean the same in every worktree: refs that all share, and whole ids. */
const SHARED = /^(?:refs\/(?:heads|remotes|coord)\/[\w./-]+|[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Read from its own file, as git does; in other kinds of ref stores it leads nowhere. */
const ON_BRANCH = /^ref: (refs\/heads\/(?!\.invalid).+)\n?$/;
const DETACHED = /^[0-9a-f]{40,64}\n?$/;

export async function standingHead(location: Location): Promise<Head | undefined> {
  const standing = standingAt(location);
  const name = headName(location);
  const text = standing === undefined || name === null ? null : textOf(join(location.gitDir, 'HEAD'));
  if (standing === undefined || name === null || text === null) return undefined;
  const branch = ON_BRANCH.exec(text)?.[1];
  if (branch === undefined && !DETACHED.test(text)) return undefined;
  const found = await standing.contents.ask(name);
  const tree = found?.type === 'commit' ? /^tree ([0-9a-f]+)$/m.exec(found.bytes.toString('latin1'))?.[1] : undefined;
  return found && tree !== undefined ? { commit: found.oid, tree, branch: branch?.slice('refs/heads/'.length) ?? null } : undefined;
}

/** As the common git directory calls the HEAD of a worktree; null: it lies where it usually does not. */
function headName({ gitDir, commonDir }: Location): string | null {
  if (gitDir === commonDir) return 'HEAD';
  return dirname(gitDir) === join(commonDir, 'worktrees') ? `worktrees/${basename(gitDir)}/HEAD` : null;
}

/** null: there is none. */
export async function standingCommit(location: Location, revision: string): Promise<string | null | undefined> {
  const found = SHARED.test(revision) ? await standingAt(location)?.contents.ask(`${revision}^{commit}`) : undefined;
  return found === null ? null : found?.oid;
}

/** How far back one of two commits is looked for behind the other. */
const NEAR = 8;

/** Where one of them lies a few commits behind the other. undefined: it does not, or cannot be told. */
export async function standingBase(location: Location, one: string, other: string): Promise<string | undefined> {
  if (standingAt(location) === undefined || ![one, other].every((name) => SHARED.test(name) && !name.includes('/'))) return undefined;
  if (await isNear(location, one, other)) return one;
  return (await isNear(location, other, one)) ? other : undefined;
}

async function isNear(location: Location, sought: string, from: string): Promise<boolean> {
  const waiting = [from];
  for (let looked = 0; looked < NEAR; looked++) {
    const [commit] = waiting.splice(0, 1);
    if (commit === undefined) return false;
    if (commit === sought) return true;
    const found = await standingAt(location)?.contents.ask(commit);
    if (!found || found.type !== 'commit') return false;
    const [head = ''] = found.bytes.toString('latin1').split('\n\n');
    waiting.push(...[...head.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(([, parent]) => parent ?? []));
  }
  return waiting.includes(sought);
}

/** In the order asked. */
export async function standingNames(location: Location, names: readonly string[]): Promise<readonly (Pick<FoundObject, 'oid' | 'type'> | null)[] | undefined> {
  const standing = standingAt(location);
  if (standing === undefined || !names.every((name) => SHARED.test(name.split(':')[0] ?? ''))) return undefined;
  const found = await Promise.all(names.map((name) => standing.names.ask(name)));
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** Texts of files, in the order asked; null for what is no file. */
export async function standingTexts(location: Location, names: readonly string[]): Promise<readonly (string | null)[] | undefined> {
  const standing = standingAt(location);
  if (standing === undefined || !names.every((name) => SHARED.test(name.split(':')[0] ?? ''))) return undefined;
  const found = await Promise.all(names.map((name) => standing.contents.ask(name)));
  return found.every((one) => one !== undefined) ? found.map((one) => (one?.type === 'blob' ? one.bytes.toString('utf8') : null)) : undefined;
}

/** null: there is none. A ref that leads nowhere is no such thing, and for another git to judge. */
export async function standingRef(location: Location, ref: string): Promise<FoundObject | null | undefined> {
  const found = SHARED.test(ref) ? await standingAt(location)?.contents.ask(ref) : undefined;
  return found === null && existsSync(join(location.commonDir, ref)) ? undefined : found;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
