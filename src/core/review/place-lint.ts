/** What a linter said, on files of the repository, and only what counts of it. */
import { repositoryPath } from '../repository-path.ts';
import { showsLine } from './change.ts';
import type { ChangedFile } from './change.ts';
import { told } from './finding.ts';
import type { Finding } from './finding.ts';
import type { Linter } from './linter.ts';
import type { LintLine } from './read-lint.ts';

/** `root`: of the repository, absolute; linters run there. */
export function placeLint(lines: readonly LintLine[], { name, within }: Linter, changed: readonly ChangedFile[], root: string): { readonly findings: readonly Finding[]; readonly dropped: number } {
  const byPath = new Map(changed.filter(({ isGone }) => !isGone).map((file) => [file.path, file]));
  const findings = lines.flatMap(({ file, line, severity, message }) => {
    const path = repositoryPath(root, root, file);
    if (path === null || path === '') return [];
    const inChange = byPath.get(path);
    const counts = within === 'all' || (inChange !== undefined && (within === 'files' || line === null || showsLine(inChange, line)));
    return counts ? [{ file: path, line, severity, category: 'lint' as const, message: told(message), suggestion: null, by: name }] : [];
  });
  return { findings, dropped: lines.length - findings.length };
}
