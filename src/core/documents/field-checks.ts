/** Checks of single fields that no schema can make: real dates, paths that stay inside. */
import { isInstant } from '../dates.ts';
import type { Place, Pointer } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';

type PlaceOf = (pointer: Pointer) => Place;

/** A date's text where it is one; a problem where it is not. Whether it is one does not hang on the time zone. */
export function checkDates<Field extends string>(record: { readonly [F in Field]?: unknown }, fields: readonly Field[], place: PlaceOf, at: Pointer = []): Problem[] {
  const found: Problem[] = [];
  for (const field of fields) {
    const value = record[field];
    if (typeof value === 'string' && !isInstant(value)) found.push(problem('invalid-date', place([...at, field]), { field, value }));
  }
  return found;
}

export function checkPaths(paths: readonly string[], field: string, place: (index: number) => Place): Problem[] {
  if (!paths.some(leavesRepository)) return [];
  return paths.flatMap((path, index) => (leavesRepository(path) ? [problem('path-escape', place(index), { field, path })] : []));
}

/** Absolute, climbing out by `..`, or of a form that some system would read so. */
export function leavesRepository(path: string): boolean {
  return /^(?:[\\/~]|[A-Za-z]:)/.test(path) || path.includes('\0') || /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);
}
