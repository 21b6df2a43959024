import { expect, it } from 'vitest';
import { QUIET, refresh } from '../../../src/core/board/refreshing.ts';
import type { RefreshCall, Refreshing } from '../../../src/core/board/refreshing.ts';

/** At which calls a reading begins. */
function begun(...calls: readonly RefreshCall[]): readonly number[] {
  let state: Refreshing = QUIET;
  return calls.flatMap((call, at) => {
    const { next, begins } = refresh(state, call, 3);
    state = next;
    return begins ? [at] : [];
  });
}

it.each<readonly [string, readonly RefreshCall[], readonly number[]]>([
  ['a hint is followed at once', ['hint'], [0]],
  ['a little time is no reason', ['second', 'second'], []],
  ['of a burst the rest waits for the second to be over, and is one reading', ['hint', 'hint', 'read', 'hint', 'hint', 'second', 'second'], [0, 5]],
  ['one reading at a time, however long it takes', ['hint', 'second', 'hint', 'second', 'asked', 'read'], [0, 5]],
  ['a reading that is over begins none by itself', ['hint', 'read', 'second'], [0]],
  ['time alone is a reason when it was read so long ago', ['hint', 'read', 'second', 'second', 'second', 'read', 'second'], [0, 4]],
  ['who asks does not wait for the second', ['hint', 'read', 'asked'], [0, 2]],
  ['who asked while it read is answered as soon as it is over', ['hint', 'asked', 'read'], [0, 2]],
])('%s', (_, calls, at) => {
  expect(begun(...calls)).toEqual(at);
});
