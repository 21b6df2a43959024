/** What keeps an agent from being started is told, with its place, before anything starts. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ONE_AGENT } from '../support/one-agent.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const COORD = `${ONE_AGENT}  script: { kind: command, run: [node, agent.mjs] }
`;

const withSettings = (coordYaml: string, more: Readonly<Record<string, string>> = {}): Story =>
  story({ files: { 'deployment/coord.yaml': coordYaml, 'deployment/tasks/UI-1.yaml': 'id: UI-1\ntask: Show it\nagent: frontend\n', 'agent.mjs': "import { writeFileSync } from 'node:fs';\nwriteFileSync('web.txt', 'x');\n", ...more } });

const NOTHING = 'Nothing can be started now. Why: coord next --why\n';

describe('settings that do not conform', () => {
  it.each([
    ['a runtime of no kind', COORD.replace('kind: command', 'kind: comand'), {}, 'frontend cannot be run: deployment/coord.yaml:6: coord.yaml defines no runtime "script". deployment/coord.yaml:8: runtimes.script.kind should be one of command, claude, codex, gemini, anthropic, reviewer, generator, but is "comand"'],
    ['a bound that is none', `${COORD}limits: { cost_per_day: much }\n`, {}, 'frontend cannot be run: deployment/coord.yaml:9: limits.cost_per_day should be a number, but is "much"'],
    ['a runtime that nobody defines', COORD.replace('runtime: script', 'runtime: scirpt'), {}, 'frontend cannot be run: deployment/coord.yaml:6: coord.yaml defines no runtime "scirpt"'],
    ['a file of the agent that is broken', COORD, { 'deployment/agents/frontend.md': '---\nlimits: [\n---\n' }, 'frontend cannot be run: deployment/agents/frontend.md:2: The front matter is not valid: a [ before this place is never closed'],
  ])('%s', (_, settings, files, why) => {
    const made = withSettings(settings, files);
    expect(made.coord('dispatch --dry-run')).toMatchObject({ exit: 0, stdout: `UI-1 is left to you: ${why}\n${NOTHING}` });
    const { exit, stderr } = made.coord('run frontend --task UI-1');
    expect([exit, stderr.replaceAll(/\n\s*/g, ' ')]).toEqual([1, expect.stringContaining(`${why}. `)]);
  });

  it('coord.yaml as a whole: the place is told', () => {
    const { exit, stderr } = withSettings(`${COORD}limits: [\n`).coord('dispatch');
    expect([exit, stderr]).toEqual([1, expect.stringMatching(/^deployment\/coord\.yaml cannot be read, so nothing is changed: .*\n {2}deployment\/coord\.yaml:\d+: This is not valid YAML: .*\nSee what is wrong: coord validate\n$/)]);
  });
});

it('the branch in which work comes together is missing: doctor tells, and nothing starts', () => {
  const made = withSettings(COORD.replace('integration: main', 'integration: gathers'));
  const said = 'Work begins on gathers, by coord.yaml (integration), but there is no such branch here.\nFetch it: git fetch origin gathers    Or make it: git branch gathers\n';
  for (const words of ['dispatch', 'dispatch --dry-run']) expect(made.coord(words)).toMatchObject({ exit: 1, stderr: said });
  expect(made.data('jobs list')).toMatchObject({ jobs: [] });
  expect(made.coord('doctor').stdout).toContain('broken   integration  coord.yaml names the branch gathers, which is not here, so no work can begin\n                      Fetch it: git fetch origin gathers    Or make it: git branch gathers\n');
  made.git('branch', 'gathers');
  expect(made.coord('doctor').stdout).toContain('ok       integration  work comes together in gathers\n');
});

it('there is no commit yet', () => {
  const made = story({ empty: true, files: { 'deployment/coord.yaml': COORD } });
  expect(made.coord('dispatch')).toMatchObject({ exit: 4, stderr: expect.stringContaining('This repository has no commit yet') as unknown });
});

describe('the one task that was named', () => {
  it.each([
    ['is done', 'status: done\n', 'UI-1 is done already'],
    ['is a gate', 'kind: gate\n', 'UI-1 is a gate: people decide it, no agent does.'],
    ['waits', 'dependencies: [UI-2]\n', 'UI-1 '],
    ['is started', 'status: in_progress\n', 'UI-1 is marked as in progress, though nobody holds it.'],
  ])('%s: so nothing starts', (_, field, why) => {
    const made = withSettings(COORD, { 'deployment/tasks/UI-1.yaml': `id: UI-1\ntask: Show it\nagent: frontend\n${field}`, 'deployment/tasks/UI-2.yaml': 'id: UI-2\ntask: Before\n' });
    for (const words of ['dispatch --task UI-1', 'dispatch --task UI-1 --dry-run']) expect(made.coord(words)).toMatchObject({ exit: 1, stderr: expect.stringContaining(why) as unknown });
  });

  it('was never run, which jobs show tells; run refuses it where it is done, and a model that nothing takes', () => {
    const made = withSettings(COORD);
    expect(made.coord('jobs show ui-1')).toMatchObject({ exit: 1, stderr: 'No agent was run on UI-1 yet.\nStart it: coord dispatch --task UI-1\n' });
    expect(made.coord('run frontend --task UI-1 --model big')).toMatchObject({ exit: 2, stderr: expect.stringContaining('it is run by a command, which takes no model') as unknown });
    made.write('deployment/tasks/UI-1.yaml', 'id: UI-1\ntask: Show it\nagent: frontend\nstatus: done\n');
    expect(made.coord('run frontend --task UI-1')).toMatchObject({ exit: 1, stderr: expect.stringContaining('done already') as unknown });
  });
});

