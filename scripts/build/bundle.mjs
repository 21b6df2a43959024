import { createHash } from 'node:crypto';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { renderNotices } from './notices.mjs';
import { writeChanged } from './write-changed.mjs';

/**
 * Bundles src/main.ts and everything it needs, so that an installed coord reads a few small files and resolves no package.
 * What is imported lazily becomes a file of its own: a verb loads its own chunk and those it shares.
 * @param {string} root
 * @returns {Promise<string[]>} the files that belong to dist/ now
 */
export async function bundle(root) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none', // see renderNotices
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [builtinsByImport],
  });
  const notices = renderNotices(root, Object.keys(result.metafile.inputs));
  const dist = join(root, 'dist');
  // The entry comes last, so that a coord started meanwhile finds every file it names.
  const isEntry = (/** @type {{ path: string }} */ { path }) => path === join(dist, 'main.js');
  const files = [{ path: join(dist, 'THIRD-PARTY-NOTICES.txt'), contents: notices }, ...result.outputFiles];
  files.sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  const build = createHash('sha1').update(files.map(({ contents }) => contents).join('')).digest('hex').slice(0, 12);
  for (const { path, contents } of files) writeChanged(path, named(contents, build));
  return files.map(({ path }) => path);
}

/**
 * A cache that another build of coord wrote must not be trusted, so each build knows its own name (src/main.ts).
 * @param {string | Uint8Array} contents
 * @param {string} build
 */
function named(contents, build) {
  return Buffer.from(Buffer.from(contents).toString('utf8').replaceAll('@@BUILD@@', build));
}

/**
 * An ES module has no `require`. CommonJS packages in the bundle get Node's own modules through an import instead.
 * @type {import('esbuild').Plugin}
 */
const builtinsByImport = {
  name: 'builtins-by-import',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `import builtin from '${path}'; module.exports = builtin;`,
    }));
  },
};
