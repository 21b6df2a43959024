/** A template with its marks filled in, as the files it makes: its list of tasks becomes one file a task. */
import { printTask } from '../documents/print-task.ts';
import type { Writable } from '../documents/print-scalar.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { isRecord } from '../documents/with-value.ts';

export interface NewFile {
  /** Inside the workspace folder. */
  readonly path: string;
  readonly text: string;
}

/** Where editors find the schemas: only the package among a project's own dependencies has a path that holds for everybody. */
export const LOCAL_SCHEMAS = 'node_modules/git-coord/schemas';

/** Where a template lists its tasks. */
export const LIST_OF_TASKS = 'tasks.yaml';

/** coord.yaml comes last: where it stands, all else stands too. */
export function workspaceFiles(filled: readonly NewFile[]): readonly NewFile[] {
  const files = filled.flatMap((file) => (file.path === LIST_OF_TASKS ? taskFiles(file.text) : [file]));
  return [...files.filter(({ path }) => path !== 'coord.yaml'), ...files.filter(({ path }) => path === 'coord.yaml')];
}

function taskFiles(list: string): readonly NewFile[] {
  const { value } = readYaml(list, LIST_OF_TASKS);
  return Array.isArray(value) ? value.filter(isTask).map((fields) => ({ path: `tasks/${fields.id}.yaml`, text: printTask(fields) })) : [];
}

function isTask(value: unknown): value is Record<string, Writable> & { readonly id: string } {
  return isRecord(value) && typeof value['id'] === 'string';
}

/** A line that tells editors the form, where there is none yet. */
export function withModeline({ path, text }: NewFile): NewFile {
  const schema = text.includes('yaml-language-server:') ? null : path === 'coord.yaml' ? 'coord' : path.startsWith('tasks/') ? 'task' : null;
  const up = '../'.repeat(path.split('/').length);
  return schema === null ? { path, text } : { path, text: `# yaml-language-server: $schema=${up}${LOCAL_SCHEMAS}/${schema}.schema.json\n${text}` };
}
