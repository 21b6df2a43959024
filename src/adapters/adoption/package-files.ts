/** Files that come with the package, found beside the built program. */
import { readdirSync, readFileSync } from 'node:fs';

export interface PackageFiles {
  read(path: string): string;
  /** Names of what lies in a folder; folders are told apart. */
  list(folder: string): readonly { readonly name: string; readonly isFolder: boolean }[];
}

/** `root` is the package's folder, with a slash at its end. */
export function createPackageFiles(root: URL): PackageFiles {
  return {
    read: (path) => readFileSync(new URL(path, root), 'utf8'),
    list: (folder) => readdirSync(new URL(`${folder}/`, root), { withFileTypes: true }).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
  };
}
