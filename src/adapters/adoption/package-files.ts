/** Files that come with the package, found beside the built program. */
import { readdirSync, readFileSync, statSync } from 'node:fs';

export interface PackageFiles {
  read(path: string): string;
  /** null: there is no such file. */
  find(path: string): string | null;
  /** Names of what lies in a folder; folders are told apart. */
  list(folder: string): readonly { readonly name: string; readonly isFolder: boolean }[];
}

/** `root` is the package's folder, with a slash at its end. */
export function createPackageFiles(root: URL): PackageFiles {
  return {
    read: (path) => readFileSync(new URL(path, root), 'utf8'),
    find: (path) => (statSync(new URL(path, root), { throwIfNoEntry: false })?.isFile() === true ? readFileSync(new URL(path, root), 'utf8') : null),
    list: (folder) => readdirSync(new URL(`${folder}/`, root), { withFileTypes: true }).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
  };
}
