import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withFieldTables } from '../../scripts/build/field-tables.mjs';
import { TASK_FIELDS } from '../../src/core/documents/print-task.ts';
import { PROTOCOL } from '../../src/core/documents/read-config.ts';
import { MAX_ALIASES, MAX_BYTES, MAX_DEPTH, MAX_HANDOFF_BYTES, MAX_MARKS, MAX_TOKENS } from '../../src/core/documents/limits.ts';
import { PROBLEM_KINDS } from '../../src/core/problem/problem.ts';
import { parseClaim, printClaim } from '../../src/core/schedule/claim.ts';
import { DEFAULT_LEASE_MINUTES } from '../../src/core/documents/settings.ts';
import { SKEW_MINUTES } from '../../src/core/schedule/claim-state.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/protocol.md`, 'utf8');
const between = (start: string, end: string): string => page.slice(page.indexOf(start), page.indexOf(end, page.indexOf(start)));

describe('docs/protocol.md', () => {
  test('has the tables of fields that the schemas have (npm run generate)', () => {
    expect(withFieldTables(page, `${root}schemas`)).toBe(page);
    const generator = readFileSync(`${root}docs/generator.md`, 'utf8');
    expect(withFieldTables(generator, `${root}schemas`)).toBe(generator);
  });

  test('lists the fields of a task in the order in which they are printed', () => {
    const rows = [...between('<!-- fields:task -->', '<!-- /fields -->').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(rows).toEqual([...TASK_FIELDS]);
  });

  test('shows a claim as it is printed', () => {
    const shown = /```json\n([\s\S]*?)```/.exec(between('### The ref', '### Compare-and-swap'))?.[1] ?? '';
    const claim = parseClaim(shown);
    expect(claim && printClaim(claim)).toBe(shown);
  });

  test('says the numbers that the program uses', () => {
    expect(page.startsWith(`# The coord protocol, version ${PROTOCOL}\n`)).toBe(true);
    expect(page).toContain(`is more than ${SKEW_MINUTES} minutes past`);
    expect(page).toContain(`is the length of a lease: ${DEFAULT_LEASE_MINUTES / 60} hours if not given`);
    const limits = [
      `a file over ${MAX_BYTES / 1024} KiB (\`file-too-large\`), nesting deeper than ${MAX_DEPTH} (\`too-deep\`), aliases that expand past ${MAX_ALIASES} nodes`,
      `more than ${MAX_MARKS.toLocaleString('en')} anchors, aliases and tags (\`alias-bomb\`), and more than ${MAX_TOKENS.toLocaleString('en')} words and marks in one file`,
    ];
    expect(page.replaceAll(/\s+/g, ' ')).toContain(limits.join(' or '));
    expect(page).toContain(`SHOULD NOT write one of more than ${MAX_HANDOFF_BYTES / 1024} KiB`);
  });

  test('names only codes of problems that there are', () => {
    const named = [...page.matchAll(/\(`([a-z]+(?:-[a-z0-9]+)+)`\)/g)].map(([, code]) => code ?? '');
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((code) => !Object.hasOwn(PROBLEM_KINDS, code))).toEqual([]);
  });

  test('has every chapter its list of contents names', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    const contents = [...page.matchAll(/^\d+\. \[(.+)\]\(#(.+)\)$/gm)];
    expect(contents.map(([, title], index) => `${index + 1}. ${title ?? ''}`)).toEqual(headings);
    expect(contents.map(([, title, anchor], index) => [anchor, `${index + 1}-${(title ?? '').toLowerCase().replace(/[.,]/g, '').replaceAll(' ', '-')}`]).filter(([anchor, made]) => anchor !== made)).toEqual([]);
  });
});
