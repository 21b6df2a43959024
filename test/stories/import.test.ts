/** A plan in Markdown comes into a repository: beside what is there, once, or not at all. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_SOURCE_BYTES } from '../../src/core/documents/limits.ts';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { story, teamStory } from '../support/story.ts';
import { COORD_YAML } from '../support/team-repository.ts';

const PLAN = `# Reports

## Phase 1: Base

- [ ] **REP-1**: Store the figures (2 days)
- [x] **REP-2**: Name the columns

## Phase 2: Charts

### Chart Agent (charts)

- [ ] **REP-3**: Draw the bars, depends on REP-1

\`\`\`yaml
ownership:
  charts: {owner: Chart Agent, paths: [charts/**]}
\`\`\`
`;

const planIn = (name: string, text: string): string => {
  const path = join(makeFolder(), name);
  writeFileSync(path, text);
  return path;
};

const texts = (app: Story): ReadonlyMap<string, string> => new Map(app.git('ls-files').split('\n').filter((path) => path !== '').map((path) => [path, readFileSync(join(app.root, path), 'utf8')]));

const state = (app: Story): readonly string[] => [app.git('for-each-ref'), app.git('status', '--porcelain', '--untracked-files=all')];

describe('into a workspace that is there', () => {
  it.each([
    ['as it is', COORD_YAML],
    ['with mappings that are filled', `${COORD_YAML}# Who may touch what\nownership:\n    web: { owner: frontend, paths: ['web/**'] } # and nobody else\ngroups:\n    one: {}   # the first\n`],
    ['that ends in empty lines', `${COORD_YAML}notes: |+\n  Keep the lines below\n\n\n`],
    ['without an end of line', COORD_YAML.trimEnd()],
    ['with other ends of lines', COORD_YAML.replaceAll('\n', '\r\n')],
  ])('%s, no byte of it is changed', (_, settings) => {
    const app = teamStory({ 'deployment/coord.yaml': settings });
    const before = texts(app);
    expect(app.coord(['import', planIn('PLAN.md', PLAN)])).toMatchObject({ exit: 0, stderr: '' });
    const after = texts(app);
    for (const [path, text] of before) expect({ path, kept: isKept(text, after.get(path) ?? '') }).toEqual({ path, kept: true });
    expect([...after.keys()].filter((path) => !before.has(path)).sort()).toEqual(['deployment/agents/chart.md', 'deployment/tasks/REP-1.yaml', 'deployment/tasks/REP-2.yaml', 'deployment/tasks/REP-3.yaml']);
    expect(app.coord('validate')).toMatchObject({ exit: 0, stderr: '' });
    expect(app.git('status', '--porcelain')).toBe('');
  });

  /** Lines are added in between and at the end, never altered. */
  function isKept(before: string, after: string): boolean {
    const lines = after.split(/(?<=\n)/);
    return before.split(/(?<=\n)/).every((line) => {
      const at = lines.findIndex((one) => one === line || (!line.endsWith('\n') && one === `${line}\n`));
      return at !== -1 && lines.splice(0, at + 1).length > 0;
    });
  }

  it('a second time, nothing is', () => {
    const app = teamStory();
    const plan = planIn('PLAN.md', PLAN);
    app.coord(['import', plan]);
    const before = [texts(app), state(app)];
    expect(app.coord(['import', plan])).toEqual({ exit: 0, stdout: 'Nothing to add: 3 tasks there already.\n', stderr: '' });
    expect([texts(app), state(app)]).toEqual(before);
  });
});

const REFUSED: readonly (readonly [what: string, text: string, exit: number, code: string, says: RegExp])[] = [
  ['nothing in it', '', 1, 'nothing-to-import', /^No task was found in PLAN\.md\. Nothing was written\./],
  ['no task in it', '# Why\n\nBecause it is there.\n', 1, 'nothing-to-import', /^No task was found in PLAN\.md\. Nothing was written\./],
  ['bytes that are no text', 'GIF89a\0\0\u0001', 2, 'source-unreadable', /PLAN\.md cannot be imported: it is no text\. Nothing was written\./],
  ['more than 8 MiB', '- [ ] Do it\n'.padEnd(MAX_SOURCE_BYTES + 1, ' '), 2, 'source-unreadable', /it has more than 8 MiB\. Nothing was written\./],
  ['a circle in its flowchart', '# Plan\n\n- [ ] **A-1**: Draw\n- [ ] **A-2**: Print\n\n```mermaid\nflowchart LR\n  A-1 --> A-2 --> A-1\n```\n', 1, 'bad-plan', /dependency-cycle: .*A-1 -> A-2|dependency-cycle: .*A-2 -> A-1/],
  ['one id for two tasks', '# Plan\n\n- [ ] **A-1**: Draw the bars\n- [ ] **A-1**: Print the invoices\n', 1, 'bad-plan', /duplicate-id: A-1 stands for several tasks \(PLAN\.md:3 and PLAN\.md:4\)/],
  ['a task that is done and is not', '# Plan\n\n- [ ] **A-1**: Draw the bars\n\n## Review\n\n- [x] **A-1**: Draw the bars\n', 1, 'bad-plan', /contradictory-states: A-1 is /],
];

describe('nothing is written of a plan', () => {
  it.each(REFUSED)('with %s', (_, text, exit, code, says) => {
    const plan = planIn('PLAN.md', text);
    for (const app of [teamStory(), story()]) {
      const before = state(app);
      expect(app.coord(['import', plan])).toEqual({ exit, stdout: '', stderr: expect.stringMatching(says) as unknown });
      expect((JSON.parse(app.coord(['import', plan, '--json']).stdout) as { problems: unknown }).problems).toMatchObject([{ code }]);
      expect(state(app)).toEqual(before);
    }
  });

  it('that is not there', () => {
    const app = story();
    const before = state(app);
    expect(app.coord('import PLAN.md')).toEqual({ exit: 2, stdout: '', stderr: 'PLAN.md cannot be imported: there is no such file. Nothing was written.\nName a text file, or a folder of them.\n' });
    expect(state(app)).toEqual(before);
  });
});