it('a link out of the repository fails the job, in whatever folder it stands, and status names it', () => {
  const agent = "import { mkdirSync, symlinkSync } from 'node:fs';\nmkdirSync('web');\nsymlinkSync('../../../etc/passwd', 'web/out');\nsymlinkSync('in.txt', 'web/in');\n";
  const made = withSettings(COORD, { 'agent.mjs': agent });
  expect(made.coord('dispatch').stdout).toMatch(/UI-1 frontend failed: it made symbolic links that lead out of the repository: web\/out\n(.*\n)*0 tasks done, 1 failed: UI-1 \(outside-scope\)\. Why: coord jobs show UI-1 {4}Once more: coord jobs retry UI-1\n$/);
  expect(made.coord('status').stdout).toContain('\nFailed jobs: UI-1 (outside-scope): coord jobs show UI-1\n');
  expect(made.data('status')).toMatchObject({ failed_jobs: [{ task: 'UI-1', agent: 'frontend', reason: 'outside-scope' }] });
});

it('too many jobs failed in a row: status and jobs list say that nothing more is started, and what to do', () => {
  const made = withSettings(COORD, { 'agent.mjs': 'process.exit(1);\n', 'deployment/tasks/UI-2.yaml': 'id: UI-2\ntask: Draw it\nagent: frontend\n' });
  made.coord('dispatch');
  const said = 'Too many jobs failed in a row, so coord dispatch starts nothing more but what is named. Mend it, then: coord jobs retry UI-1\n';
  expect(made.coord('status').stdout).toContain(said);
  expect(made.coord('jobs list')).toMatchObject({ exit: 0, stderr: said });
  expect([made.data('status'), made.data('jobs list')]).toMatchObject([{ dispatch_stopped: true }, { dispatch_stopped: true }]);
  made.coord('jobs retry UI-1');
  expect(made.coord('status').stdout).toContain('coord jobs retry UI-2\n');
  made.write('deployment/coord.yaml', `${COORD}limits: { failures: 9 }\n`);
  expect(made.data('status')).toMatchObject({ dispatch_stopped: false });
});

it.each([
  ['a script', '[node, tools/agent.mjs]', 'tools/agent.mjs'],
  ['a program', '[./agent.sh]', 'agent.sh'],
])('%s that nobody committed is named, and what is committed then is taken up by the next try', (_, run, file) => {
  const made = withSettings(COORD.replace('[node, agent.mjs]', run));
  made.write('tools/agent.mjs', "import { mkdirSync, writeFileSync } from 'node:fs';\nmkdirSync('web');\nwriteFileSync('web/x.txt', 'x');\n");
  made.write('agent.sh', '#!/bin/sh\nmkdir web && echo x > web/x.txt\n');
  chmodSync(join(made.root, 'agent.sh'), 0o755);
  expect(made.coord('dispatch').stdout).toContain(`UI-1 frontend failed: ${file}, by which it is run, is not in the commit that its worktree was made from: commit it first\n`);
  expect(made.data('jobs list')).toMatchObject({ jobs: [{ state: 'failed', error: { reason: 'not-committed' } }] });
  made.git('add', '-A');
  made.git('commit', '-qm', 'The agent');
  made.coord('jobs retry UI-1');
  expect(made.coord('dispatch').stdout).toContain('1 task done.\n');
});

it('what an earlier run left out of bounds is not told as what this one did, and keeps its work out until it is taken back', () => {
  const writing = (path: string): string => `import { mkdirSync, writeFileSync } from 'node:fs';\nmkdirSync('${path}', { recursive: true });\nwriteFileSync('${path}/x.txt', 'x');\n`;
  const made = withSettings(COORD, { 'agent.mjs': writing('docs') });
  expect(made.coord('dispatch').stdout).toContain('UI-1 frontend failed: it changed what it may not: docs/x.txt\n');
  made.write('agent.mjs', writing('web'));
  made.git('commit', '-qam', 'A better agent');
  made.coord('jobs retry UI-1');
  expect(made.coord('dispatch').stdout).toContain('UI-1 frontend failed: an earlier run left what it may not change, which is still there: docs/x.txt; take it back in its worktree first\n');
  made.in('../app-UI-1').git('clean', '-qfd', 'docs');
  made.coord('jobs retry UI-1');
  expect(made.coord('dispatch').stdout).toContain('1 task done.\n');
  expect(made.git('ls-files', 'docs', 'web')).toBe('web/x.txt');
});
