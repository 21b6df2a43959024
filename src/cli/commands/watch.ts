import type { Ports } from '../../app/ports.ts';
import { watchOnce } from '../../app/watch/watch-once.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import { eventLine, watchedOnce } from '../../present/watch.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { eventEntry } from '../event-entry.ts';
import { textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen, say: Say): Promise<Reply> {
  const tell = (event: WatchEvent): void => say(input.json ? JSON.stringify(eventEntry(event)) : eventLine(event, screen));
  const answer = await watchOnce(ports, textOption(input, 'since'));
  if (!answer.ok) return refuse(answer.refusal, screen);
  answer.value.events.forEach(tell);
  return { exit: 0, text: watchedOnce(answer.value, screen), data: null, streamed: true };
}
