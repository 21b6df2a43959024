import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/build/bundle.mjs';
import { generateValidators } from '../../scripts/build/generate.mjs';

/** Stories run the real binary, so it has to be that of the sources at hand. */
export default async function setup(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await generateValidators(root);
  await bundle(root);
}
