import { planConflicts } from '../../app/plan-conflicts.ts';
import type { ConflictsAnswer } from '../../app/plan-conflicts.ts';
import type { Ports } from '../../app/ports.ts';
import { refusal } from '../../core/problem/refusal.ts';
import type { TaskSide } from '../../core/policy/task-conflicts.ts';
import type { PlanAnswer } from '../../core/schemas/types.ts';
import { conflictsText } from '../../present/conflicts.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { isSet } from '../options.ts';
import { refuse } from '../refuse.ts';

/** Pairs of tasks that a person sees, and a program. */
const ROWS = { text: 20, json: 1000 } as const;

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  if (!isSet(input, 'conflicts')) return refuse(refusal('usage', { message: 'coord plan needs --conflicts: that is all it tells so far', verb: 'plan' }), screen);
  const answer = await planConflicts(ports, input.json ? ROWS.json : ROWS.text);
  if (!answer.ok) return refuse(answer.refusal, screen);
  return { exit: 0, text: conflictsText(answer.value, screen), data: dataOf(answer.value), problems: answer.value.problems };
}

function dataOf({ tasks, branches }: ConflictsAnswer): PlanAnswer {
  return {
    tasks: { conflicts: tasks.conflicts.map(({ one, other, owners }) => ({ one: taskEntry(one), other: taskEntry(other), owners: [...owners] })), more: tasks.more },
    branches: { ...branches, conflicts: branches.conflicts.map(({ one, other, files }) => ({ one, other, files: files.map(({ path, owners }) => ({ path, owners: [...owners] })) })) },
  };
}

function taskEntry({ task, isUnderway, glob }: TaskSide): PlanAnswer['tasks']['conflicts'][number]['one'] {
  return { task: task.id, agent: task.agent, underway: isUnderway, glob };
}
