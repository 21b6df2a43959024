import type { Ports } from '../../../app/ports.ts';
import { taskAdd } from '../../../app/task-add.ts';
import { splitNames } from '../../../core/documents/task-assignment.ts';
import type { TaskAddAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { taskAddText } from '../../../present/task-changes.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { listOption, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await taskAdd(ports, { id: textOption(input, 'id'), title: input.args[0] ?? '', agent: textOption(input, 'agent'), fields: fieldsOf(input), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id, file, commit } = answer.value;
  const data: TaskAddAnswer = { id, file, commit: commitEntry(commit) };
  return { exit: 0, text: taskAddText(answer.value), talk: commitTalk(commit), data };
}

function fieldsOf(input: Input): Record<string, string | number | readonly string[]> {
  const texts = ['priority', 'kind', 'phase', 'group', 'deadline', 'notes'].flatMap((name) => entry(name, textOption(input, name)));
  const names = (['dependsOn', 'files', 'verify', 'artifacts'] as const).flatMap((name) => entry(name === 'dependsOn' ? 'dependencies' : name, listOption(input, name)?.flatMap(splitNames) ?? null));
  const sentences = ['acceptance', 'actions'].flatMap((name) => entry(name, listOption(input, name)));
  const estimate = textOption(input, 'estimate');
  return Object.fromEntries([...texts, ...names, ...sentences, ...entry('estimate', estimate === null || !Number.isFinite(Number(estimate)) ? estimate : Number(estimate))]);
}

function entry<T>(name: string, value: T | null): (readonly [string, T])[] {
  return value === null ? [] : [[name, value]];
}
