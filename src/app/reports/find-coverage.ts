/** The report of test coverage: the one that is given, the one that a target names, or the first that stands where test runners put it. */
import { figureNamed } from '../../core/metrics/figures.ts';
import type { Unmeasured } from '../../core/metrics/measured.ts';
import { readCoverage } from '../../core/metrics/read-coverage.ts';
import type { Coverage } from '../../core/metrics/read-coverage.ts';
import type { Config } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { leavesRepository } from '../../core/documents/field-checks.ts';
import type { Ports } from '../ports.ts';

const PLACES = ['coverage/coverage-summary.json', 'coverage/lcov.info', 'lcov.info'];
const MOST_BYTES = 64 * 1024 * 1024;

/** `typed`: which must be there and be read; what is only found may be wrong. */
export async function findCoverage(ports: Pick<Ports, 'files' | 'drafts' | 'location'>, config: Config, typed: string | null): Promise<Result<Coverage | Unmeasured>> {
  if (typed === null) return done(await firstOf(ports, placesIn(config)));
  const read = await ports.drafts.read(typed, MOST_BYTES);
  if (!read.ok) return read;
  const coverage = readCoverage(read.value);
  return coverage === null ? refused('bad-value', { option: '--coverage', value: typed, expected: 'a report of test coverage: lcov.info or coverage-summary.json' }) : done(coverage);
}

async function firstOf({ files, drafts, location }: Pick<Ports, 'files' | 'drafts' | 'location'>, places: readonly string[]): Promise<Coverage | Unmeasured> {
  for (const place of places) {
    if (!(await files.has(place))) continue;
    if ((await files.linksOut([place])).length > 0) return 'unreadable-report';
    const text = await drafts.read(`${location.root}/${place}`, MOST_BYTES);
    return (text.ok ? readCoverage(text.value) : null) ?? 'unreadable-report';
  }
  return 'no-report';
}

function placesIn({ targets }: Config): readonly string[] {
  const named = Object.entries(targets ?? {}).flatMap(([name, { file }]) => (file && figureNamed(name) === 'test_coverage' && !leavesRepository(file) ? [file] : []));
  return named.length > 0 ? named : PLACES;
}
