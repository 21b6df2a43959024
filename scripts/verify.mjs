import { setUp } from './setup.mjs';

// What a bare clone needs, then what CI asks. After that, `npm run check` alone is enough.
setUp();
await import('./check.mjs');
