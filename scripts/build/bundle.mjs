import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { renderNotices } from './notices.mjs';
import { writeChanged } from './write-changed.mjs';

/** Verbs that people type all day: what they need at once is one file, since each file more costs a third of a millisecond. */
const EVERYDAY = ['here', 'status', 'next', 'show'].map((verb) => `src/cli/commands/${verb}.ts`);

/**
 * Bundles src/main.ts and everything it needs, so that an installed coord reads a few files and resolves no package.
 * What is imported lazily becomes a file of its own, but for the everyday verbs.
 * @param {string} root
 * @returns {Promise<string[]>} the files that belong to dist/ now
 */
export async function bundle(root) {
  const main = join(root, 'src/main.ts');
  const everyday = findReach([main, ...EVERYDAY.map((file) => join(root, file))]);
  const built = await rolldown({ cwd: root, input: main, platform: 'node', plugins: [withoutSecondYaml, everyday.plugin], onLog: passOn });
  const { output } = await built.generate({
    // Node finds, links and compiles the same code as CommonJS a tenth of a floor sooner (bench/README.md).
    format: 'cjs',
    minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
    comments: { legal: false }, // see renderNotices
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [{ name: 'everyday', test: (id) => everyday.reached.has(id) }] },
  });
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const notices = renderNotices(root, chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => relative(root, id))));
  const build = createHash('sha1').update(chunks.map(({ code }) => code).join('')).digest('hex').slice(0, 12);
  // The entry comes last, so that a coord started meanwhile finds every file it names.
  chunks.sort((a, b) => Number(a.isEntry) - Number(b.isEntry));
  const files = [{ name: 'THIRD-PARTY-NOTICES.txt', text: notices }, { name: 'package.json', text: '{ "type": "commonjs" }\n' }, ...chunks.map(({ fileName, code }) => ({ name: fileName, text: named(code, build) }))];
  for (const { name, text } of files) writeChanged(join(root, 'dist', name), text);
  return files.map(({ name }) => join(root, 'dist', name));
}

/**
 * A cache that another build of coord wrote must not be trusted, so each build knows its own name (src/main.ts).
 * @param {string} code
 * @param {string} build
 */
function named(code, build) {
  return code.replaceAll('@@BUILD@@', build);
}

/**
 * gray-matter brings an old js-yaml along, which front-matter.ts replaces at its door; with what that one brings it is
 * a third of all code, so the bundle leaves it out.
 * @type {import('rolldown').Plugin}
 */
const withoutSecondYaml = {
  name: 'without-second-yaml',
  resolveId: (id, importer) => (id === 'js-yaml' && importer?.includes('gray-matter') ? '\0no-yaml' : null),
  load: (id) => (id === '\0no-yaml' ? 'const refuse = () => { throw new Error("gray-matter reads no YAML here"); };\nexport const safeLoad = refuse;\nexport const safeDump = refuse;' : null),
};

/**
 * All modules that these ones import, directly or through others, lazy imports left out.
 * @param {string[]} starts
 */
function findReach(starts) {
  /** @type {Set<string>} */
  const reached = new Set(starts);
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'find-reach',
    buildEnd() {
      for (const id of reached) for (const next of this.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
    },
  };
  return { reached, plugin };
}

/**
 * What a package's own code does is not ours to mend: gray-matter's `eval` is behind a door (front-matter.ts).
 * @type {NonNullable<import('rolldown').InputOptions['onLog']>}
 */
const passOn = (level, log, report) => {
  const isForeign = log.id?.includes('node_modules') ?? false;
  if (!isForeign && log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') report(level, log);
};
