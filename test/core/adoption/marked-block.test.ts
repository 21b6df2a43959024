import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGENTS_MARKS, withSection } from '../../../src/core/adoption/marked-block.ts';

const block = `${AGENTS_MARKS.start}\n## Working with others\n${AGENTS_MARKS.end}`;
const old = `${AGENTS_MARKS.start}\nwhat an older version said\n${AGENTS_MARKS.end}`;

describe('the section in AGENTS.md', () => {
  test.each([
    ['is the file where there is none', null, `${block}\n`, 'made'],
    ['is the file where it is empty', '', `${block}\n`, 'made'],
    ['goes to the end, after a blank line', '# Rules\n', `# Rules\n\n${block}\n`, 'added'],
    ['ends a last line that had no end', '# Rules', `# Rules\n\n${block}\n`, 'added'],
    ['needs no second blank line', '# Rules\n\n', `# Rules\n\n${block}\n`, 'added'],
    ['replaces the one that is there', `# Rules\n\n${old}\nmore\n`, `# Rules\n\n${block}\nmore\n`, 'updated'],
    ['is left alone where it is up to date', `a\n${block}\nb`, `a\n${block}\nb`, 'unchanged'],
    ['ignores marks inside a line', `See ${AGENTS_MARKS.start} below\n`, `See ${AGENTS_MARKS.start} below\n\n${block}\n`, 'added'],
    ['ignores a start without an end', `${AGENTS_MARKS.start}\nopen\n`, `${AGENTS_MARKS.start}\nopen\n\n${block}\n`, 'added'],
    ['takes the line endings of the file', '# Rules\r\n', `# Rules\r\n\r\n${block.replaceAll('\n', '\r\n')}\r\n`, 'added'],
  ])('%s', (_, before, after, change) => {
    expect(withSection(before, block)).toEqual({ text: after, change });
  });

  test('leaves all else as it was, and is added once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '<!-- coord:start -->', '<!-- coord:end -->', '#', 'é') }), (text) => {
        const once = withSection(text, block).text;
        expect(once.startsWith(text) || text.includes(AGENTS_MARKS.start)).toBe(true);
        expect(withSection(once, block)).toEqual({ text: once, change: 'unchanged' });
      }),
    );
  });
});
