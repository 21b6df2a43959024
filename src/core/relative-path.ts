/** The way from one absolute folder to another path, as one types it: `../app-FIX-001`, `.` for the folder itself. */
export function relativePath(from: string, to: string): string {
  const start = namesOf(from);
  const end = namesOf(to);
  let common = 0;
  while (common < start.length && common < end.length && start[common] === end[common]) common++;
  const way = [...start.slice(common).map(() => '..'), ...end.slice(common)].join('/');
  return way === '' ? '.' : way;
}

/** `name` beside `path`, in the same folder. */
export function beside(path: string, name: string): string {
  return `/${[...namesOf(path).slice(0, -1), name].join('/')}`;
}

export function nameOf(path: string): string {
  return namesOf(path).at(-1) ?? '';
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}
