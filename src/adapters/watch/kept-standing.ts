/** What a watcher saw last, in the git directory of its work tree. Anyone may delete it: the next watcher then begins anew. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import type { Standing } from '../../core/watch/standing.ts';
import { makeFolder } from '../make-folder.ts';

/** Rises when what is kept changes its form: another version begins anew. */
const FORM = 1;

interface Kept {
  readonly form: number;
  readonly folder: string;
  readonly standing: Standing;
}

const pathOf = ({ gitDir }: Location): string => join(gitDir, 'coord', 'watched.json');

export function keptStanding(location: Location): Standing | null {
  try {
    const { form, folder, standing } = JSON.parse(readFileSync(pathOf(location), 'utf8')) as Kept;
    return form === FORM && folder === location.folder ? standing : null;
  } catch {
    return null;
  }
}

export function keepStanding(location: Location, standing: Standing): void {
  const path = pathOf(location);
  const kept: Kept = { form: FORM, folder: location.folder, standing };
  const unique = `${path}.tmp-${String(process.pid)}`;
  makeFolder(join(location.gitDir, 'coord'));
  writeFileSync(unique, JSON.stringify(kept), { mode: 0o600 });
  renameSync(unique, path);
}
