/** Changes by agents and people, held to whose paths they are: what is staged, and what a branch brings. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { realPorts } from '../support/real-ports.ts';
import { makeRepository } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';
import { shell } from '../support/shell.ts';
import type { Outcome } from '../support/shell.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/scopes');

const COORD = `protocol: 1
team:
  frontend: { name: Frontend Agent, owns: [web/**] }
  backend: { name: Backend Agent, owns: [api/**], branch: "back/{task}" }
  helper: { name: Helper }
ownership:
  schema: { owner: backend, paths: ["db/**"] }
  rest: { owner: Relevant feature owner, paths: ["**"] }
`;
const BASE = {
  'deployment/coord.yaml': COORD,
  'deployment/tasks/UI-001.yaml': 'id: UI-001\ntask: Show it\nagent: frontend\nfiles: [web/chart/**, api/chart.ts]\n',
  'deployment/tasks/API-001.yaml': 'id: API-001\ntask: Answer it\nagent: backend\n',
};

/** On a branch of this name, with these files committed on it. */
function changed(branch: string, files: readonly string[], message = 'Work'): TestRepository {
  const repository = makeRepository({ files: BASE });
  repository.git('checkout', '-q', '-b', branch);
  for (const file of files) repository.write(file, 'new\n');
  if (files.length > 0) repository.commit(message);
  return repository;
}

function staged(branch: string, files: readonly string[]): TestRepository {
  const repository = changed(branch, []);
  for (const file of files) repository.write(file, 'new\n');
  repository.git('add', '-A');
  return repository;
}

