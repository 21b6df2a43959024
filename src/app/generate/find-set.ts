/** A set of templates by its name: the repository's own, else one that comes with coord. */
import { MANIFEST } from '../../core/generate/render-set.ts';
import type { SetFault } from '../../core/generate/render-set.ts';
import { readSet } from '../../core/generate/read-set.ts';
import type { GeneratorSet } from '../../core/generate/read-set.ts';
import { nearest } from '../../core/nearest.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';

export interface FoundSet {
  readonly name: string;
  /** Where it lies, for people. */
  readonly folder: string;
  readonly set: GeneratorSet;
  /** By path in its folder. */
  readonly templates: ReadonlyMap<string, string>;
}

type Reaching = Pick<Ports, 'files' | 'adoption' | 'git' | 'location'>;

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export async function findSet(ports: Reaching, name: string): Promise<Result<FoundSet>> {
  const { files, adoption, location } = ports;
  const own = `${location.folder}/generators/${name}`;
  const shipped = `generators/${name}`;
  const isOwn = NAME.test(name) && (await files.read(`${own}/${MANIFEST}`)) !== null;
  const read = (path: string): Promise<string | null> => (isOwn ? files.read(`${own}/${path}`) : adoption.packaged(`${shipped}/${path}`));
  const manifest = NAME.test(name) ? await read(MANIFEST) : null;
  if (manifest === null) {
    const sets = await setNames(ports);
    return refused('no-such-set', { name, nearest: nearest(name, sets), sets, folder: `${location.folder}/generators` });
  }
  const folder = isOwn ? own : shipped;
  const reading = readSet(manifest, `${folder}/${MANIFEST}`);
  if ('problems' in reading) return refused('bad-set', { set: name, folder, problems: reading.problems, faults: [] });
  const paths = [...new Set(reading.set.files.map(({ template }) => template))];
  const texts = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
  const faults: readonly SetFault[] = texts.flatMap(([file, text]) => (text === null ? [{ file, line: 1, reason: 'there is no such file, or it is a link' }] : []));
  if (faults.length > 0) return refused('bad-set', { set: name, folder, problems: [], faults });
  return done({ name, folder, set: reading.set, templates: new Map(texts.map(([path, text]) => [path, text ?? ''])) });
}

async function setNames({ git, adoption, location }: Reaching): Promise<readonly string[]> {
  const folder = `${location.folder}/generators/`;
  const own = (await git.filesBelow(`${location.folder}/generators`)).filter((path) => path.startsWith(folder) && path.endsWith(`/${MANIFEST}`)).map((path) => path.slice(folder.length, -MANIFEST.length - 1));
  return [...new Set([...own, ...(await adoption.generators())])].filter((name) => NAME.test(name)).sort();
}
