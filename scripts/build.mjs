import './generate.mjs';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './build/bundle.mjs';
import { root } from './setup.mjs';

const files = await bundle(root);
const dist = join(root, 'dist');
for (const name of readdirSync(dist)) if (!files.includes(join(dist, name))) rmSync(join(dist, name), { recursive: true });
