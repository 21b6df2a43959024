/** A path as a person types it, from the folder they are in, to one from the repository's root. All with `/`. */

/** null where it leads out of the repository; '' is the root itself. */
export function repositoryPath(root: string, cwd: string, typed: string): string | null {
  const from = typed.startsWith('/') ? typed : `${cwd}/${typed}`;
  const names: string[] = [];
  for (const name of from.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  const path = `/${names.join('/')}`;
  if (path === root) return '';
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}
