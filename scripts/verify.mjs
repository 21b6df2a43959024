import { run, setUp } from './setup.mjs';

// What a bare clone needs, then what CI asks. After that, `npm run check` alone is enough.
setUp();
run(process.execPath, ['scripts/check.mjs']);
