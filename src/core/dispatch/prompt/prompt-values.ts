/** What an agent's prompt may name. */
import type { Agent, Handoff, Task } from '../../model.ts';
import { data, list, record, word } from './value.ts';
import type { PromptRecord, PromptValue } from './value.ts';

export interface PromptContext {
  readonly project: string | null;
  readonly agent: Agent;
  /** null: it works on no task. */
  readonly task: Task | null;
  readonly input: Readonly<Record<string, unknown>>;
  /** What was handed over for the task. */
  readonly handoffs: readonly Handoff[];
  readonly branch: string | null;
  readonly worktree: string;
}

export function promptValues({ project, agent, task, input, handoffs, branch, worktree }: PromptContext): PromptRecord {
  return record({
    project: data(project),
    agent: agentValue(agent),
    task: taskValue(task),
    input: record(Object.fromEntries(Object.entries(input).map(([name, value]) => [name, inputValue(value)]))),
    handoffs: list(handoffs.map(handoffValue)),
    branch: data(branch),
    worktree: data(worktree),
  });
}

function agentValue({ id, name, role, focus, owns, more }: Agent): PromptValue {
  const lists = ['skills', 'expertise', 'responsibilities', 'outputs', 'criteria', 'writes'].map((field) => [field, texts(more[field])] as const);
  return record({ id: word(id), name: data(name), role: data(role), focus: data(focus), description: data(textOf(more['description'])), owns: texts(owns), ...Object.fromEntries(lists) });
}

/** Without a task every field is there and empty, so that one prompt serves with and without. */
function taskValue(task: Task | null): PromptValue {
  const { id = null, agent = null, priority = null, kind = null } = task ?? {};
  return record({
    id: word(id),
    title: data(task?.title ?? null),
    agent: data(agent),
    priority: word(priority),
    kind: word(kind),
    phase: data(task?.phase ?? null),
    group: data(task?.group ?? null),
    deadline: data(task?.deadline ?? null),
    dependencies: list((task?.dependencies ?? []).map((dependency) => word(dependency.id))),
    files: texts(task?.files),
    actions: texts(task?.actions),
    acceptance: texts(task?.acceptance),
    verify: texts(task?.verify),
    artifacts: texts(task?.artifacts),
    notes: data(task?.notes ?? null),
  }, task !== null);
}

function handoffValue({ from, task, completed, nextSteps, artifacts, ruledOut, notes }: Handoff): PromptValue {
  return record({
    from: data(from),
    task: data(task),
    completed: texts(completed),
    next_steps: texts(nextSteps),
    artifacts: texts(artifacts.map(({ path }) => path)),
    ruled_out: texts(ruledOut),
    notes: data(notes),
  });
}

function inputValue(value: unknown): PromptValue {
  if (Array.isArray(value)) return texts(value);
  if (typeof value === 'number') return word(value);
  if (typeof value === 'boolean') return word(value ? 'true' : '');
  return data(textOf(value));
}

function texts(values: unknown): PromptValue {
  return list(Array.isArray(values) ? values.map((value) => data(textOf(value))) : []);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
