import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../support/arbitrary-runs.ts';
import { MAX_BYTES } from '../../../src/core/documents/limits.ts';
import { arbitraryHostile, arbitrarySpoiled, documentsOf } from '../../support/hostile-documents.ts';
import type { HostileDocument } from '../../support/hostile-documents.ts';
import { bundleWorker, readAll } from '../../support/hostile-run.ts';
import { SAMPLES } from '../../support/hostile-samples.ts';
import { BUILT, SHAPES } from '../../support/hostile-shapes.ts';

let program = '';
beforeAll(async () => {
  program = await bundleWorker();
});

const isThorough = process.env['COORD_RUNS'] !== undefined;

/** What took longest is told where more is asked for than a test needs. */
async function expectNoFault(documents: readonly HostileDocument[]): Promise<void> {
  const { faults, slowest } = await readAll(program, documents);
  if (isThorough) process.stdout.write(`${documents.length} read, the slowest in ${slowest}\n`);
  expect(faults).toEqual([]);
}

const sampled = (documents: fc.Arbitrary<HostileDocument>): HostileDocument[] => fc.sample(documents, runs(2000));

describe('no document harms its reader', () => {
  it('good files', async () => {
    await expectNoFault(Object.entries(SAMPLES).map(([file, text]) => ({ name: 'a good file', file, bytes: Buffer.from(text) })));
  });

  it('spoiled files', async () => {
    await expectNoFault(sampled(arbitrarySpoiled));
  });

  it('hostile files', async () => {
    await expectNoFault(sampled(arbitraryHostile));
  });

  it('files of every shape, and the largest there may be', { timeout: isThorough ? 0 : 300_000 }, async () => {
    await expectNoFault(isThorough ? documentsOf(SHAPES, MAX_BYTES, 'all') : [...documentsOf(SHAPES, 4000, 'one'), ...documentsOf(BUILT, MAX_BYTES, 'one')]);
  });
});
