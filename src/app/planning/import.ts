/** Turns plans into records: reads them, finds each thing its place beside what is there, writes what is missing, all or nothing. */
import type { Draft, SourceText } from '../../core/import/draft.ts';
import { placeDraft } from '../../core/import/place-draft.ts';
import type { Placement } from '../../core/import/place-draft.ts';
import { NOTHING_STANDS } from '../../core/import/standing.ts';
import type { Standing } from '../../core/import/standing.ts';
import type { Config } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { IMPORT_FORMS } from './import-forms.ts';
import type { ImportForm, ImportFormName } from './import-forms.ts';
import { importChanges } from './import-changes.ts';
import type { NewFile } from './import-changes.ts';
import { knownAgent } from '../known-agent.ts';
import { openToWrite } from '../open-to-write.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { FileChange } from '../ports/writer-port.ts';
import { standingOf } from './standing-records.ts';
import { shareClaims } from '../claims/share-claims.ts';
import type { View } from '../view.ts';
import { wouldBreak } from './would-break.ts';

export interface ImportRequest {
  readonly from: ImportFormName;
  /** Files and folders as they were typed. */
  readonly sources: readonly string[];
  /** Only say what would be written. */
  readonly dryRun: boolean;
  readonly as: string | null;
}

export interface Imported {
  readonly folder: string;
  readonly dryRun: boolean;
  /** There was no workspace before. */
  readonly isNew: boolean;
  readonly draft: Draft;
  readonly placement: Placement;
  /** Paths that were written, or would be. */
  readonly files: readonly string[];
  /** null: nothing was written. */
  readonly commit: CommitOutcome | null;
}

export async function importPlan(ports: Ports, request: ImportRequest): Promise<Result<Imported>> {
  const read = await readSources(ports, request);
  if (!read.ok) return read;
  const opened = await openOrNone(ports);
  if (!opened.ok) return opened;
  const acting = opened.value === null ? done(null) : await knownAgent(ports, opened.value, request.as);
  if (!acting.ok) return acting;
  const placed = request.dryRun ? await place(ports, opened.value, read.value) : await ports.writer.write(() => placeNow(ports, read.value));
  if (!placed.ok) return placed;
  const { placement, changes, config } = placed.value;
  const files = changes.map(({ path }) => path);
  const message = { subject: `Import ${request.sources.join(', ')}`, task: null, agent: acting.value };
  const commit = request.dryRun || files.length === 0 ? null : await commitRecords(ports, config, files, message);
  return done({ folder: ports.location.folder, dryRun: request.dryRun, isNew: opened.value === null, draft: read.value, placement, files, commit });
}

async function readSources({ sources }: Ports, request: ImportRequest): Promise<Result<Draft>> {
  const form: ImportForm = IMPORT_FORMS[request.from];
  const reader = await form.load();
  const texts: SourceText[] = [];
  for (const typed of request.sources) {
    const read = await sources.read(typed, form.endings);
    if (!read.ok) return read;
    for (const source of read.value) if (!texts.some(({ name }) => name === source.name)) texts.push(source);
  }
  const { draft, faults } = reader(texts);
  if (faults.length > 0) return refused('bad-plan', { form: request.from === 'markdown' ? null : request.from, faults });
  return draft.tasks.length === 0 ? refused('nothing-to-import', { sources: texts.map(({ name }) => name), leftOut: draft.leftOut }) : done(draft);
}

/** null: there is no workspace yet, and one is made. */
async function openOrNone(ports: Ports): Promise<Result<View | null>> {
  const opened = await openToWrite(ports);
  return !opened.ok && opened.refusal.code === 'no-workspace' ? done(null) : opened;
}

interface Placed {
  readonly placement: Placement;
  readonly changes: readonly NewFile[];
  readonly config: Config;
}

/** On the files as they are under the lock. */
async function placeNow(ports: Ports, draft: Draft): Promise<Result<{ changes: readonly FileChange[]; value: Placed }>> {
  const opened = await openOrNone(ports);
  if (!opened.ok) return opened;
  const placed = await place(ports, opened.value, draft);
  return placed.ok ? done({ changes: placed.value.changes, value: placed.value }) : placed;
}

async function place(ports: Ports, view: View | null, draft: Draft): Promise<Result<Placed>> {
  const claims = view === null ? ports.claims : shareClaims(ports, view).claims;
  const taken = new Set((await claims.list()).map(({ id }) => id.toLowerCase()));
  const standing: Standing = view === null ? { ...NOTHING_STANDS, taken } : await standingOf(view, taken);
  const placement = placeDraft(draft, standing);
  const changes = await importChanges(ports, placement, draft);
  if (!changes.ok) return changes;
  const problems = await wouldBreak(view, changes.value, ports.location.folder);
  if (problems.length > 0) return refused('would-break', { problems });
  return done({ placement, changes: changes.value, config: view?.survey.config ?? { commit: true } });
}
