/** Looks for keys that one language has and another has not, in families of files that the change touches. */
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { familiesOf } from '../../core/review/locale-files.ts';
import type { LocaleFile } from '../../core/review/locale-files.ts';
import { missingTexts } from '../../core/review/missing-texts.ts';
import type { Checked } from '../../core/review/review.ts';
import { textKeys } from '../../core/review/text-keys.ts';
import type { TextKeys } from '../../core/review/text-keys.ts';
import type { Ports } from '../ports.ts';
import type { FoundChange } from './find-change.ts';

/** `paths`: of all files as the change leaves them. */
export async function checkTranslations(ports: Pick<Ports, 'git' | 'files'>, patterns: readonly string[], { base, head, files }: FoundChange, paths: readonly string[]): Promise<Checked> {
  const touched = new Set(files.flatMap(({ path, before }) => (before === null ? [path] : [path, before])));
  const families = [...familiesOf(patterns, [...new Set([...paths, ...touched])]).values()].filter((family) => family.some(({ path }) => touched.has(path)));
  const looks = await Promise.all(families.map(async (family) => missingTexts(await textsOf(ports, family, { base, head }))));
  return {
    name: 'translations',
    state: families.length === 0 ? 'idle' : 'done',
    findings: looks.flatMap(({ findings }) => findings),
    dropped: 0,
    known: looks.reduce((sum, { known }) => sum + known, 0),
  };
}

async function textsOf({ git, files }: Pick<Ports, 'git' | 'files'>, family: readonly LocaleFile[], { base, head }: Pick<FoundChange, 'base' | 'head'>): Promise<Parameters<typeof missingTexts>[0]> {
  const paths = family.map(({ path }) => path);
  const [before, after] = await Promise.all([git.textsAt(base, paths), head === null ? inWorkTree(files, paths) : git.textsAt(head, paths)]);
  const keys = keysOnce();
  const keysOf = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, TextKeys> => new Map(family.flatMap(({ path, locale }) => (texts.has(path) ? [[path, keys(path, texts.get(path) ?? '', locale)] as const] : [])));
  return { files: family, before: keysOf(before), after: keysOf(after) };
}

/** Most files of a family are on both sides the same. */
function keysOnce(): typeof textKeys {
  const known = new Map<string, TextKeys>();
  return (path, text, locale) => {
    const kept = known.get(`${path}\0${text}`);
    if (kept !== undefined) return kept;
    const keys = textKeys(path, text, locale);
    known.set(`${path}\0${text}`, keys);
    return keys;
  };
}

async function inWorkTree(files: Ports['files'], paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await readable(files, path);
    if (text !== null) texts.set(path, text);
  }
  return texts;
}

/** What is no text has no keys: that is told of it. */
async function readable(files: Ports['files'], path: string): Promise<string | null> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof EnvironmentFailure) return '\0';
    throw error;
  }
}
