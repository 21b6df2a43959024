/** What an import has to find its way around: the records there are, and which of them were imported from where. */
import { readYaml } from '../../core/documents/read-yaml.ts';
import { isRecord } from '../../core/documents/with-value.ts';
import type { Origin } from '../../core/import/draft.ts';
import type { Standing, StandingTask } from '../../core/import/standing.ts';
import type { Place } from '../../core/model.ts';
import type { View } from '../view.ts';

export async function standingOf(view: View, taken: ReadonlySet<string>): Promise<Standing> {
  const { config, agents, tasks } = view.workspace();
  const values = new Map<string, unknown>();
  for (const file of new Set(tasks.map(({ place }) => place.file))) values.set(file, readYaml((await view.text(file)) ?? '', file).value);
  const standing = tasks.map(({ id, title, status, agent, phase, group, estimate, deadline, place }): StandingTask => ({ id, title, status, agent, phase, group, estimate, deadline, from: sourceOf(values.get(place.file), place) }));
  return { config, agents, tasks: standing, taken };
}

/** `x-source` is `file:line`. */
function sourceOf(document: unknown, { pointer = [] }: Place): Origin | null {
  const task = pointer.reduce<unknown>((value, step) => (isRecord(value) || Array.isArray(value) ? (value as Record<string | number, unknown>)[step] : undefined), document);
  const source = isRecord(task) ? task['x-source'] : null;
  if (typeof source !== 'string') return null;
  const [, file = source, line = '1'] = /^(.*):(\d+)$/s.exec(source) ?? [];
  return { file, line: Number(line) };
}
