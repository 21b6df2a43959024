/** A rendered template as the files it makes: its list of tasks becomes one file a task. */
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

/** coord.yaml comes last: where it stands, all else stands too. */
export function workspaceFiles(rendered: readonly NewFile[], hasLocalSchemas: boolean): readonly NewFile[] {
  const files = rendered.flatMap((file) => (file.path === 'tasks.yaml' ? taskFiles(file.text) : [file]));
  const ordered = [...files.filter(({ path }) => path !== 'coord.yaml'), ...files.filter(({ path }) => path === 'coord.yaml')];
  return hasLocalSchemas ? ordered.map(withModeline) : ordered;
}

function taskFiles(list: string): readonly NewFile[] {
  const { value } = readYaml(list, 'tasks.yaml');
  return Array.isArray(value) ? value.filter(isTask).map((fields) => ({ path: `tasks/${fields.id}.yaml`, text: printTask(fields) })) : [];
}

function isTask(value: unknown): value is Record<string, Writable> & { readonly id: string } {
  return isRecord(value) && typeof value['id'] === 'string';
}

function withModeline({ path, text }: NewFile): NewFile {
  const schema = path === 'coord.yaml' ? 'coord' : path.startsWith('tasks/') ? 'task' : null;
  const up = '../'.repeat(path.split('/').length);
  return schema === null ? { path, text } : { path, text: `# yaml-language-server: $schema=${up}${LOCAL_SCHEMAS}/${schema}.schema.json\n${text}` };
}
