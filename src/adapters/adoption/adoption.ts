import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Adoption } from '../../app/ports/adoption-port.ts';
import type { Location } from '../../app/ports.ts';
import { makeFolder } from '../make-folder.ts';
import { writeFailure } from '../write-failure.ts';
import { writeAll } from '../writer.ts';
import { createHookFiles } from './hook-files.ts';
import { createPackageFiles } from './package-files.ts';
import { createTemplates } from './templates.ts';

/** `packageRoot` is the folder of the installed package, with a slash at its end. */
export function createAdoption(location: Location, packageRoot: URL): Adoption {
  return {
    ...createTemplates(packageRoot, createPackageFiles(packageRoot)),
    ...createHookFiles(location),
    program: () => Promise.resolve(fileURLToPath(new URL('bin/coord.js', packageRoot))),
    keepFolder(name) {
      const folder = join(location.commonDir, 'coord');
      try {
        makeFolder(folder);
        return Promise.resolve(writeAll(folder, [{ path: 'folder', text: `${name}\n` }]));
      } catch (error) {
        return Promise.resolve(writeFailure(folder, error));
      }
    },
  };
}
