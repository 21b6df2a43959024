/** What two branches made of the same records, put together field by field, where git finds lines in conflict. */
import { fileKind } from '../../core/documents/file-kind.ts';
import { mergeDocument } from '../../core/documents/merge-document.ts';
import type { Ports, SettledMerge } from '../ports.ts';
import type { FileChange } from '../ports/writer-port.ts';

/** `ours`: id of a commit; `branch`: a ref or one. null: a person has to look, because of a file outside the workspace or a field that has two values. */
export async function settleRecords({ git, location: { folder } }: Pick<Ports, 'git' | 'location'>, ours: string, branch: string, conflicts: readonly string[]): Promise<SettledMerge | null> {
  const theirs = await git.commitAt(branch);
  const base = theirs === null ? null : await git.mergeBase(ours, theirs);
  if (theirs === null || base === null || !conflicts.every((path) => path.startsWith(`${folder}/`))) return null;
  const [before, here, there] = await Promise.all([base, ours, theirs].map((commit) => git.textsAt(commit, conflicts)));
  const files: FileChange[] = [];
  for (const path of conflicts) {
    const versions = { base: before?.get(path), ours: here?.get(path), theirs: there?.get(path) };
    const text = mergedText(path.slice(folder.length + 1), versions);
    if (text === null) return null;
    files.push({ path, text });
  }
  return { ours, theirs, files };
}

function mergedText(name: string, { base, ours, theirs }: Readonly<Record<'base' | 'ours' | 'theirs', string | undefined>>): string | null {
  if (base === undefined || ours === undefined || theirs === undefined) return null;
  const merged = mergeDocument(fileKind(name), { base, ours, theirs });
  return merged?.conflicts.length === 0 ? merged.text : null;
}
