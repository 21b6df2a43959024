import { list } from '../../app/overview/list.ts';
import type { Ports } from '../../app/ports.ts';
import { KINDS, PRIORITIES, STATUSES } from '../../core/model.ts';
import { claimedStatus } from '../../core/schedule/claimed-status.ts';
import type { ListAnswer } from '../../core/schemas/types.ts';
import { listText } from '../../present/overview/list.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { taskRow } from '../entries.ts';
import { choicesOption, isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const status = choicesOption(input, 'status', STATUSES);
  if (!status.ok) return refuse(status.refusal, screen);
  const priority = choicesOption(input, 'priority', PRIORITIES);
  if (!priority.ok) return refuse(priority.refusal, screen);
  const kind = choicesOption(input, 'kind', KINDS);
  if (!kind.ok) return refuse(kind.refusal, screen);
  const answer = await list(ports, {
    status: status.value,
    priority: priority.value,
    kind: kind.value,
    agent: textOption(input, 'agent'),
    phase: textOption(input, 'phase'),
    group: textOption(input, 'group'),
    text: textOption(input, 'text'),
    ready: isSet(input, 'ready'),
    overdue: isSet(input, 'overdue'),
  });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const data: ListAnswer = { tasks: answer.value.tasks.map((task) => ({ ...taskRow(task), status: claimedStatus(task) })) };
  return { exit: 0, text: listText(answer.value.tasks, screen), data, problems: answer.value.problems };
}
