import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { renderNotices } from './notices.mjs';
import { writeChanged } from './write-changed.mjs';

/**
 * Each file more costs a third of a millisecond, and so does each 8 kB of code that is not needed. So what an answer
 * loads is in few files, and little in them is for others: the shell, what verbs of every day share, and each one's own.
 */
const TOGETHER = {
  shell: ['src/main.ts'],
  here: ['src/cli/commands/here.ts'],
  status: ['src/cli/commands/status.ts'],
  next: ['src/cli/commands/next.ts'],
  show: ['src/cli/commands/show.ts'],
  staged: ['src/cli/commands/validate.ts', 'src/adapters/store/open-staged.ts'],
};

/** Names stay as they are, for whoever reads a stack. */
const MINIFY = { mangle: false, compress: true, codegen: { removeWhitespace: true } };

/**
 * Bundles src/main.ts and everything it needs, so that an installed coord reads a few files and resolves no package.
 * What is imported lazily becomes a file of its own, but for the everyday verbs.
 * @param {string} root
 * @returns {Promise<string[]>} the files that belong to dist/ now
 */
export async function bundle(root) {
  const groups = findGroups(root, TOGETHER);
  const built = await rolldown({ cwd: root, input: { main: join(root, 'src/main.ts'), 'board-thread': join(root, 'src/board-thread.ts') }, platform: 'node', preserveEntrySignatures: 'allow-extension', plugins: [withoutSecondYaml, plainFields, groups.plugin], onLog: passOn });
  const { output } = await built.generate({
    // Node finds, links and compiles the same code as CommonJS a tenth of a floor sooner (bench/README.md).
    format: 'cjs',
    minify: MINIFY,
    comments: { legal: false }, // see renderNotices
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: groups.nameOf, debugName: 'together' }] },
  });
  const chunks = output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const notices = renderNotices(root, chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => relative(root, id))));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const build = createHash('sha1').update([version, ...chunks.map(({ code }) => code)].join('')).digest('hex').slice(0, 12);
  // The entry comes last, so that a coord started meanwhile finds every file it names.
  chunks.sort((a, b) => Number(a.isEntry) - Number(b.isEntry));
  const loader = await bundleLoader(root);
  const code = [...chunks.map(({ fileName, code: text }) => ({ name: fileName, text })), { name: 'load.js', text: loader }];
  const files = [{ name: 'THIRD-PARTY-NOTICES.txt', text: notices }, { name: 'package.json', text: '{ "type": "commonjs" }\n' }, ...code.map(({ name, text }) => ({ name, text: named(text, { build, version }) }))];
  for (const { name, text } of files) writeChanged(join(root, 'dist', name), text);
  forgetOthers(join(root, 'dist/compiled'), build);
  return files.map(({ name }) => join(root, 'dist', name));
}

/** What V8 made of other builds (src/load.ts) is of no use any more. @param {string} compiled @param {string} build */
function forgetOthers(compiled, build) {
  if (!existsSync(compiled)) return;
  for (const name of readdirSync(compiled)) if (!name.startsWith(build)) rmSync(join(compiled, name), { recursive: true, force: true });
}

/** What runs all the others is a file of its own, which needs none of them. @param {string} root */
async function bundleLoader(root) {
  const built = await rolldown({ cwd: root, input: join(root, 'src/load.ts'), platform: 'node' });
  const { output } = await built.generate({ format: 'cjs', minify: MINIFY });
  return output[0].code;
}

/**
 * Each build knows its own name (src/main.ts), since a cache that another one wrote must not be trusted, and its version.
 * @param {string} code
 * @param {{ build: string, version: string }} names
 */
function named(code, { build, version }) {
  return code.replaceAll('@@BUILD@@', build).replaceAll('@@VERSION@@', version);
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
 * markdown-it comes compiled for old engines: each field of each of its tokens is set by a call.
 * @type {import('rolldown').Plugin}
 */
const plainFields = {
  name: 'plain-fields',
  transform: (code, id) => (id.includes('/markdown-it/') ? { code: code.replace(/_defineProperty\(\s*this,\s*(?:\/\*[\s\S]*?\*\/\s*)?"(\w+)",/g, '(this.$1 ='), map: null } : null),
};

/**
 * Names the file that a module belongs into: that of the only entry that reaches it (lazy imports left out), the shell's
 * where that needs it anyway. What several share is in three: what a check needs as well, what all answers need, and
 * what only those need that tell where everything stands.
 * @param {string} root
 * @param {Readonly<Record<string, readonly string[]>>} entries
 */
function findGroups(root, entries) {
  const reaches = Object.entries(entries).map(([name, files]) => ({ name, reached: new Set(files.map((file) => join(root, file))) }));
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'find-groups',
    buildEnd() {
      for (const { reached } of reaches) for (const id of reached) for (const next of this.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
    },
  };
  /** @param {string} id */
  const nameOf = (id) => {
    const names = reaches.filter(({ reached }) => reached.has(id)).map(({ name }) => name);
    if (names.includes('shell')) return 'shell';
    if (names.length <= 1) return names[0] ?? null;
    return names.includes('staged') ? 'checks' : names.includes('next') || names.includes('show') ? 'answers' : 'standing';
  };
  return { plugin, nameOf };
}

/**
 * What a package's own code does is not ours to mend: gray-matter's `eval` is behind a door (front-matter.ts).
 * @type {NonNullable<import('rolldown').InputOptions['onLog']>}
 */
const passOn = (level, log, report) => {
  const isForeign = log.id?.includes('node_modules') ?? false;
  if (!isForeign && log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') report(level, log);
};
