/** A line of a list as a task, with what stands below it. */
import type { Sureness } from '../draft.ts';
import { normal, oneLine } from './clean-text.ts';
import { at } from './context.ts';
import type { Context } from './context.ts';
import { depend } from './findings.ts';
import type { Findings, OpenTask } from './findings.ts';
import type { Inline, Item } from './outline.ts';
import { ownerBeside } from './owners.ts';
import { pathsNamed } from './paths.ts';
import { remembered } from './remembered.ts';
import { agentNamed, readDetails, setBox } from './task-fields.ts';
import { readTaskText } from './task-text.ts';
import { holds, LATER } from './vocabulary.ts';

/** One line of work with all below it. Boxes below a box are parts of it: it is reached when they are. */
export function takeItem(item: Item, context: Context, found: Findings, sureness: Sureness, inline: Inline = item.inline): OpenTask {
  const { id, title: whole, notes, agent, estimate, deadline, started, priority, status, progress, dependencies } = readTaskText(inline);
  const { title, owner } = agent === null && context.agent === null ? ownerBeside(whole, found) : { title: whole, owner: null };
  const isLater = holds(normal(inline.text), LATER) || isBelowLater(context.above);
  const task = found.addTask({
    id,
    title: title.slice(0, 500),
    agent: (agent === null ? owner : agentNamed(agent, found)) ?? context.agent,
    status: inline.struck ? 'cancelled' : (status ?? context.status ?? 'todo'),
    progress: progress === 100 ? null : progress,
    priority: priority ?? (isLater ? 'low' : null),
    phase: context.phase,
    group: context.group,
    estimate,
    deadline,
    started,
    notes,
    origin: at(context, item.line),
    sureness,
  });
  if (item.ordinal !== null) found.numbered.add(task, item.ordinal);
  for (const { on, label } of dependencies) depend(task, on, label);
  setBox(task, item, found);
  const parts = readDetails(task, item.blocks, found, context);
  if (task.files.length === 0) task.files.push(...pathsNamed(inline));
  if ((estimate !== null || (agent ?? owner) !== null) && parts.every(isStep)) {
    takeSteps(task, parts);
    return task;
  }
  for (const part of parts) depend(task, takeItem(part, { ...context, agent: task.agent, status: null }, found, sureness).key);
  if (parts.length > 0 && task.kind === 'task') task.kind = 'milestone';
  return task;
}

/** "If time permits" above a list: asked of each of its lines. */
const isBelowLater = remembered((above) => holds(normal(above), LATER));

/** A box below one that has an estimate of its own, and says nothing else than what to do. */
export function isStep({ inline, blocks }: Item): boolean {
  const { id, agent, estimate, deadline, dependencies } = readTaskText(inline);
  return id === null && agent === null && estimate === null && deadline === null && dependencies.length === 0 && blocks.length === 0;
}

function takeSteps(task: OpenTask, steps: readonly Item[]): void {
  task.actions.push(...steps.map(({ inline }) => oneLine(inline.text)));
  if (task.status === 'todo' && steps.some(({ box }) => box === 'done')) task.status = 'in_progress';
}
