/** The texts of blobs, many at once; what is too large is not fetched. */
import type { Location } from '../../app/ports.ts';
import { MAX_BYTES } from '../../core/documents/limits.ts';
import { problem } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { gitFailed, gitText, runGit } from '../git/run-git.ts';
import type { GitOptions } from '../git/run-git.ts';
import { decode } from './read-text.ts';

/** So many are fetched without asking for their sizes first. */
const FEW = 16;

export interface Blob {
  /** null where it is not read as text: `fault` says why, for the file it stands in. */
  readonly text: string | null;
  readonly fault: (file: string) => Problem | null;
}

/** `env`: where more objects lie than in the repository. */
export async function readBlobs(location: Location, oids: ReadonlySet<string>, env: GitOptions['env'] = {}): Promise<Map<string, Blob>> {
  if (oids.size === 0) return new Map();
  if (oids.size <= FEW) {
    const all = await contentsOf(location, [...oids], { env, limit: FEW * MAX_BYTES }).catch(() => null);
    if (all) return all;
  }
  const sizes = await sizesOf(location, oids, env);
  const small = [...sizes].filter(([, size]) => size <= MAX_BYTES).map(([oid]) => oid);
  const large = [...sizes].filter(([, size]) => size > MAX_BYTES).map(([oid, bytes]) => [oid, tooLarge(bytes)] as const);
  return new Map([...(await contentsOf(location, small, { env })), ...large]);
}

async function sizesOf(location: Location, oids: ReadonlySet<string>, env: NonNullable<GitOptions['env']>): Promise<Map<string, number>> {
  const text = await gitText(location, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], { stdin: `${[...oids].join('\n')}\n`, env });
  const pairs = text.split('\n').map((line) => line.split(' ')).filter(([, size]) => /^\d+$/.test(size ?? ''));
  return new Map(pairs.map(([oid, size]) => [oid ?? '', Number(size)]));
}

async function contentsOf(location: Location, oids: readonly string[], options: Pick<GitOptions, 'env' | 'limit'>): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>();
  if (oids.length === 0) return blobs;
  const args = ['cat-file', '--batch=%(objectname) %(objectsize)'];
  const { code, stdout, stderr } = await runGit(location, args, { stdin: `${oids.join('\n')}\n`, ...options });
  if (code !== 0) throw gitFailed(args, stderr);
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at);
    const [oid = '', size = '0'] = stdout.toString('latin1', at, end).split(' ');
    const start = end + 1;
    blobs.set(oid, Number(size) > MAX_BYTES ? tooLarge(Number(size)) : textBlob(stdout.subarray(start, start + Number(size))));
    at = start + Number(size) + 1;
  }
  return blobs;
}

function textBlob(bytes: Buffer): Blob {
  const { text } = decode(bytes, '');
  return { text, fault: (file) => decode(bytes, file).problem };
}

function tooLarge(bytes: number): Blob {
  return { text: null, fault: (file) => problem('file-too-large', { file }, { bytes, limit: MAX_BYTES }) };
}
