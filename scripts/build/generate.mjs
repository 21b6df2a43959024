import { join } from 'node:path';
import { readSchemas } from './schemas.mjs';
import { renderTypes } from './types.mjs';
import { renderValidators } from './validators.mjs';
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

/** @param {string} root */
export async function generateValidators(root) {
  const { code, types } = await renderValidators(readSchemas(join(root, 'schemas')), root);
  writeChanged(join(root, 'src/core/schemas/validators.js'), code);
  writeChanged(join(root, 'src/core/schemas/validators.d.ts'), types);
}
