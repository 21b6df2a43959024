import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../../src/core/metrics/read-coverage.ts';

describe('a coverage report', () => {
  it('of lcov counts each line once, covered by any test', () => {
    const text = 'TN:one\nSF:a.ts\nDA:1,1\nDA:2,0\nLF:2\nLH:1\nend_of_record\nTN:two\nSF:a.ts\nDA:2,5\nDA:3,0\nend_of_record\nSF:b.ts\nLF:10\nLH:4\nend_of_record\n';
    expect(readCoverage(text)).toEqual({ lines: 13, covered: 6 });
    expect(readCoverage(text.replaceAll('\n', '\r\n'))).toEqual({ lines: 13, covered: 6 });
  });

  it('of istanbul counts the lines of its total', () => {
    expect(readCoverage('{"total":{"lines":{"total":200,"covered":150,"skipped":0,"pct":75}},"a.ts":{}}')).toEqual({ lines: 200, covered: 150 });
  });

  it.each(['', 'hello', '{', '{"total":1}', '{"total":{"lines":{"total":"Unknown","covered":0}}}', '{"total":{"lines":{"total":1,"covered":2}}}', 'SF:a\nDA:x,1\n', 'SF:a\nDA:1\n', 'SF:a\nLF:1\nLH:2\n'])('is not read from %j', (text) => {
    expect(readCoverage(text)).toBeNull();
  });

  it('never has more covered lines than lines, whatever is in it', () => {
    const line = fc.oneof(fc.constantFrom('end_of_record', 'SF:a', 'SF:b', 'LF:3', 'LH:2', 'TN:'), fc.tuple(fc.nat(9), fc.integer({ min: -1, max: 2 })).map(([number, hits]) => `DA:${number},${hits}`), fc.string());
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const read = readCoverage(lines.join('\n'));
        expect(read === null || read.covered <= read.lines).toBe(true);
      }),
    );
  });
});
