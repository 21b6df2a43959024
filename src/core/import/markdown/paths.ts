/** The paths in a text about files; words that only describe some are no paths. */
import { leavesRepository } from '../../documents/field-checks.ts';
import { oneLine } from './clean-text.ts';
import type { Inline } from './outline.ts';

export interface Paths {
  readonly paths: readonly string[];
  /** Told of, but not by path. */
  readonly rest: readonly string[];
}

/** A name with a folder, an ending or a wildcard in it. */
const PATH = /^\.{0,2}\/?[\w@.*{}[\]?+-]+(?:\/[\w@.*{},[\]?+-]*)+$|^[\w@*.-]*\.[A-Za-z][A-Za-z0-9]{0,9}$|^\.[A-Za-z][\w.-]+$|^[\w-]*\*[\w.*-]*$|^(?:Dockerfile|Makefile|README|LICENSE|Gemfile|Procfile|Justfile)$/;

export function pathsIn({ text, code }: Pick<Inline, 'text' | 'code'>): Paths {
  const candidates = code.length > 0 ? code : text.split(/[,;、，；\n]/u).map((part) => part.replace(/\([^()]*\)|（[^（）]*）/gu, '').trim());
  const paths: string[] = [];
  const rest: string[] = [];
  for (const candidate of candidates.map(oneLine).filter((one) => one !== '')) {
    const path = insideRoot(withoutLines(candidate));
    if (PATH.test(path) && !ON_MACHINE.test(candidate) && !leavesRepository(path)) paths.push(path);
    else rest.push(candidate);
  }
  return { paths, rest };
}

/** Paths named in running text: with a folder in them, or by an ending that only files have. */
export function pathsNamed({ code }: Inline): readonly string[] {
  return code.length === 0 ? [] : pathsIn({ text: '', code: code.filter((one) => isFile(one) || (one.includes('/') && !ON_MACHINE.test(one) && /\.[a-z]\w*$|\*|\/$/i.test(one))) }).paths;
}

/** `load-test.py` is one, `user.name` and `Node.js` are none. */
const isFile = (name: string): boolean => FILE.test(name) && !/^(?:node|next|nuxt|vue|react|angular|ember|express|nest|three|d3|chart|alpine|discord|socket\.io|p5)\.js$/i.test(name);

const FILE = /^[\w-][\w.-]*\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|swift|cs|cpp|cc|hpp|php|ex|exs|scala|dart|lua|vue|svelte|html?|s?css|less|sql|sh|ps1|ya?ml|json|toml|ini|xml|csv|md|mdx|rst|tex|proto|tf|gradle|ipynb)$/;

/** `src/server.ts:40-62`, `src/server.ts#L40`. */
const withoutLines = (path: string): string => path.replace(/(?::\d+(?:-\d+)?|#L\d+(?:-L?\d+)?)$/, '');

/** A root of a machine, where no repository has its folders. */
const ON_MACHINE = /^\/(?:home|Users|etc|usr|var|tmp|opt|mnt|dev|proc|sys|root|bin|sbin|lib|srv|Volumes|Applications)(?:\/|$)/;

/** `/quantum/` in a plan is a folder of the project, not of the machine. */
function insideRoot(path: string): string {
  return path.replace(/^\.?\/(?=[\w.*])/, '');
}
