/** Workspaces that come with the package, rendered by handlebars: loaded only when one is made. */
import type { Adoption } from '../../app/ports.ts';
import type { PackageFiles } from './package-files.ts';

type Templates = Pick<Adoption, 'templates' | 'render' | 'agentsSection'>;

const FOLDER = 'templates';

export function createTemplates(files: PackageFiles): Templates {
  return {
    templates: () => Promise.resolve(files.list(FOLDER).filter(({ isFolder }) => isFolder).map(({ name }) => name)),
    async render(template, facts, day) {
      const print = await printer({ day });
      const names = files.list(`${FOLDER}/${template}`).filter(({ isFolder }) => !isFolder);
      return names.map(({ name }) => ({ path: name, text: print(files.read(`${FOLDER}/${template}/${name}`), facts) }));
    },
    async agentsSection(facts) {
      const print = await printer({});
      return print(files.read(`${FOLDER}/agents-section.md`), facts);
    },
  };
}

/** Nothing is escaped: what is made is YAML and Markdown, and the facts are safe in both. */
async function printer(helpers: Readonly<Record<string, (text: string) => string>>): Promise<(template: string, facts: object) => string> {
  const { default: handlebars } = await import('handlebars');
  return (template, facts) => handlebars.compile<object>(template, { noEscape: true, strict: true })(facts, { helpers: { ...helpers } });
}
