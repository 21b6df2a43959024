/** The check before a commit as a command in lefthook's settings, put in without touching the rest. */
import { editYaml } from '../documents/edit-yaml.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { isRecord } from '../documents/with-value.ts';
import type { Pointer } from '../model.ts';
import { HOOK_COMMAND, hasHookBlock } from './hook-block.ts';
import type { Marked } from './marked-block.ts';

/** As lefthook looks for them; the ones that are not YAML can only be pointed at. */
export const LEFTHOOK_FILES = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml', 'lefthook.toml', '.lefthook.toml', 'lefthook.json', '.lefthook.json'];

/** What a person adds by hand where coord cannot. */
export const LEFTHOOK_LINES = `pre-commit:\n  commands:\n    coord:\n      run: ${JSON.stringify(HOOK_COMMAND)}`;

/** null where the place for it cannot be found with certainty. */
export function withLefthookCommand(file: string, text: string): Marked | null {
  if (hasHookBlock(text)) return { text, change: 'unchanged' };
  if (!/\.ya?ml$/.test(file)) return null;
  const { value, problems } = readYaml(text, file);
  if (problems.length > 0) return null;
  if (value === null || value === undefined) return { text: `${text}${LEFTHOOK_LINES}\n`, change: 'added' };
  if (!isRecord(value)) return null;
  const edit = placeFor(value);
  const edited = editYaml(text, [edit]);
  return edited.ok ? { text: edited.text, change: 'added' } : null;
}

/** As deep as what is there already. */
function placeFor(settings: Record<string, unknown>): { pointer: Pointer; value: { readonly [key: string]: { readonly [key: string]: { readonly [key: string]: string } | string } | string } } {
  const hook = settings['pre-commit'];
  const coord = { run: HOOK_COMMAND };
  if (!isRecord(hook)) return { pointer: ['pre-commit'], value: { commands: { coord } } };
  return isRecord(hook['commands']) ? { pointer: ['pre-commit', 'commands', 'coord'], value: coord } : { pointer: ['pre-commit', 'commands'], value: { coord } };
}
