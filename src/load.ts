/**
 * Runs the built files (CommonJS), and keeps beside them what V8 compiled of them: of 40 ms that a warm answer takes over
 * the floor, 10 went to compiling. Whoever could change what is kept could change the files themselves. Where nothing can
 * be kept, only that time is lost.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Put in by the build: V8 takes what is kept for the right one if the file is as long as it was. */
const BUILD = '@@BUILD@@';

type Run = (exports: unknown, require: (id: string) => unknown, module: { exports: unknown }, file: string, folder: string) => void;
const PARAMETERS = '(exports, require, module, __filename, __dirname)';

export interface Loader {
  /** What the file of that name exports. */
  readonly load: (name: string) => unknown;
  /** To be called at the end: functions are compiled when they are first called. */
  readonly keep: () => void;
}

export function createLoader(folder: string, build = BUILD): Loader {
  const kept = join(folder, 'compiled', `${build}-${process.version}-${process.arch}`);
  const modules = new Map<string, { exports: unknown }>();
  const scripts = new Map<string, Script>();
  const require = (id: string): unknown => (id.startsWith('./') ? load(id.slice('./'.length)) : process.getBuiltinModule(id));
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const script = compile(join(folder, name), join(kept, name));
    scripts.set(name, script);
    (script.runInThisContext() as Run)(module.exports, require, module, join(folder, name), folder);
    return module.exports;
  };
  // What was kept of others may lack what this run called, so all is kept anew where something has to be.
  const keep = (): void => {
    const isKept = [...scripts.values()].every(({ cachedDataRejected }) => cachedDataRejected === false);
    if (!isKept) for (const [name, script] of scripts) writeWhole(join(kept, name), script.createCachedData());
  };
  return { load, keep };
}

function compile(file: string, kept: string): Script {
  const head = `(function ${PARAMETERS} {`;
  const cachedData = bytesOf(kept);
  return new Script(`${head}${readFileSync(file, 'utf8')}\n})`, { filename: file, columnOffset: -head.length, ...(cachedData && { cachedData }) });
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** With fsync: V8 does not look closely at what it is given. */
function writeWhole(path: string, bytes: Buffer): void {
  const unique = `${path}.tmp-${String(process.pid)}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const handle = openSync(unique, 'w');
    writeFileSync(handle, bytes);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(unique, path);
  } catch {
    if (existsSync(unique)) rmSync(unique, { force: true });
  }
}
