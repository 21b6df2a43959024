import type { Ports } from '../../../app/ports.ts';
import { taskAdd } from '../../../app/tasks/task-add.ts';
import type { TaskFields } from '../../../core/documents/edit-task.ts';
import { splitNames } from '../../../core/documents/task-assignment.ts';
import type { TaskAddAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { taskAddText } from '../../../present/tasks/task-changes.ts';
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

type Field = readonly [string, string | number | readonly string[]];

function fieldsOf(input: Input): TaskFields {
  const texts = ['priority', 'kind', 'phase', 'group', 'deadline', 'notes'].flatMap((name) => entry(name, textOption(input, name)));
  const names = (['dependsOn', 'files', 'verify', 'approvers', 'artifacts'] as const).flatMap((name) => entry(name === 'dependsOn' ? 'dependencies' : name, listOption(input, name)?.flatMap(splitNames) ?? null));
  const sentences = ['acceptance', 'actions'].flatMap((name) => entry(name, listOption(input, name)));
  const estimate = textOption(input, 'estimate');
  const hours = entry('estimate', estimate === null || !Number.isFinite(Number(estimate)) ? estimate : Number(estimate));
  return Object.fromEntries<Field[1]>([...texts, ...names, ...sentences, ...hours]);
}

function entry(name: string, value: Field[1] | null): Field[] {
  return value === null ? [] : [[name, value]];
}
