/** An import as data, by schemas/answers/import.schema.json. */
import type { Imported } from '../app/planning/import.ts';
import type { PlacedTask } from '../core/import/place-tasks.ts';
import type { NewAgent } from '../core/import/place-draft.ts';
import type { ImportAnswer } from '../core/schemas/types.ts';
import { commitEntry } from './commit-entry.ts';

export function importEntry({ dryRun, folder, isNew, placement, files, commit }: Imported): ImportAnswer {
  return {
    dry_run: dryRun,
    folder,
    made: isNew && !dryRun,
    tasks: placement.tasks.map(taskEntry),
    agents: placement.agents.map(agentEntry),
    settings: placement.settings as ImportAnswer['settings'],
    left_out: placement.leftOut.map(({ text, reason, origin, sureness }) => ({ text, reason, source: { ...origin }, sureness })),
    files: [...files],
    commit: commitEntry(commit),
  };
}

function taskEntry({ id, draft, fields, isNew }: PlacedTask): ImportAnswer['tasks'][number] {
  const { agent, kind, status, priority, phase, group, estimate, deadline, files, acceptance, artifacts } = fields;
  return {
    ...{ id, title: draft.title, kind, agent, status, priority, phase, group, estimate, deadline },
    dependencies: fields.dependencies.map((one) => (typeof one === 'string' ? { id: one, label: null } : one)),
    ...{ files: [...files], acceptance: [...acceptance], artifacts: [...artifacts] },
    ...{ source: { ...draft.origin }, sureness: draft.sureness, is_new: isNew },
  };
}

function agentEntry({ id, draft, aliases, needs }: NewAgent): ImportAnswer['agents'][number] {
  return { id, name: draft.name, aliases: [...aliases], needs: needs.map((need) => ({ ...need })), source: { ...draft.origin }, sureness: draft.sureness };
}
