import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freshTypes } from '../../../scripts/build/generate.mjs';

test('the committed types are those of the schemas (else: npm run generate)', async () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  expect(readFileSync(`${root}/src/core/schemas/types.ts`, 'utf8')).toBe(await freshTypes(root));
});
