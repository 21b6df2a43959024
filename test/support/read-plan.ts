/** A plan in a few lines, and what was read of it: tasks by their titles, so that a test says only what it is about. */
import { readMarkdown } from '../../src/core/import/markdown/read-markdown.ts';
import type { DraftTask } from '../../src/core/import/draft.ts';

export interface ReadTask extends Pick<DraftTask, 'id' | 'kind' | 'agent' | 'status' | 'progress' | 'estimate' | 'deadline' | 'files' | 'actions' | 'acceptance'> {
  /** Titles of what it waits for. */
  readonly after: readonly string[];
}

export function readPlan(text: string): { readonly tasks: Readonly<Record<string, ReadTask>>; readonly agents: readonly string[]; readonly leftOut: readonly string[] } {
  const { draft, faults } = readMarkdown([{ name: 'PLAN.md', text }]);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const titles = new Map(draft.tasks.flatMap(({ key, id, title }) => [[key, title], [id ?? key, title]]));
  const tasks = draft.tasks.map(({ title, id, kind, agent, status, progress, estimate, deadline, files, actions, acceptance, dependencies }) => [title, { id, kind, agent, status, progress, estimate, deadline, files, actions, acceptance, after: dependencies.map(({ on }) => titles.get(on) ?? on) }] as const);
  return { tasks: Object.fromEntries(tasks), agents: draft.agents.map(({ name }) => name), leftOut: draft.leftOut.map(({ text }) => text) };
}
