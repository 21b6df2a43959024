import type { Ports } from '../../app/ports.ts';
import { watch } from '../../app/watch/watch.ts';
import { watchOnce } from '../../app/watch/watch-once.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import { beganLine, eventLine, troubleLine, watchedOnce } from '../../present/watch.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { beganEntry, eventEntry, troubleEntry } from '../event-entry.ts';
import { isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen, say: Say): Promise<Reply> {
  const tell = (event: WatchEvent): void => say(input.json ? JSON.stringify(eventEntry(event)) : eventLine(event, screen));
  if (!isSet(input, 'once') && textOption(input, 'since') === null) {
    const ended = await watch(ports, { event: tell, began: (since) => say(input.json ? JSON.stringify(beganEntry(since, ports.clock.now())) : beganLine(since, ports.location.folder, screen)), trouble: (what) => say(input.json ? JSON.stringify(troubleEntry(what, ports.clock.now())) : troubleLine(what, ports.clock.now(), screen)) });
    return ended.ok ? { exit: 0, text: '', data: null, streamed: true } : refuse(ended.refusal, screen);
  }
  const answer = await watchOnce(ports, textOption(input, 'since'));
  if (!answer.ok) return refuse(answer.refusal, screen);
  answer.value.events.forEach(tell);
  return { exit: 0, text: watchedOnce(answer.value, screen), data: null, streamed: true };
}
