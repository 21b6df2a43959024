import { generateFieldTables, generateTypes, generateValidators } from './build/generate.mjs';
import { root } from './setup.mjs';

await generateTypes(root);
await generateValidators(root);
generateFieldTables(root);
