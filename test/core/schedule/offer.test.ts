import { describe, expect, it } from 'vitest';
import { offer } from '../../../src/core/schedule/offer.ts';
import type { Surroundings } from '../../../src/core/schedule/offer.ts';
import type { ReadyTask } from '../../../src/core/survey.ts';

const task = (id: string, changes: Partial<ReadyTask> = {}): ReadyTask => ({ id, title: id, agent: null, priority: 'medium', unblocks: 0, started: false, sharedFiles: [], ...changes });
const NOTHING: Surroundings = { taken: () => null, overlap: () => null, resume: false };
const HELD = { why: 'held', id: 'B', by: 'me' } as const;
const NEAR = { with: 'Z', files: 'src/**' };

describe('offer', () => {
  const ready = [task('C'), task('B'), task('A', { started: true })];

  it('keeps the order, and leaves started tasks to those who ask for them', () => {
    expect(offer(ready, NOTHING)).toEqual({ free: [ready[0], ready[1]], withheld: [{ task: ready[2], because: { why: 'started' } }] });
    expect(offer(ready, { ...NOTHING, resume: true })).toEqual({ free: ready, withheld: [] });
  });

  it('says one reason: a claim before files, files before having been started', () => {
    const taken = (id: string) => (id === 'B' ? HELD : null);
    const { free, withheld } = offer(ready, { taken, overlap: ({ id }) => (id === 'C' ? null : NEAR), resume: false });
    expect(free).toEqual([ready[0]]);
    expect(withheld.map(({ because }) => because)).toEqual([HELD, { why: 'overlap', ...NEAR }]);
  });
});
