/** Imports a plan into nothing, as the verb does, and tells what would be wrong with the workspace that is made. */
import { printTask } from '../../src/core/documents/print-task.ts';
import { readMarkdown } from '../../src/core/import/markdown/read-markdown.ts';
import { printNewSettings } from '../../src/core/import/new-settings.ts';
import { placeDraft } from '../../src/core/import/place-draft.ts';
import { NOTHING_STANDS } from '../../src/core/import/standing.ts';
import { severityOf } from '../../src/core/problem/problem.ts';
import { memoryView } from './memory-view.ts';

export function importFaults(text: string): readonly unknown[] {
  const { draft, faults } = readMarkdown([{ name: 'PLAN.md', text }]);
  if (faults.length > 0) return [];
  const { tasks, agents, settings } = placeDraft(draft, NOTHING_STANDS);
  const team = Object.fromEntries(agents.map(({ id, fields }) => [id, fields]));
  const files = new Map(tasks.map(({ id, fields }) => [`deployment/tasks/${id}.yaml`, printTask(fields)]));
  files.set('deployment/coord.yaml', printNewSettings({ project: draft.project ?? 'app', timezone: null, integration: null, team, settings }));
  if (files.size !== tasks.length + 1) return ['two tasks have one file'];
  return memoryView(files, 'deployment').problems.filter((problem) => severityOf(problem) === 'error').map(({ code, place, facts }) => ({ code, file: place.file, facts }));
}
