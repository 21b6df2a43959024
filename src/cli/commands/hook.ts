/** What agents' own programs call at certain moments. What they write on standard input is not needed, so it is not read. */
import type { Ports } from '../../app/ports.ts';
import { nearest } from '../../core/nearest.ts';
import { refusal } from '../../core/problem/refusal.ts';
import type { Refusal } from '../../core/problem/refusal.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';
import { run as prime } from './prime.ts';

const EVENTS = ['session-start'];

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const event = input.args[0] ?? '';
  if (!EVENTS.includes(event)) return refuse(unknownEvent(event), screen);
  const brief = await prime(ports, input, screen);
  if (brief.exit !== 0) return brief;
  const data = { hookSpecificOutput: { hookEventName: 'SessionStart', additionalContext: brief.text } };
  return { exit: 0, text: JSON.stringify(data), data };
}

function unknownEvent(event: string): Refusal {
  const like = nearest(event, EVENTS);
  return refusal('usage', { message: `coord hook knows no event "${event}"${like === null ? '' : `; did you mean ${like}?`}`, verb: 'hook' });
}
