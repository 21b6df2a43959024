/**
 * Plans of many forms, each held to a table of facts that was checked against the document by hand. Documents that are not
 * ours to publish stay elsewhere: with COORD_PLANS set to a folder that has them, their tables are held too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';
import { readYaml } from '../../../../src/core/documents/read-yaml.ts';
import { compare, planTable } from '../../../support/plan-table.ts';
import type { PlanTable } from '../../../support/plan-table.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/plans');
const ELSEWHERE = process.env['COORD_PLANS'];

const expected = (path: string): PlanTable => readYaml(readFileSync(path, 'utf8'), path).value as PlanTable;
const names = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.expected.yaml')).map((name) => name.replace('.expected.yaml', ''));

function expectTable(text: string, table: PlanTable): void {
  const found = planTable(text);
  for (const part of ['tasks', 'edges', 'agents', 'phases', 'groups', 'needs'] as const) expect({ part, ...compare(found[part], table[part]) }).toEqual({ part, precision: 1, recall: 1, wrong: [], missed: [] });
}

describe('plans of our own', () => {
  it.each(names(FOLDER))('%s', (name) => {
    expectTable(readFileSync(join(FOLDER, `${name}.md`), 'utf8'), expected(join(FOLDER, `${name}.expected.yaml`)));
  });

  it.each(names(FOLDER))('%s reads the same with other line endings and a byte-order mark', (name) => {
    const text = readFileSync(join(FOLDER, `${name}.md`), 'utf8');
    expect(planTable(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(planTable(text));
  });
});

describe.skipIf(ELSEWHERE === undefined)('plans elsewhere (COORD_PLANS)', () => {
  it.each(names(join(FOLDER, 'elsewhere')))('%s', (name) => {
    const file = readdirSync(ELSEWHERE ?? '.').find((one) => one === `${name}.md` || one.startsWith(`${name}_`));
    if (file === undefined || !existsSync(join(ELSEWHERE ?? '.', file))) return;
    expectTable(readFileSync(join(ELSEWHERE ?? '.', file), 'utf8'), expected(join(FOLDER, 'elsewhere', `${name}.expected.yaml`)));
  });
});

const read = (text: string) => readMarkdown([{ name: 'PLAN.md', text }]);

describe('contradictions', () => {
  it('tells of one id for two tasks', () => {
    expect(read('- [ ] **A-1**: Paint the fence\n- [ ] **A-1**: Cook some rice\n').faults).toEqual([{ code: 'duplicate-id', id: 'A-1', origins: [{ file: 'PLAN.md', line: 1 }, { file: 'PLAN.md', line: 2 }] }]);
  });

  it('tells of a task that is done and not done', () => {
    expect(read('- [x] **A-1**: Paint the fence\n\n# Again\n\n- [ ] **A-1**: Paint the fence\n').faults).toMatchObject([{ code: 'contradictory-states', id: 'A-1', states: ['done', 'todo'] }]);
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
