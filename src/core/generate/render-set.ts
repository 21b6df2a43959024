/** The templates of a set and the values of an entity, to files and commands; or all that is wrong with the templates. */
import { parseTemplate } from '../dispatch/prompt/parse-template.ts';
import { renderPrompt } from '../dispatch/prompt/render-prompt.ts';
import type { PromptRecord } from '../dispatch/prompt/value.ts';
import { leavesRepository } from '../documents/field-checks.ts';
import type { Verifier } from '../documents/verifier.ts';
import type { GeneratorSet } from './read-set.ts';

export interface SetFault {
  /** In the folder of the set. */
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export type RenderedSet = { readonly files: readonly GeneratedFile[]; readonly commands: readonly Verifier[] } | { readonly faults: readonly SetFault[] };

export const MANIFEST = 'generator.yaml';

/** `templates`: their texts, by path in the folder of the set. */
export function renderSet(set: GeneratorSet, templates: ReadonlyMap<string, string>, values: PromptRecord): RenderedSet {
  const faults: SetFault[] = [];
  const filled = (file: string, text: string): string => fill(file, text, values, faults);
  const files = set.files.map(({ template, path }) => ({ path: filled(MANIFEST, path), text: filled(template, templates.get(template) ?? '') }));
  const commands = set.commands.map(({ name, command, timeoutSeconds }) => ({ name, command: command.map((word) => filled(MANIFEST, word)), timeoutSeconds }));
  if (faults.length === 0) faults.push(...pathFaults(files.map(({ path }) => path)));
  return faults.length > 0 ? { faults } : { files, commands };
}

/** Branches that are not taken for this entity are looked at as well: a set is sound for all or for none. */
function fill(file: string, text: string, values: PromptRecord, faults: SetFault[]): string {
  const parsed = parseTemplate(text);
  const found = 'body' in parsed ? renderPrompt(parsed, values, true).faults : [parsed];
  faults.push(...found.map(({ line, reason }) => ({ file, line, reason })));
  return 'body' in parsed && found.length === 0 ? renderPrompt(parsed, values).text : '';
}

/** Characters that some system gives a meaning to, or that nobody can see. */
const ODD = /[\0-\x1f\x7f"*:<>?\\|]/;
const LONGEST = 255;

function pathFaults(paths: readonly string[]): readonly SetFault[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    const reason = whyNoPath(path) ?? (seen.has(path.toLowerCase()) ? 'is the path of two files' : null);
    seen.add(path.toLowerCase());
    return reason === null ? [] : [{ file: MANIFEST, line: 1, reason: `the path ${path} ${reason}` }];
  });
}

function whyNoPath(path: string): string | null {
  const parts = path.split('/');
  if (leavesRepository(path)) return 'leaves the repository';
  if (parts.some((part) => part.toLowerCase() === '.git')) return 'belongs to git';
  if (parts.some((part) => part === '' || part === '.' || part.length > LONGEST) || ODD.test(path)) return 'is none that every system can have';
  return null;
}
