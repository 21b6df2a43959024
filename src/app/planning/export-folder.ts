/** Writes an export that takes many files into a new folder of the work tree. What stands there is never written over; nothing is committed, for the files are no records. */
import { printBacklog } from '../../core/export/print-backlog.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { PlacedProblem } from '../../core/problem/problem.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { nameOf } from '../../core/relative-path.ts';
import { repositoryPath } from '../../core/repository-path.ts';
import { exportAll } from './export.ts';
import type { Ports } from '../ports.ts';

export interface FolderAnswer {
  /** Repository-relative, as are the files. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly problems: readonly PlacedProblem[];
}

export async function exportFolder(ports: Ports, { out }: { readonly out: string }): Promise<Result<FolderAnswer>> {
  const { root, folder: own } = ports.location;
  const folder = repositoryPath(root, ports.caller.cwd, out);
  if (folder === null || folder === '' || `${folder}/`.startsWith(`${own}/`)) return refused('bad-value', { option: '--out', value: out, expected: `a new folder inside of this repository, outside of ${own}/` });
  return ports.writer.write(async (files) => {
    const answer = await exportAll(ports);
    if (!answer.ok) return answer;
    if (await files.has(folder)) return refused('bad-value', { option: '--out', value: out, expected: 'a folder that is not there yet' });
    const { workspace, graph, problems } = answer.value;
    const printed = printBacklog(graph.tasks, workspace.config.project ?? nameOf(root));
    const changes = printed.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
    return done({ changes, value: { folder, files: changes.map(({ path }) => path), problems } });
  });
}
