/** Channels that take everything, or answer as they are told to; what they were told is kept. */
import type { Handler, Letter, Notices } from '../../src/app/ports/notice-port.ts';
import type { DeliveryFailure } from '../../src/core/notice/delivery.ts';

export interface MemoryNotices extends Notices {
  readonly posted: readonly Letter[];
  readonly handled: readonly Handler[];
}

/** `failures`: what becomes of tries by the name of the variable with their address, one after the other; then they arrive. */
export function memoryNotices(failures: Readonly<Record<string, readonly DeliveryFailure[]>> = {}): MemoryNotices {
  const posted: Letter[] = [];
  const handled: Handler[] = [];
  const told = new Map<string, 'sent' | 'under-way'>();
  const tries = new Map<string, number>();
  const keyOf = (channel: string, key: string): string => `${channel} ${key}`;
  return {
    posted,
    handled,
    post(letter) {
      posted.push(letter);
      const before = tries.get(letter.url) ?? 0;
      tries.set(letter.url, before + 1);
      return Promise.resolve(failures[letter.url]?.[before] ?? null);
    },
    run(handler) {
      handled.push(handler);
      return Promise.resolve(null);
    },
    begin(channel, key) {
      const state = told.get(keyOf(channel, key));
      if (state === undefined) told.set(keyOf(channel, key), 'under-way');
      return Promise.resolve(state ?? 'begun');
    },
    end(channel, key, isSent) {
      if (isSent) told.set(keyOf(channel, key), 'sent');
      else told.delete(keyOf(channel, key));
      return Promise.resolve();
    },
  };
}
