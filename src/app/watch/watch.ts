/** Tells what happens, as it happens, until it is interrupted, or nobody hears it any more. Only what was not told before: also of the time in which nobody watched. */
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { mailbox } from '../jobs/mailbox.ts';
import type { Mailbox } from '../jobs/mailbox.ts';
import type { Ports } from '../ports.ts';
import { beginWatching } from './begin-watching.ts';
import type { Watcher, WatchTelling } from './begin-watching.ts';

/** Why it is time to look. */
type Call = 'files' | 'claims' | 'beat' | 'interrupted';

/** `unheard`: when what is told reaches nobody. The next watch tells it again. */
export async function watch(ports: Ports, telling: WatchTelling, unheard: AbortSignal): Promise<Result<void>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const begun = await ports.watching.begin();
  if (!begun.ok) return begun;
  const calls = mailbox<Call>();
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort();
    calls.put('interrupted');
  };
  const stopHearing = await ports.runner.onInterrupt(interrupt);
  unheard.addEventListener('abort', interrupt);
  let watcher: Watcher | null = null;
  const following = await ports.watching.follow({
    changed: (files) => {
      watcher?.files(files);
      calls.put('files');
    },
    stirred: () => calls.put('claims'),
    beat: () => calls.put('beat'),
    trouble: (what) => telling.trouble(what),
  });
  try {
    watcher = await beginWatching(ports, following, { ...telling, cut: interruption.signal });
    await goOn(ports, watcher, calls);
    return done(undefined);
  } finally {
    await watcher?.idle();
    if (!unheard.aborted) await watcher?.keep();
    following.end();
    stopHearing();
    begun.value();
  }
}

const BURST_MILLISECONDS = 50;

/** Calls that came while it looked are answered by one more look. */
async function goOn(ports: Ports, watcher: Watcher, calls: Mailbox<Call>): Promise<void> {
  for (;;) {
    const all = [await calls.take(), ...calls.rest()];
    if (all.includes('interrupted')) return;
    await watcher.look({ files: all.includes('files'), claims: all.includes('claims') || all.includes('beat') });
    if (all.includes('beat')) await watcher.keep();
    // Of a burst the first change is looked at alone, at once; the others come together.
    if (all.includes('files')) await ports.dispatching.pause(BURST_MILLISECONDS);
  }
}
