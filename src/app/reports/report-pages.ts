/** Writes the pages, or only tells which of them are out of date. What they say comes from records and from what HEAD reaches, never from claims or the clock. */
import { fileKind } from '../../core/documents/file-kind.ts';
import { isStale, makePages, PAGE_PATHS } from '../../core/pages/make-pages.ts';
import type { Page } from '../../core/pages/make-pages.ts';
import { unreadFiles } from '../../core/policy/unread-files.ts';
import { severityOf } from '../../core/problem/problem.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { commitRecords } from '../commit-records.ts';
import { openToWrite } from '../open-to-write.ts';
import type { CommitOutcome, Ports } from '../ports.ts';
import type { TextFiles } from '../ports/writer-port.ts';
import type { View } from '../view.ts';

export interface PagesAnswer {
  readonly pages: readonly Page[];
  /** Records that are not committed as they are: pages take their dates from commits. */
  readonly uncommitted: readonly string[];
  /** null: nothing was written. */
  readonly commit: CommitOutcome | null;
  readonly problems: readonly PlacedProblem[];
}

export async function checkPages(ports: Ports): Promise<Result<PagesAnswer>> {
  const opened = await openToWrite(ports);
  if (!opened.ok) return opened;
  const pages = await pagesOf(ports, opened.value, ports.files);
  return pages.ok ? done({ pages: pages.value, uncommitted: await uncommittedRecords(ports), commit: null, problems: opened.value.problems }) : pages;
}

export async function writePages(ports: Ports): Promise<Result<PagesAnswer>> {
  const written = await ports.writer.write(async (files) => {
    const opened = await openToWrite(ports);
    if (!opened.ok) return opened;
    const pages = await pagesOf(ports, opened.value, files);
    if (!pages.ok) return pages;
    const changes = pages.value.filter(isStale).map(({ path, text }) => ({ path, text }));
    return done({ changes, value: { pages: pages.value, changed: changes.map(({ path }) => path), view: opened.value } });
  });
  if (!written.ok) return written;
  const { pages, changed, view } = written.value;
  const uncommitted = await uncommittedRecords(ports);
  const commit = changed.length === 0 ? null : await commitRecords(ports, view.survey.config, changed, { subject: 'Bring the pages up to date', task: null, agent: null });
  return done({ pages, uncommitted, commit, problems: view.problems });
}

async function pagesOf({ git, location }: Ports, view: View, files: TextFiles): Promise<Result<readonly Page[]>> {
  if (await git.isShallow()) return refused('shallow-clone', { what: 'the dates on the pages' });
  const paths = PAGE_PATHS.map((path) => `${location.folder}/${path}`);
  const [unread] = unreadFiles(view.problems.filter((problem) => severityOf(problem) === 'error')).filter((file) => !paths.includes(file));
  if (unread !== undefined) return refused('unreadable-record', { id: null, file: unread });
  const texts = new Map<string, string | null>();
  for (const path of paths) texts.set(path, await files.read(path));
  const history = await git.workspaceHistory(location.folder);
  return makePages({ workspace: view.workspace(), graph: view.graph(), ready: view.survey.ready, history }, texts);
}

async function uncommittedRecords({ git, location: { folder } }: Ports): Promise<readonly string[]> {
  const isRecord = (path: string): boolean => !['page', 'status-page', 'foreign', 'stray'].includes(fileKind(path));
  return (await git.uncommitted(null)).filter((path) => path.startsWith(`${folder}/`) && isRecord(path.slice(folder.length + 1)));
}
