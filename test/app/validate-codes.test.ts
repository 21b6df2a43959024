/** A workspace for each code, checked for real; what is printed is compared to the letter, here and in the code's page. */
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_KINDS } from '../../src/core/problem/problem.ts';
import type { ProblemCode } from '../../src/core/problem/problem.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import { realPorts } from '../support/real-ports.ts';
import { makeRepository } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';
import { shell } from '../support/shell.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/workspaces');
const PAGES = join(import.meta.dirname, '../../docs/problems');
const ALL = Object.keys(PROBLEM_KINDS) as ProblemCode[];
/** Those that one tree shows; what takes two is in validate-merge.test.ts, what takes a change in validate-scope.test.ts. */
const CODES = ALL.filter((code) => PROBLEM_KINDS[code].merge === undefined && PROBLEM_KINDS[code].scope === undefined);
const expectedIn = (code: ProblemCode): string => {
  const { merge, scope } = PROBLEM_KINDS[code];
  return merge || scope ? join(FIXTURES, `../${merge ? 'merges' : 'scopes'}/${code}.txt`) : join(FIXTURES, code, 'expected.txt');
};

/** What cannot lie in a fixture as it is. */
const SET_UP: Partial<Record<ProblemCode, (repository: TestRepository) => void>> = {
  'file-too-large': ({ root }) => writeFileSync(join(root, 'deployment/tasks/FIX-001.yaml'), `id: FIX-001\ntask: Fix the build\nnotes: ${'x'.repeat(600_000)}\n`),
};

function repositoryFor(code: ProblemCode): TestRepository {
  const repository = makeRepository({ empty: true });
  const fixture = join(FIXTURES, code);
  for (const entry of readdirSync(fixture)) if (entry !== 'expected.txt') cpSync(join(fixture, entry), join(repository.root, entry), { recursive: true });
  SET_UP[code]?.(repository);
  repository.commit();
  return repository;
}

describe('each code', () => {
  it.each(CODES)('%s is found in its workspace, alone, and said as expected', async (code) => {
    const ports = await realPorts(repositoryFor(code));
    const { exit, stdout, stderr } = await shell(VERBS, ['validate'], { ports });
    const json = JSON.parse((await shell(VERBS, ['validate', '--json'], { ports })).stdout) as { problems: { code: string; severity: string }[] };
    expect(new Set(json.problems.map((found) => found.code))).toEqual(new Set([code]));
    expect({ exit, stderr }).toEqual({ exit: PROBLEM_KINDS[code].severity === 'error' ? 1 : 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(join(FIXTURES, code, 'expected.txt'));
  });

  it.each(ALL)('%s has a page that shows its message as it is printed', (code) => {
    const page = readFileSync(join(PAGES, `${code}.md`), 'utf8');
    const message = readFileSync(expectedIn(code), 'utf8');
    const { severity, clock, fix, merge, scope } = PROBLEM_KINDS[code];
    expect(page.startsWith(`# ${code}\n\nSeverity: ${severity}${clock ? ', by the clock' : ''}${fix ? ', mended by --fix' : ''}${merge ? ', found by --merge' : ''}${scope ? ', found by --scope' : ''}\n`)).toBe(true);
    expect(page).toContain(`\n\`\`\`text\n${message}\`\`\`\n`);
  });

  it('has no fixture without a code', () => {
    expect(readdirSync(FIXTURES).filter((name) => !Object.hasOwn(PROBLEM_KINDS, name))).toEqual([]);
    expect(ALL.every((code) => existsSync(expectedIn(code)))).toBe(true);
  });
});
