/** What makes git merge the workspace's files field by field: a line that is committed, and settings each clone makes for itself. */
import { findCoord } from './find-coord.ts';
import type { Marked } from './marked-block.ts';
import { newlineOf } from './marked-block.ts';

export const ATTRIBUTES = '.gitattributes';

/**
 * 0: merged, 1: conflicts are in the file. Anything else, a coord that is not there among it, leaves the file as ours was,
 * which git would take for a conflict without a word of theirs: then git's own merge puts both sides into it.
 */
const COMMAND =
  's=127; if command -v "$coord" >/dev/null 2>&1; then "$coord" merge-driver %O %A %B %P; s=$?; fi; [ $s -le 1 ] || { git merge-file -L ours -L base -L theirs %A %O %B; s=$?; }; exit $s';

/** To git a % begins a placeholder. */
export function mergeDriver(program: string | null): Readonly<Record<string, string>> {
  return {
    'merge.coord.name': "coord's records, field by field",
    'merge.coord.driver': `${findCoord(program).replaceAll('%', '%%')}; ${COMMAND}`,
  };
}

/** Without the settings git takes no notice of the line, so it does no harm in other clones. */
export function withMergeAttribute(text: string | null, folder: string): Marked {
  const pattern = /^[\w.-]+$/.test(folder) ? folder : folder.replace(/[\\*?[]/g, '\\$&');
  const line = `${quoted(`${pattern}/**`)} merge=coord`;
  if (text === null || text === '') return { text: `${line}\n`, change: 'made' };
  if (text.split(/\r?\n/).some((found) => found.trim() === line)) return { text, change: 'unchanged' };
  const newline = newlineOf(text);
  return { text: `${text}${text.endsWith('\n') ? '' : newline}${line}${newline}`, change: 'added' };
}

export function asksForMergeDriver(attributes: string): boolean {
  return /^[^#\n]*\smerge=coord(?:\s|$)/m.test(attributes);
}

function quoted(pattern: string): string {
  return /[\s"\\#!]/.test(pattern) ? JSON.stringify(pattern) : pattern;
}
