import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFieldTables } from './field-tables.mjs';
import { readSchemas } from './schemas.mjs';
import { renderTypes } from './types.mjs';
import { renderForms, renderValidators } from './validators.mjs';
import { writeChanged } from './write-changed.mjs';

/** The types follow the schemas and are committed, so that a reader and an editor see them without a build. @param {string} root */
export async function generateTypes(root) {
  writeChanged(join(root, 'src/core/schemas/types.ts'), await freshTypes(root));
}

/** @param {string} root @returns {Promise<string>} */
export function freshTypes(root) {
  const folder = join(root, 'schemas');
  return renderTypes(readSchemas(folder), folder);
}

/** Most files hold tasks: what checks these is apart from the rest, which many an answer need not load. */
const OF_TASKS = ['Task', 'Queue'];
const OF_JOBS = ['JobEvent', 'JobCost'];
const OF_ENTITIES = ['Entity', 'Generator'];

/** Documents are checked when they are read; answers only in tests, which compile those schemas themselves. @param {string} root */
export async function generateValidators(root) {
  const documents = readSchemas(join(root, 'schemas')).filter(({ file }) => !file.includes('/'));
  const others = documents.map(({ name }) => name).filter((name) => ![...OF_TASKS, ...OF_JOBS, ...OF_ENTITIES].includes(name));
  const files = [
    { file: 'task-forms', names: ['Task'], render: renderForms },
    { file: 'task-validators', names: OF_TASKS, render: renderValidators },
    { file: 'job-validators', names: OF_JOBS, render: renderValidators },
    { file: 'entity-validators', names: OF_ENTITIES, render: renderValidators },
    { file: 'validators', names: others, render: renderValidators },
  ];
  for (const { file, names, render } of files) {
    const { code, types } = await render(documents, names, root);
    writeChanged(join(root, `src/core/schemas/${file}.js`), code);
    writeChanged(join(root, `src/core/schemas/${file}.d.ts`), types);
  }
}

/** The tables of fields in pages are committed too: they are read where nothing is built. @param {string} root */
export function generateFieldTables(root) {
  for (const name of ['protocol', 'generator']) {
    const page = join(root, `docs/${name}.md`);
    writeChanged(page, withFieldTables(readFileSync(page, 'utf8'), join(root, 'schemas')));
  }
}
