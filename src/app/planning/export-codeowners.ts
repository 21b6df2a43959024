/** Ownership as a CODEOWNERS file, printed or compared with the one there is. Writes nothing. */
import { printCodeowners } from '../../core/documents/print-codeowners.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';

/** Where hosting sites look for it, first found first. */
const PLACES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

export interface CodeownersAnswer {
  readonly text: string;
  /** The file that says the same; null where none was asked for. */
  readonly path: string | null;
}

export async function exportCodeowners({ store, files, location }: Ports, { check }: { readonly check: boolean }): Promise<Result<CodeownersAnswer>> {
  const opened = await store.open();
  if (!opened.ok) return opened;
  const { config, configBroken, agents } = opened.value.survey;
  if (configBroken) return refused('settings-broken', { file: `${location.folder}/coord.yaml` });
  const text = printCodeowners(config, agents);
  if (!check) return done({ text, path: null });
  for (const path of PLACES) {
    const there = await files.read(path);
    if (there !== null) return there.replaceAll('\r\n', '\n').trimEnd() === text ? done({ text, path }) : refused('export-stale', { path, isMissing: false, command: `coord export codeowners > ${path}` });
  }
  return refused('export-stale', { path: PLACES[0], isMissing: true, command: `coord export codeowners > ${PLACES[0]}` });
}
