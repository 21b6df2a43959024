import type { Ports } from '../../app/ports.ts';
import { watch } from '../../app/watch/watch.ts';
import type { WatchTelling } from '../../app/watch/begin-watching.ts';
import { watchOnce } from '../../app/watch/watch-once.ts';
import type { WatchAnswer } from '../../core/schemas/types.ts';
import { actFailure } from '../../present/watch/act-failure.ts';
import { refusalLine } from '../../present/describe-refusal.ts';
import { noticeText } from '../../present/notices/notice.ts';
import { actLine, beganLine, eventLine, troubleLine, troubleWords, watchedOnce } from '../../present/watch/watch.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { actEntry, beganEntry, eventEntry, troubleEntry } from '../event-entry.ts';
import { isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen, say: Say): Promise<Reply> {
  const now = (): Date => ports.clock.now();
  const unheard = new AbortController();
  const tell = (entry: WatchAnswer, line: string): void => {
    if (say(input.json ? JSON.stringify(entry) : line) === false) unheard.abort();
  };
  let failures = 0;
  const telling: WatchTelling = {
    began: (since) => tell(beganEntry(since, now()), beganLine(since, ports.location.folder, screen)),
    event: (event) => tell(eventEntry(event), eventLine(event, screen)),
    trouble: (what) => tell(troubleEntry(what, troubleWords(what, screen), now()), troubleLine(what, now(), screen)),
    describe: (refusal) => refusalLine(refusal, screen),
    show: (notice) => (input.json ? undefined : say(noticeText(notice, screen))),
    acted(act, failure) {
      if (failure !== null) failures++;
      const words = failure && actFailure(failure, screen);
      tell(actEntry(act, words, now()), actLine(act, words, now(), screen));
    },
  };
  const since = textOption(input, 'since');
  if (since === null && !isSet(input, 'once')) {
    const ended = await watch(ports, telling, unheard.signal);
    return ended.ok ? { exit: 0, text: '', data: null, streamed: true } : refuse(ended.refusal, screen);
  }
  const answer = await watchOnce(ports, { ...telling, since, reacts: isSet(input, 'once') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  return { exit: failures === 0 ? 0 : 1, text: watchedOnce(answer.value, screen), data: null, streamed: true };
}
