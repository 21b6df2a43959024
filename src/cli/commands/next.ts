import type { HeldBackTask } from '../../app/overview/next.ts';
import { next } from '../../app/overview/next.ts';
import type { Ports } from '../../app/ports.ts';
import type { NextAnswer } from '../../core/schemas/types.ts';
import { asCaller } from '../../present/as-words.ts';
import { describeHolds, describeWithheld } from '../../present/overview/describe-hold.ts';
import { nextText } from '../../present/overview/next.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { turnEntry } from '../turn-entry.ts';
import { countOption, isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  if (isSet(input, 'brief')) return (await import('./brief.ts')).run(ports, screen);
  const count = countOption(input, 'count', 10);
  if (!count.ok) return refuse(count.refusal, screen);
  const answer = await next(ports, { agent: textOption(input, 'agent'), count: count.value, why: isSet(input, 'why'), resume: isSet(input, 'resume'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { tasks, more, heldBack, why, isCallerKnown, turn, problems } = answer.value;
  const data: NextAnswer = {
    tasks: tasks.map(({ id, title, agent, priority, unblocks, started }) => ({ id, title, agent, priority, status: started ? 'in_progress' : 'todo', unblocks, started })),
    more,
    held_back: heldBack,
    why: why && why.map((held) => reasons(held, asCaller(screen, isCallerKnown))),
    up: turn && turnEntry(turn),
    brief: null,
  };
  return { exit: 0, text: nextText(answer.value, screen), data, problems };
}

function reasons({ id, holds, withheld }: HeldBackTask, as: string): { id: string; reasons: string[] } {
  return { id, reasons: [...(withheld ? [describeWithheld(withheld, as)] : []), ...describeHolds(id, holds)] };
}
