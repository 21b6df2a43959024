/** `coord validate --ci` in what a CI service gives it: a checkout, some variables, a file for the summary. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { parted } from '../support/parted.ts';
import type { Parting } from '../support/parted.ts';
import { realPorts } from '../support/real-ports.ts';
import { makeFolder } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';
import { shell } from '../support/shell.ts';
import type { Outcome } from '../support/shell.ts';

const task = (id: string, more = ''): string => `id: ${id}\n\ntask: Do ${id}\n\n${more}`;
const PARTING: Parting = {
  base: { 'coord.yaml': 'protocol: 1\nteam:\n  backend: { name: Backend Agent }\n' },
  ours: { 'tasks/plan.yaml': task('A-1', 'agent: backen\n') },
  theirs: { 'tasks/A-1.yaml': task('a-1') },
};

const ALONE = 'The files alone were checked: there is nothing here to merge (else: --merge <branch>).\n';

/** As the service checks out a pull request: the merge of both, made by it. */
function checkedOut(parting: Parting): { readonly repository: TestRepository; readonly sha: string } {
  const repository = parted(parting);
  repository.git('update-ref', 'refs/remotes/origin/main', 'main');
  repository.git('checkout', '-q', '--detach', 'main');
  repository.git('merge', '-q', '--no-ff', '-m', 'Merge feature into main', 'feature');
  repository.git('branch', '-q', '-D', 'main', 'feature');
  return { repository, sha: repository.git('rev-parse', 'HEAD') };
}

const pullRequest = (sha: string, summary = ''): NodeJS.ProcessEnv => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_BASE_REF: 'main',
  GITHUB_HEAD_REF: 'feature',
  GITHUB_SHA: sha,
  GITHUB_STEP_SUMMARY: summary,
});

const ci = async (repository: TestRepository, env: NodeJS.ProcessEnv, ...options: string[]): Promise<Outcome> => shell(VERBS, ['validate', '--ci', ...options], { ports: await realPorts(repository, undefined, env) });

const ANNOTATIONS = `::error file=deployment/tasks/plan.yaml,line=5,col=8,endColumn=14,title=unknown-agent::agent names "backen", who is not in the team. Did you mean "backend"? Else add a member to team in coord.yaml.
1 error in 1 file (3 files checked)
::error file=deployment/tasks/plan.yaml,line=1,col=5,endColumn=8,title=duplicate-id::The id A-1 is taken already, in deployment/tasks/A-1.yaml. Give this task another id; upper and lower case count as the same.
1 error in 1 file (3 files checked, feature merged with main)
1 problem on one side alone, not from merging: coord validate
`;

describe('coord validate --ci in a pull request', () => {
  it('marks what is wrong with the files, and what merging causes, once each', async () => {
    const { repository, sha } = checkedOut(PARTING);
    expect(await ci(repository, pullRequest(sha))).toEqual({ exit: 1, stdout: ANNOTATIONS, stderr: '' });
  });

  it('finds the same where the branch itself is checked out', async () => {
    const { repository, sha } = checkedOut(PARTING);
    repository.git('checkout', '-q', 'HEAD^2');
    const { stdout } = await ci(repository, pullRequest(sha));
    expect(stdout.match(/title=[a-z-]+|merged with main/g)).toEqual(['title=unknown-agent', 'title=duplicate-id', 'merged with main']);
  });

  it('writes a summary in which texts of files stay texts', async () => {
    const summary = join(makeFolder(), 'summary.md');
    const { repository, sha } = checkedOut({ ...PARTING, ours: { 'tasks/plan.yaml': task('A-1', 'agent: "<img src=x> | ![x](https://e.vil) @all"\n') } });
    await ci(repository, pullRequest(sha, summary));
    expect(readFileSync(summary, 'utf8')).toBe(`## coord

**Failed**: all files. 1 error in 1 file (3 files checked)

|  | code | place | what is wrong | what to do |
| --- | --- | --- | --- | --- |
| error | unknown-agent | deployment/tasks/plan.yaml:5 | agent names "&lt;img src=x&gt; \\| !\\[x\\](https:&sol;/e.vil) @&#8203;all", who is not in the team. | Add a member to team in coord.yaml. |

**Failed**: feature merged with main. 1 error in 1 file (3 files checked, feature merged with main). 1 problem on one side alone, not from merging: coord validate

|  | code | place | what is wrong | what to do |
| --- | --- | --- | --- | --- |
| error | duplicate-id | deployment/tasks/plan.yaml:1 | The id A-1 is taken already, in deployment/tasks/A-1.yaml. | Give this task another id; upper and lower case count as the same. |
`);
  });

  it('tells of the files, and why the merge could not be checked', async () => {
    const { repository } = checkedOut(PARTING);
    const summary = join(makeFolder(), 'summary.md');
    repository.git('clone', '-q', '--depth', '1', `file://${repository.root}`, '../shallow');
    const shallow = repository.at(join(repository.root, '../shallow'));
    const { exit, stdout, stderr } = await ci(shallow, pullRequest(shallow.git('rev-parse', 'HEAD'), summary));
    expect([exit, stdout.match(/title=[a-z-]+/g)]).toEqual([4, ['title=duplicate-id', 'title=unknown-agent']]);
    expect(stderr).toBe('History was cut off when this repository was cloned, so it cannot be told where feature and main parted.\nFetch the rest: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for actions/checkout).\n');
    expect(readFileSync(summary, 'utf8')).toContain('\n**Not checked**: History was cut off');
  });

  it('gives other forms where they are asked for', async () => {
    const { repository, sha } = checkedOut(PARTING);
    const { runs } = JSON.parse((await ci(repository, pullRequest(sha), '--format', 'sarif')).stdout) as { runs: { automationDetails: { id: string } }[] };
    expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual(['coord/files/', 'coord/merge/']);
    expect(JSON.parse((await ci(repository, pullRequest(sha), '--json')).stdout)).toMatchObject({ data: { files: 3, errors: 2, others: 1, merge: { ours: 'feature', theirs: 'main' } }, problems: [{ code: 'unknown-agent' }, { code: 'duplicate-id' }] });
  });

  it('takes another target where one is named', async () => {
    const { repository, sha } = checkedOut(PARTING);
    repository.git('branch', 'next', 'HEAD^1');
    repository.git('checkout', '-q', 'HEAD^2');
    expect((await ci(repository, pullRequest(sha), '--merge', 'next')).stdout).toContain('merged with next)\n');
  });
});

