/** Merges one file when git asks for it: field by field, or as git does by itself where its fields cannot be told apart. */
import { fileKind } from '../../core/documents/file-kind.ts';
import { mergeDocument } from '../../core/documents/merge-document.ts';
import type { Conflict } from '../../core/documents/merge-values.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { MergeFiles, Ports } from '../ports.ts';

export interface MergeDriverRequest extends MergeFiles {
  /** The file's name in the repository. */
  readonly path: string;
}

export interface MergeDriverAnswer {
  readonly path: string;
  readonly by: 'fields' | 'lines';
  readonly isClean: boolean;
  /** Known only of fields. */
  readonly conflicts: readonly Conflict[];
}

type DriverPorts = Pick<Ports, 'location' | 'files' | 'writer' | 'git'>;

/** Whatever keeps fields from being merged must not look like a merge: git's own then leaves both sides in the file. */
export async function mergeDriver(ports: DriverPorts, request: MergeDriverRequest): Promise<Result<MergeDriverAnswer>> {
  const conflicts = await mergeFields(ports, request);
  if (conflicts !== null) return done({ path: request.path, by: 'fields', isClean: conflicts.length === 0, conflicts });
  return done({ path: request.path, by: 'lines', isClean: await ports.git.mergeFile(request), conflicts: [] });
}

/** null: it was not done. */
async function mergeFields({ location, files, writer }: DriverPorts, { path, ...named }: MergeDriverRequest): Promise<readonly Conflict[] | null> {
  if (!path.startsWith(`${location.folder}/`)) return null;
  try {
    const [base, ours, theirs] = [await files.read(named.base), await files.read(named.ours), await files.read(named.theirs)];
    if (base === null || ours === null || theirs === null) return null;
    const merged = mergeDocument(fileKind(path.slice(location.folder.length + 1)), { base, ours, theirs });
    if (merged === null) return null;
    const written = await writer.write(() => Promise.resolve(done({ changes: [{ path: named.ours, text: merged.text }], value: null })));
    return written.ok ? merged.conflicts : null;
  } catch (error) {
    if (error instanceof EnvironmentFailure) return null;
    throw error;
  }
}
