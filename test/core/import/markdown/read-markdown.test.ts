/**
 * Plans of many forms, each held to a table of facts that was checked against the document by hand. Documents that are not
 * ours to publish stay elsewhere: with COORD_PLANS set to the folders that have them, their tables are held too. Those tables
 * were read from the documents by eye before an import was looked at; what import still reads otherwise stands below `known`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';
import { readYaml } from '../../../../src/core/documents/read-yaml.ts';
import { compare, planTable } from '../../../support/plan-table.ts';
import type { PlanTable } from '../../../support/plan-table.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/plans');
const ELSEWHERE = (process.env['COORD_PLANS'] ?? '').split(delimiter).filter((folder) => existsSync(folder));
const PARTS = ['tasks', 'edges', 'agents', 'phases', 'groups', 'needs', 'files', 'places', 'gates'] as const;

type Faults = Partial<Record<'wrong' | 'missed', readonly string[]>>;
/** A table, and what import is known to read otherwise: to be struck off when it is mended. */
type Expected = Partial<PlanTable> & { readonly known?: Partial<Record<keyof PlanTable, Faults>> };

const expected = (path: string): Expected => readYaml(readFileSync(path, 'utf8'), path).value as Expected;
const names = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.expected.yaml')).map((name) => name.replace('.expected.yaml', ''));

function expectTable(found: PlanTable, { known = {}, ...table }: Expected): void {
  for (const part of PARTS.filter((one) => table[one] !== undefined)) {
    const { wrong, missed } = compare(found[part], table[part] ?? []);
    expect({ part, wrong, missed }).toEqual({ part, wrong: [], missed: [], ...known[part] });
  }
}

describe('plans of our own', () => {
  it.each(names(FOLDER))('%s', (name) => {
    expectTable(planTable(readFileSync(join(FOLDER, `${name}.md`), 'utf8')), expected(join(FOLDER, `${name}.expected.yaml`)));
  });

  it.each(names(FOLDER))('%s reads the same with other line endings and a byte-order mark', (name) => {
    const text = readFileSync(join(FOLDER, `${name}.md`), 'utf8');
    expect(planTable(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(planTable(text));
  });
});

const linesOfTasks = ({ tasks = [] }: Partial<PlanTable>): readonly string[] => tasks.filter((row) => row.includes(' task ')).map((row) => row.split(' ')[0] ?? '');

describe.skipIf(ELSEWHERE.length === 0)('plans elsewhere (COORD_PLANS)', () => {
  const files = ELSEWHERE.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const cases = names(join(FOLDER, 'elsewhere')).flatMap((name) => {
    const file = files.find((one) => basename(one) === `${name}.md` || basename(one).startsWith(`${name}_`));
    return file === undefined ? [] : [[name, planTable(readFileSync(file, 'utf8')), expected(join(FOLDER, 'elsewhere', `${name}.expected.yaml`))] as const];
  });

  it.each(cases)('%s', (_, found, table) => {
    expectTable(found, table);
  });

  it.each(cases)('%s: no task missed, none made up', (name, found, table) => {
    const { precision, recall } = compare(linesOfTasks(found), linesOfTasks(table));
    const least = /^\d+$/.test(name) ? 1 : 0.95;
    expect(precision).toBeGreaterThanOrEqual(least);
    expect(recall).toBeGreaterThanOrEqual(least);
  });
});

const read = (text: string) => readMarkdown([{ name: 'PLAN.md', text }]);

describe('contradictions', () => {
  it('tells of one id for two tasks', () => {
    expect(read('- [ ] **A-1**: Paint the fence\n- [ ] **A-1**: Cook some rice\n').faults).toEqual([{ code: 'duplicate-id', id: 'A-1', origins: [{ file: 'PLAN.md', line: 1 }, { file: 'PLAN.md', line: 2 }] }]);
  });

  it('tells of a task that is done and not done', () => {
    expect(read('- [x] **A-1**: Paint the fence\n\n# Again\n\n- [ ] **A-1**: Paint the fence\n').faults).toMatchObject([{ code: 'contradictory-states', id: 'A-1', states: ['done', 'todo'], origins: [{ line: 1 }, { line: 5 }] }]);
  });

  it('tells of a circle in a flowchart', () => {
    const { faults } = read('- [ ] **A-1**: One\n- [ ] **A-2**: Two\n\n```mermaid\ngraph TD\nA-1 --> A-2 --> A-1\n```\n');
    expect(faults).toMatchObject([{ code: 'dependency-cycle' }]);
    expect(faults[0]).toHaveProperty('path.length', 3);
  });

  it('takes an open box beside "in progress" for no contradiction', () => {
    const { draft, faults } = read('- [ ] **A-1**: One\n  - Status: in progress\n');
    expect(faults).toEqual([]);
    expect(draft.tasks[0]?.status).toBe('in_progress');
  });
});

describe('what is no plan', () => {
  it.each(['', '\n\n', 'Dear diary, nothing to do today.', '# Tools\n\n- hammer\n- saw\n', '```js\nconst tasks = [];\n```\n', '| a | b |\n| - | - |\n| 1 | 2 |\n'])('%j has no task', (text) => {
    expect(read(text).draft.tasks).toEqual([]);
  });
});
