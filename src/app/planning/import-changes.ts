/** The files that an import writes: a task each, the team and settings in a new coord.yaml, or beside what is there. */
import { fillMarks } from '../../core/adoption/fill-marks.ts';
import { printFrontMatter } from '../../core/documents/print-fields.ts';
import { printText } from '../../core/documents/print-scalar.ts';
import { printTask } from '../../core/documents/print-task.ts';
import type { Draft } from '../../core/import/draft.ts';
import { addSettings, printNewSettings } from '../../core/import/new-settings.ts';
import type { Placement } from '../../core/import/place-draft.ts';
import type { TaskFields } from '../../core/import/place-tasks.ts';
import { nameOf } from '../../core/relative-path.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { mainWorkTree } from '../main-work-tree.ts';
import type { Ports } from '../ports.ts';
import type { FileChange } from '../ports/writer-port.ts';
import { taskFile } from '../tasks/task-file.ts';

/** `task`: the fields it is printed from, where it is a task's. */
export interface NewFile extends FileChange {
  readonly task?: TaskFields;
}

export async function importChanges(ports: Ports, placement: Placement, draft: Draft): Promise<Result<readonly NewFile[]>> {
  const { folder } = ports.location;
  const tasks = placement.tasks.flatMap(({ id, fields, isNew }) => (isNew ? [new NewTask(taskFile(folder, id), fields)] : []));
  const file = `${folder}/coord.yaml`;
  const text = await ports.files.read(file);
  const settings = text === null ? await newWorkspace(ports, placement, draft) : addedTo(text, file, placement, folder);
  if (!settings.ok) return settings;
  // Asked once for all: there may be thousands.
  const there = new Set(await ports.files.list(`${folder}/tasks`));
  for (const { path } of tasks) if (there.has(path)) return refused('path-exists', { path });
  return done([...tasks, ...settings.value]);
}

/** Printed when it is asked for its text: a dry run asks none. */
class NewTask implements NewFile {
  readonly path: string;
  readonly task: TaskFields;

  constructor(path: string, task: TaskFields) {
    this.path = path;
    this.task = task;
  }

  get text(): string {
    return printTask(this.task);
  }
}

/** coord.yaml comes last: where it stands, all else stands too. */
async function newWorkspace(ports: Ports, { agents, settings }: Placement, draft: Draft): Promise<Result<readonly FileChange[]>> {
  const { folder } = ports.location;
  const project = draft.project ?? nameOf(mainWorkTree(ports.location));
  const team = Object.fromEntries(agents.map(({ id, fields }) => [id, fields]));
  const config = printNewSettings({ project, timezone: draft.timezone, integration: draft.integration, team, settings });
  const bare = fillMarks(await ports.adoption.template('bare'), { folder, project: printText(project) }, null);
  const readme = bare.filter(({ path }) => path === 'README.md').map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
  const free = (await ports.files.has(`${folder}/README.md`)) ? [] : readme;
  return done([...free, { path: `${folder}/coord.yaml`, text: config }]);
}

function addedTo(text: string, file: string, { agents, settings }: Placement, folder: string): Result<readonly FileChange[]> {
  const briefs = agents.map(({ id, fields }) => ({ path: `${folder}/agents/${id}.md`, text: printFrontMatter(Object.entries(fields), '') }));
  if (Object.keys(settings).length === 0) return done(briefs);
  const edited = addSettings(text, settings);
  return edited.ok ? done([...briefs, { path: file, text: edited.text }]) : refused('edit-refused', { file, reason: edited.reason });
}