const validate = async (repository: TestRepository, options: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> => shell(VERBS, ['validate', ...options], { ports: await realPorts(repository, undefined, env) });
const found = ({ stdout }: Outcome): string[] => stdout.match(/^\S+(?=:1:1 {2}(?:error|warning))|(?<= {2}(?:error|warning) {2})[a-z-]+$/gm) ?? [];

describe('coord validate --scope', () => {
  it.each([
    ['owned-by-another', changed('back/API-001', ['api/server.ts', 'web/index.html']), 1],
    ['outside-scope', changed('frontend/UI-001', ['web/index.html', 'docs/chart.md', 'api/chart.ts']), 1],
    ['scope-unchecked', changed('typo', ['web/index.html']), 0],
  ])('finds %s', async (code, repository, exit) => {
    const outcome = await validate(repository, ['--scope']);
    expect({ exit: outcome.exit, stderr: outcome.stderr }).toEqual({ exit, stderr: '' });
    expect(found(outcome)).toEqual([{ 'owned-by-another': 'web/index.html', 'outside-scope': 'docs/chart.md' }[code] ?? 'deployment/coord.yaml', code]);
    await expect(outcome.stdout).toMatchFileSnapshot(join(FIXTURES, `${code}.txt`));
  });

  it('lets pass what belongs to the agent or to its task, and all that verbs write', async () => {
    const files = ['db/schema.sql', 'api/a.ts', 'deployment/tasks/API-002.yaml', 'deployment/handoffs/x-handoff.md', 'deployment/decisions/feedback/x.md'];
    expect(await validate(changed('back/API-001', files), ['--scope'])).toEqual({ exit: 0, stdout: '0 problems (5 files checked, changed by backend for API-001 since main)\n', stderr: '' });
  });

  it('holds settings and agents to their owners, and the paths of nobody to those who own some', async () => {
    const repository = changed('back/API-001', ['deployment/agents/backend.md', 'README.md']);
    expect(found(await validate(repository, ['--scope']))).toEqual(['README.md', 'outside-scope', 'deployment/agents/backend.md', 'outside-scope']);
    expect(found(await validate(changed('helper/X-1', ['README.md']), ['--scope']))).toEqual([]);
  });

  it('sees what was taken away or renamed', async () => {
    const repository = makeRepository({ files: { ...BASE, 'web/old.ts': 'a\nb\nc\n', 'web/gone.ts': 'x\n' } });
    repository.git('checkout', '-q', '-b', 'back/API-001');
    repository.git('rm', '-q', 'web/gone.ts');
    repository.git('mv', 'web/old.ts', 'api.ts');
    repository.commit();
    expect(found(await validate(repository, ['--scope']))).toEqual(['api.ts', 'outside-scope', 'web/gone.ts', 'owned-by-another', 'web/old.ts', 'owned-by-another']);
  });

  it('takes the name that is given before all others, and people as held to nothing', async () => {
    const repository = changed('back/API-001', ['web/index.html']);
    expect(found(await validate(repository, ['--scope', '--as', 'frontend']))).toEqual([]);
    expect((await validate(repository, ['--scope', '--as', 'human:alice'])).stdout).toBe('0 problems (0 files checked, changed by human:alice since main)\n');
    expect(await validate(repository, ['--scope', '--as', 'frontent'])).toMatchObject({ exit: 2, stderr: expect.stringContaining('Did you mean "frontend"?') as string });
  });

  it('knows the agent and the task by the trailers of commits, where the branch tells nothing', async () => {
    const trailers = 'Work\n\nCoord-Task: UI-001\nCoord-Agent: Frontend Agent';
    expect(found(await validate(changed('work', ['web/b.ts', 'api/chart.ts', 'api/b.ts'], trailers), ['--scope']))).toEqual(['api/b.ts', 'owned-by-another']);
    const nobodys = await validate(changed('work', ['web/b.ts'], 'Work\n\nCoord-Agent: nobody-here'), ['--scope']);
    expect(nobodys.stdout).toContain('The change says that it is by "nobody-here", who is not in the team, so the paths it touches were not checked.');
  });

  it('knows both by what this worktree holds', async () => {
    const repository = changed('work', []);
    await shell(VERBS, ['claim', 'UI-001', '--as', 'frontend'], { ports: await realPorts(repository) });
    repository.write('api/b.ts', 'new\n');
    repository.commit();
    expect((await validate(repository, ['--scope'])).stdout).toContain('1 error in 1 file (1 file checked, changed by frontend for UI-001 since main)');
  });

  it('says that nobody is known also where warnings fail', async () => {
    expect((await validate(changed('typo', ['web/index.html']), ['--scope', '--strict'])).exit).toBe(1);
  });

  it('names paths as they are, whatever stands in them', async () => {
    const repository = changed('back/API-001', ['web/a\u001B[31m b\n.ts']);
    const { stdout } = await validate(repository, ['--scope']);
    expect(stdout).toContain('web/a<U+001B>[31m b .ts:1:1  error  owned-by-another');
  });

  it('refuses where it cannot be told what the branch brings', async () => {
    const repository = changed('back/API-001', ['web/index.html']);
    repository.git('branch', '-q', '-D', 'main');
    expect(await validate(repository, ['--scope'])).toMatchObject({ exit: 4, stdout: '', stderr: expect.stringContaining('no branch, tag or commit') as string });
    expect((await validate(repository, ['--scope', '--merge', 'main'])).stderr).toContain('--merge and --scope check different things');
  });
});

describe('coord validate --staged --scope', () => {
  it('checks what is staged, and nothing else', async () => {
    const repository = staged('back/API-001', ['web/index.html', 'api/a.ts']);
    repository.write('web/other.ts', 'not staged\n');
    const outcome = await validate(repository, ['--staged', '--scope']);
    expect([outcome.exit, found(outcome)]).toEqual([1, ['web/index.html', 'owned-by-another']]);
    expect(outcome.stdout).toMatch(/^0 problems \(3 files checked\)\n\n[\s\S]*\n1 error in 1 file \(2 files checked, staged by backend for API-001\)\n$/);
  });

  it('checks all of the first commit', async () => {
    const repository = makeRepository({ empty: true });
    for (const [path, text] of Object.entries({ ...BASE, 'web/index.html': 'new\n' })) repository.write(path, text);
    repository.git('add', '-A');
    expect(found(await validate(repository, ['--staged', '--scope', '--as', 'backend']))).toEqual(['deployment/coord.yaml', 'outside-scope', 'web/index.html', 'owned-by-another']);
  });
});

describe('coord validate --ci', () => {
  const PULL = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', GITHUB_SHA: 'x' };

  it('checks the scope of a change, as its branch and commits tell', async () => {
    const repository = changed('back/API-001', ['web/index.html']);
    repository.git('checkout', '-q', '--detach');
    const { exit, stdout } = await validate(repository, ['--ci'], { ...PULL, GITHUB_HEAD_REF: 'back/API-001' });
    expect([exit, stdout.split('\n').filter((line) => line.startsWith('::')).length]).toEqual([1, 1]);
    expect(stdout).toContain('::error file=web/index.html,line=1,col=1,');
    expect(stdout).toContain('1 error in 1 file (1 file checked, changed by backend for API-001 since main)');
  });

  it('says that it could not, and does so only where paths are owned', async () => {
    const repository = changed('typo', ['web/index.html']);
    expect((await validate(repository, ['--ci'], PULL)).stdout).toContain('::warning file=deployment/coord.yaml,');
    repository.write('deployment/coord.yaml', 'protocol: 1\n');
    expect((await validate(repository, ['--ci'], PULL)).stdout).not.toContain('scope-unchecked');
  });
});
