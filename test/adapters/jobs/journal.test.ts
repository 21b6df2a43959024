import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../../src/adapters/jobs/journal.ts';
import type { Journal } from '../../../src/app/ports/journal-port.ts';
import { jobOf } from '../../../src/core/dispatch/job-of.ts';
import { createdEvent, failedEvent } from '../../support/job-events.ts';
import { memoryJournal } from '../../support/memory-journal.ts';
import { makeFolder } from '../../support/repository.ts';

interface Kept {
  readonly journal: Journal;
  /** As a crash in the middle of a write leaves it, or a hand that edits it. */
  readonly cutIn: (id: string, text: string) => void;
}

const onDisk = (): Kept => {
  const commonDir = makeFolder();
  return { journal: createJournal({ commonDir }), cutIn: (id, text) => appendFileSync(join(commonDir, 'coord', 'jobs', `${id}.ndjson`), text) };
};
const inMemory = (): Kept => {
  const journal = memoryJournal();
  return { journal, cutIn: (id, text) => journal.texts.set(id, (journal.texts.get(id) ?? '') + text) };
};

describe.each([['on a disk', onDisk], ['in memory', inMemory]] as const)('a journal %s', (_, make) => {
  it('gives back what was written, in order, job by job', async () => {
    const { journal } = make();
    await journal.append('20250812-bbbbbb', createdEvent({ task: 'B-1' }));
    await journal.append('20250812-aaaaaa', createdEvent({ task: 'A-1' }));
    await journal.append('20250812-bbbbbb', failedEvent());
    expect((await journal.list()).map(({ id, events }) => [id, events.map(({ event }) => event)])).toEqual([['20250812-aaaaaa', ['created']], ['20250812-bbbbbb', ['created', 'failed']]]);
    expect(await journal.read('20250812-aaaaaa')).toMatchObject({ events: [createdEvent({ task: 'A-1' })], unreadable: [] });
    expect(await journal.read('20250812-cccccc')).toBeNull();
  });

  it('leaves out a line that a crash cut off, and goes on after it', async () => {
    const { journal, cutIn } = make();
    await journal.append('a', createdEvent());
    cutIn('a', '{"at":"2025-08-12T12:00:01Z","event":"fai');
    expect(await journal.read('a')).toMatchObject({ events: [createdEvent()], unreadable: [] });
    await journal.append('a', failedEvent());
    await journal.append('a', { at: '2025-08-12T12:00:03Z', event: 'retried', by: 'ann' });
    expect(await journal.read('a')).toMatchObject({ events: [{ event: 'created' }, { event: 'failed' }, { event: 'retried' }], unreadable: [] });
  });

  it('tells of lines that hold no event, and of the job all the same', async () => {
    const { journal, cutIn } = make();
    await journal.append('a', createdEvent());
    cutIn('a', 'what is this\n{"event":"failed"}\n');
    await journal.append('a', failedEvent());
    const read = await journal.read('a');
    expect(read).toMatchObject({ unreadable: [2, 3] });
    expect(jobOf('a', read?.events ?? [])).toMatchObject({ state: 'failed' });
  });

  it('keeps logs, and removes both', async () => {
    const { journal } = make();
    await journal.append('a', createdEvent());
    await journal.writeLog('a', 'one\n');
    await journal.writeLog('a', 'two\n');
    expect(await journal.log('a')).toBe('one\ntwo\n');
    await journal.remove('a');
    expect([await journal.read('a'), await journal.log('a'), await journal.list()]).toEqual([null, '', []]);
    await journal.remove('a');
  });

  it('keeps what jobs cost, whatever becomes of their journals', async () => {
    const { journal } = make();
    const cost = { job: 'a', agent: 'frontend', task: null, started: '2025-08-12T12:00:00.000Z', runs: 1, unknown: 0, cost_usd: 0.5, cost_basis: 'reported', tokens: null } as const;
    expect(await journal.costs()).toMatchObject({ costs: [], unreadable: [] });
    await journal.keepCosts([]);
    await journal.keepCosts([cost, { ...cost, job: 'b' }]);
    await journal.keepCosts([{ ...cost, job: 'c' }]);
    await journal.remove('a');
    expect((await journal.costs()).costs.map(({ job }) => job)).toEqual(['a', 'b', 'c']);
    expect(await journal.list()).toEqual([]);
  });
});

describe('on a disk', () => {
  it('only this user reads what is written', async () => {
    const commonDir = makeFolder();
    const journal = createJournal({ commonDir });
    await journal.append('a', createdEvent());
    await journal.writeLog('a', 'one\n');
    const folder = join(commonDir, 'coord', 'jobs');
    const modes = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map((path) => (statSync(path).mode & 0o777).toString(8));
    expect(modes).toEqual(['700', '600', '600']);
  });

  it('a long log keeps its beginning and its end, in bounded space, and says that something is left out', async () => {
    const commonDir = makeFolder();
    const journal = createJournal({ commonDir });
    const line = `${'x'.repeat(99_990)}\n`;
    await journal.writeLog('a', 'the first line\n');
    for (let written = 0; written < 20_000_000; written += line.length) await journal.writeLog('a', line);
    await journal.writeLog('a', 'the last line\n');
    const log = await journal.log('a');
    expect(log.startsWith('the first line\nx')).toBe(true);
    expect(log.endsWith('x\nthe last line\n')).toBe(true);
    expect(log).toContain('\n[coord left out what was printed here: the log was full]\n');
    expect(Buffer.byteLength(log)).toBeLessThan(8.1 * 1024 * 1024);
  });

  it('takes no name for a job that leads elsewhere', async () => {
    const journal = createJournal({ commonDir: makeFolder() });
    expect(await journal.read('../../config')).toBeNull();
    expect(await journal.log('../a')).toBe('');
  });
});
