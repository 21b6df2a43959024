import { fileURLToPath } from 'node:url';
import { generateValidators } from '../../scripts/build/generate.mjs';

/** Tests import the validators, which are not committed. */
export default function setup(): Promise<void> {
  return generateValidators(fileURLToPath(new URL('../..', import.meta.url)));
}
