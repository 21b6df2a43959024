import type { Ports } from '../../app/ports.ts';
import { status } from '../../app/overview/status.ts';
import { blockersText } from '../../present/blockers/blocker.ts';
import { claimsText } from '../../present/claims/claims-list.ts';
import { statusText } from '../../present/overview/status.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { isSet } from '../options.ts';
import { refuse } from '../refuse.ts';
import { statusEntry } from '../status-entry.ts';

/** Of each list a person sees so many; a program sees all. */
const ROWS = 10;

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const { json } = input;
  const blockersAlone = isSet(input, 'blockers');
  const claimsAlone = isSet(input, 'claims');
  const answer = await status(ports, json || blockersAlone || claimsAlone ? Infinity : ROWS, input.as);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const text = claimsAlone ? claimsText(answer.value.held.rows, answer.value.shared, screen) : blockersAlone ? blockersText(answer.value.blockers, screen) : statusText(answer.value, screen);
  return { exit: 0, text: json ? '' : text, data: json ? statusEntry(answer.value, screen.now) : null, problems: answer.value.problems };
}