describe('coord validate --ci elsewhere', () => {
  it('checks the files alone where there is no change to merge', async () => {
    const { repository } = checkedOut(PARTING);
    const { stdout, stderr } = await ci(repository, { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_BASE_REF: '' });
    expect(stdout.match(/title=[a-z-]+|merged with/g)).toEqual(['title=duplicate-id', 'title=unknown-agent']);
    expect(stderr).toContain(ALONE);
  });

  it('says that it only guesses the name of the default branch, and that a typed one is not there', async () => {
    const repository = parted(PARTING);
    repository.git('branch', '-q', '-m', 'main', 'trunk');
    expect(await ci(repository, {})).toMatchObject({ exit: 4, stderr: 'Nothing says which the default branch is, and there is no master.\nName it in coord.yaml, as in main: trunk, or here: --merge <branch>. All branches: git branch -a\n' });
    expect(await ci(repository, {}, '--merge', 'nope')).toMatchObject({ exit: 2, stderr: expect.stringContaining('--merge names "nope", which is no branch') as unknown });
    expect((await ci(repository, {}, '--merge', 'trunk')).exit).toBe(1);
  });

  it('knows the merge requests of GitLab', async () => {
    const { repository, sha } = checkedOut(PARTING);
    const env = { GITLAB_CI: 'true', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feature' };
    const merged = await ci(repository, { ...env, CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result', CI_COMMIT_SHA: sha });
    repository.git('checkout', '-q', 'HEAD^2');
    const detached = await ci(repository, { ...env, CI_MERGE_REQUEST_EVENT_TYPE: 'detached', CI_COMMIT_SHA: repository.git('rev-parse', 'HEAD') });
    for (const { stdout } of [merged, detached]) expect(stdout.match(/ {2}error {2}[a-z-]+|feature merged with main/g)).toEqual(['  error  unknown-agent', '  error  duplicate-id', 'feature merged with main']);
  });

  it('is for people too: this branch with the default branch', async () => {
    const repository = parted(PARTING);
    const { exit, stdout } = await ci(repository, {});
    expect([exit, stdout.match(/ {2}error {2}[a-z-]+|feature merged with main/g)]).toEqual([1, ['  error  unknown-agent', '  error  duplicate-id', 'feature merged with main']]);
    repository.git('checkout', '-q', 'main');
    expect(await ci(repository, {})).toEqual({ exit: 0, stdout: '0 problems (2 files checked)\n', stderr: ALONE });
  });

  it('does not go with --staged or --fix', async () => {
    const repository = parted(PARTING);
    expect((await ci(repository, {}, '--staged')).stderr).toBe('--staged and --ci check different things: ask for one after the other.\nHow it is used: coord help validate\n');
    expect((await ci(repository, {}, '--fix')).stderr).toBe('--fix changes the files of the work tree, so it does not go with --ci.\nHow it is used: coord help validate\n');
  });
});
