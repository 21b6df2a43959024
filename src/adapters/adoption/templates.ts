/** Workspaces to begin with: those that come with the package, and folders of somebody's own. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Adoption } from '../../app/ports/adoption-port.ts';
import { aboutTemplate } from '../../core/adoption/fill-marks.ts';
import type { PackageFiles } from './package-files.ts';
import { readTemplate } from './read-template.ts';

type Templates = Pick<Adoption, 'templates' | 'template' | 'templateAt' | 'agentsSection' | 'generators' | 'packaged'>;

const FOLDER = 'templates';

/** `root` is the package's folder, with a slash at its end. */
export function createTemplates(root: URL, files: PackageFiles): Templates {
  return {
    templates() {
      const names = files.list(FOLDER).filter(({ isFolder }) => isFolder).map(({ name }) => name);
      return Promise.resolve(names.map((name) => ({ name, about: aboutTemplate(files.read(`${FOLDER}/${name}/coord.yaml`)) })));
    },
    template: (name) => Promise.resolve(readTemplate(fileURLToPath(new URL(`${FOLDER}/${name}`, root)), name)),
    templateAt: (path, cwd) => Promise.resolve(readTemplate(resolve(cwd, path), path)),
    generators: () => Promise.resolve(files.list('generators').filter(({ isFolder }) => isFolder).map(({ name }) => name)),
    packaged: (path) => Promise.resolve(files.find(path)),
    agentsSection: () => Promise.resolve(files.read(`${FOLDER}/agents-section.md`)),
  };
}
