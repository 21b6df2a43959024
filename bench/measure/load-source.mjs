import { build } from 'esbuild';
import { root } from '../../scripts/setup.mjs';

/**
 * A module of src/ with all it imports, bundled in memory: Node 20 runs no TypeScript. What it exports is unknown here;
 * callers name the module's type beside its path.
 * @param {string} path relative to the root
 * @returns {Promise<unknown>}
 */
export async function loadSource(path) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'warning',
  });
  const code = Buffer.concat(outputFiles.map(({ contents }) => contents));
  return import(`data:text/javascript;base64,${code.toString('base64')}`);
}
