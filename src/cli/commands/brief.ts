import { brief } from '../../app/overview/brief.ts';
import type { Ports } from '../../app/ports.ts';
import type { NextAnswer } from '../../core/schemas/types.ts';
import { briefText } from '../../present/overview/brief.ts';
import type { Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';
import { turnEntry } from '../turn-entry.ts';

/** `coord next --brief`, apart from the rest of `next` so that it costs nothing where nobody asks for it. */
export async function run(ports: Ports, screen: Screen): Promise<Reply> {
  const answer = await brief(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const text = briefText(answer.value);
  const data: NextAnswer = { tasks: [], more: 0, held_back: 0, why: null, up: turnEntry(answer.value.turn), brief: text };
  return { exit: 0, text, data };
}
