import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { init } from '../../src/app/setup/init.ts';
import type { Adopted, InitRequest } from '../../src/app/setup/init.ts';
import { AGENTS_MARKS } from '../../src/core/adoption/marked-block.ts';
import { printTask } from '../../src/core/documents/print-task.ts';
import type { Writable } from '../../src/core/documents/print-scalar.ts';
import { readYaml } from '../../src/core/documents/read-yaml.ts';
import { findRepository } from '../../src/adapters/git/find-repository.ts';
import { realPorts } from '../support/real-ports.ts';
import { gitEnv, makeFolder, makeRepository } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';

const BARE: InitRequest = { template: null, from: null, start: null, folder: null, hook: false, mergeDriver: false };

async function adopt(repository: TestRepository, request: Partial<InitRequest> = {}, program?: string): Promise<Adopted> {
  const ports = await realPorts(repository);
  const adoption = { ...ports.adoption, program: () => (program === undefined ? ports.adoption.program() : Promise.resolve(program)) };
  const answer = await init({ ...ports, adoption }, { ...BARE, ...request });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

async function refusalOf(repository: TestRepository, request: Partial<InitRequest>): Promise<unknown> {
  const answer = await init(await realPorts(repository), { ...BARE, ...request });
  return answer.ok ? null : answer.refusal;
}

/** What `validate` would say of the files alone, and the survey of the whole. */
async function survey(repository: TestRepository) {
  const opened = await (await realPorts(repository)).store.open();
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value.survey;
}

describe('the bare workspace', () => {
  test('is three files with one example task, and a section in AGENTS.md', async () => {
    const repository = makeRepository();
    const adopted = await adopt(repository);
    expect(adopted).toMatchObject({
      isBare: true,
      made: ['deployment/README.md', 'deployment/tasks/EXAMPLE-1.yaml', 'deployment/coord.yaml'],
      kept: [],
      pages: [{ path: 'AGENTS.md', part: 'section', change: 'made' }],
      hook: null,
    });
    expect(repository.read('AGENTS.md').split('\n').length).toBeLessThanOrEqual(26);
    const { problems, ready, agents } = await survey(repository);
    expect([problems, ready.map(({ id }) => id), agents.map(({ id }) => id)]).toEqual([[], ['EXAMPLE-1'], ['builder', 'reviewer']]);
  });

  test('is made without a first commit', async () => {
    const repository = makeRepository({ empty: true });
    await adopt(repository);
    expect(repository.git('status', '--porcelain')).toBe('?? AGENTS.md\n?? deployment/');
  });

  test('is left alone when asked again, whatever was done to it', async () => {
    const repository = makeRepository();
    await adopt(repository);
    repository.write('deployment/coord.yaml', 'protocol: 1 # mine\n');
    execFileSync('git', ['rm', '-qf', '--ignore-unmatch', 'deployment/tasks/EXAMPLE-1.yaml'], { cwd: repository.root, env: gitEnv() });
    const again = await adopt(repository, { template: 'deployment' });
    expect(again).toMatchObject({ settled: true, made: [], pages: [{ path: 'AGENTS.md', part: 'section', change: 'unchanged' }] });
    expect(repository.read('deployment/coord.yaml')).toBe('protocol: 1 # mine\n');
  });

  test('keeps what stands in its place, and puts no example beside tasks', async () => {
    const repository = makeRepository({ files: { 'deployment/README.md': 'mine\n', 'deployment/tasks/queue.yaml': 'task_queue:\n' } });
    const adopted = await adopt(repository);
    expect(adopted).toMatchObject({ stood: true, made: ['deployment/coord.yaml'], kept: ['deployment/README.md'] });
    expect(repository.read('deployment/README.md')).toBe('mine\n');
  });

  test('names the project after the folder, however it is called', async () => {
    const repository = makeRepository();
    const elsewhere = join(makeFolder(), 'yes: "no" # é');
    execFileSync('git', ['clone', '-q', repository.root, elsewhere], { env: gitEnv() });
    await adopt(repository.at(elsewhere));
    expect((await survey(repository.at(elsewhere))).config.project).toBe('yes: "no" # é');
  });

  test('points editors to the schemas where the package is among the own dependencies', async () => {
    const repository = makeRepository({ files: { 'node_modules/git-coord/schemas/coord.schema.json': '{}' } });
    await adopt(repository);
    const firstLine = (path: string) => repository.read(path).split('\n')[0];
    expect(firstLine('deployment/coord.yaml')).toBe('# yaml-language-server: $schema=../node_modules/git-coord/schemas/coord.schema.json');
    expect(firstLine('deployment/tasks/EXAMPLE-1.yaml')).toBe('# yaml-language-server: $schema=../../node_modules/git-coord/schemas/task.schema.json');
    expect((await survey(repository)).problems).toEqual([]);
  });
});

describe('the templates', () => {
  test('deployment: six agents, nine edges, 26 tasks and three gates, and no problem', async () => {
    const repository = makeRepository();
    const adopted = await adopt(repository, { template: 'deployment' });
    const { agents, ready, problems, phases, gates, config } = await survey(repository);
    expect(problems).toEqual([]);
    expect(adopted.made.filter((path) => path.includes('/tasks/'))).toHaveLength(29);
    expect(agents.map(({ id }) => id)).toEqual(['infrastructure', 'backend', 'frontend', 'realtime', 'integration', 'testing']);
    expect(agents.flatMap(({ id, needs }) => needs.map(({ from, label }) => `${from} -> ${id}: ${label ?? ''}`))).toEqual([
      'infrastructure -> backend: Database Ready',
      'infrastructure -> backend: Redis Ready',
      'backend -> frontend: API Endpoints',
      'realtime -> frontend: WebSocket Service',
      'backend -> realtime: API Endpoints',
      'backend -> integration: API Documentation',
      'integration -> testing: External Services',
      'frontend -> testing: UI Components',
      'realtime -> testing: Real-time Features',
    ]);
    expect(ready.slice(0, 2)).toMatchObject([
      { id: 'FIX-001', agent: 'frontend', priority: 'high', unblocks: 3 },
      { id: 'INFRA-001', agent: 'infrastructure', priority: 'medium' },
    ]);
    expect(phases.map(({ id, open }) => [id, open])).toEqual([['foundation', true], ['core', false], ['live', false], ['launch', false]]);
    expect(gates.filter(({ kind }) => kind === 'gate').map(({ id }) => id).sort()).toEqual(['SYNC-1', 'SYNC-2', 'SYNC-3']);
    expect([Object.keys(config.targets ?? {}).length, config.dashboard?.widgets?.length, Object.keys(config.ownership ?? {}).length]).toEqual([8, 5, 3]);
  });

  test('workstreams: three agents, 30 tasks and one more, seven groups, and no problem', async () => {
    const repository = makeRepository();
    await adopt(repository, { template: 'workstreams' });
    const { agents, problems, config, loads } = await survey(repository);
    expect(problems).toEqual([]);
    expect(agents.map(({ id, branch }) => [id, branch])).toEqual([['agent-1', 'agent-1/{task}'], ['agent-2', 'agent-2/{task}'], ['agent-3', 'agent-3/{task}']]);
    expect(loads.map(({ id, open }) => [id, open])).toEqual([['agent-1', 10], ['agent-2', 12], ['agent-3', 9]]);
    expect([Object.keys(config.groups ?? {}).length, config.integration]).toEqual([7, 'workstream-integration']);
  });

  test('pipeline: a lead and five agents, six slots, 15 steps and four checks, each waiting for the one before, and no problem', async () => {
    const repository = makeRepository();
    await adopt(repository, { template: 'pipeline', start: '2025-01-06' });
    const { agents, problems, phases, config, ready, gates, loads } = await survey(repository);
    expect(problems).toEqual([]);
    expect(agents.map(({ id, more }) => [id, more['phase'], more['hours'], more['outputs']])).toEqual([
      ['pm', 'phase-1', '13:30-21:00', ['Project structure']],
      ['agent-a', 'phase-2', '14:00-16:30', ['Coverage report that says 100%']],
      ['agent-b', 'phase-3', '16:30-18:00', ['A working LGTM stack']],
      ['agent-c', 'phase-4', '18:00-18:45', ['Performance report']],
      ['agent-d', 'phase-5', '18:45-20:15', ['Running K8s pods']],
      ['agent-e', 'phase-6', '20:15-21:00', ['A complete docs folder']],
    ]);
    expect(config.phases?.map(({ mode, start, length, gate }) => [mode, start, length, gate ?? null])).toEqual([
      ['sequential', '2025-01-06 13:30', '30 min', null],
      ['sequential', '2025-01-06 14:00', '2 h 30 min', 'STEP-1.5'],
      ['sequential', '2025-01-06 16:30', '1 h 30 min', 'STEP-2.4'],
      ['sequential', '2025-01-06 18:00', '45 min', null],
      ['sequential', '2025-01-06 18:45', '1 h 30 min', 'STEP-4.4'],
      ['sequential', '2025-01-06 20:15', '45 min', 'STEP-5.3'],
    ]);
    expect([ready.map(({ id, unblocks }) => [id, unblocks]), phases.map(({ total }) => total), gates.map(({ approvers }) => approvers)]).toEqual([[['STEP-1.1', 18]], [1, 4, 4, 3, 4, 3], [['pm'], ['pm'], ['pm'], ['pm']]]);
    expect(loads.map(({ open }) => open)).toEqual([5, 3, 3, 3, 3, 2]);
  });

  test('sprint: six teams, six slots, 27 ids in 28 places and 27 items more, 15 edges over 16 points, and no problem', async () => {
    const repository = makeRepository();
    await adopt(repository, { template: 'sprint', start: '2025-01-06' });
    const opened = await (await realPorts(repository)).store.open();
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { tasks, config } = opened.value.workspace();
    expect(opened.value.survey.problems).toEqual([]);
    expect(config.phases?.map(({ start, length, continues }) => [start, length, continues ?? []])).toEqual([
      ['2025-01-06 08:00', '4 hours', []],
      ['2025-01-06 13:00', '4 hours', []],
      ['2025-01-07 08:00', '4 hours', ['TASK-SEC-002']],
      ['2025-01-07 13:00', '4 hours', []],
      ['2025-01-08 08:00', '4 hours', []],
      ['2025-01-08 13:00', '4 hours', []],
    ]);
    const work = tasks.filter(({ kind }) => kind === 'task');
    expect([work.filter(({ id }) => id.startsWith('TASK-')).length, work.filter(({ id }) => !id.startsWith('TASK-')).length]).toEqual([27, 27]);
    expect(config.phases?.map(({ id }) => work.filter(({ phase }) => phase === id).length)).toEqual([9, 9, 9, 10, 12, 5]);
    const edges = new Set(tasks.flatMap(({ id, dependencies }) => dependencies.map((dependency) => `${dependency.id} ${id}`)));
    const drawn = `TASK-DB-001 DB-CONNECTIONS, TASK-DB-004 DB-CONNECTIONS, TASK-DB-006 CACHE, TASK-MSG-001 TASK-MSG-002, TASK-MSG-002 EVENT-STREAMING, TASK-STORAGE-001 OBJECT-STORAGE,
      TASK-SEC-001 SERVICE-COMMUNICATION, TASK-MON-001 TASK-MON-003, DB-CONNECTIONS API-SERVICES, CACHE API-SERVICES, EVENT-STREAMING API-SERVICES, OBJECT-STORAGE API-SERVICES,
      API-SERVICES INTEGRATION-TESTING, SERVICE-COMMUNICATION INTEGRATION-TESTING, TASK-MON-003 INTEGRATION-TESTING`.split(/,\s+/);
    expect([drawn.length, drawn.filter((edge) => !edges.has(edge))]).toEqual([15, []]);
    expect(Object.values(config.team ?? {}).map(({ lead, channel, standup }) => [lead, config.channels?.[channel ?? '']?.where, standup])).toEqual([
      ['@python-pro-lead', '#team-python-pro', '09:00 UTC'],
      ['@platform-lead', '#team-platform', '09:15 UTC'],
      ['@backend-lead', '#team-backend', '09:30 UTC'],
      ['@security-lead', '#team-security', '09:45 UTC'],
      ['@ml-lead', '#team-ml', '10:00 UTC'],
      ['@cv-lead', '#team-cv', '10:15 UTC'],
    ]);
    expect(config.risks?.map(({ owner }) => owner)).toEqual(['platform-engineer', 'platform-engineer', 'cv-inference-optimizer', 'security-engineer', 'security-engineer']);
  });

  test('dev-agents: four people, seven agents, 11 tasks in four phases, limits and costs, and no problem', async () => {
    const repository = makeRepository();
    await adopt(repository, { template: 'dev-agents' });
    const { agents, problems, phases, config, ready } = await survey(repository);
    expect(problems).toEqual([]);
    const run = agents.filter(({ more }) => more['runtime'] === 'claude');
    expect([run.map(({ id }) => id), agents.length - run.length]).toEqual([['generator', 'reviewer', 'deployer', 'doc-sync', 'test-gen', 'migrator', 'spec-writer'], 4]);
    expect(phases.map(({ id, total, open }) => [id, total, open])).toEqual([['infrastructure', 4, true], ['generator', 3, false], ['reviewer', 2, false], ['others', 5, false]]);
    expect(ready.map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3']);
    expect(config.limits).toEqual({ agents: 4, requests_per_minute: 50, memory_mb: 1024, cost_per_day: 2, retention: '30 days' });
    const used = Object.values(config.team ?? {}).flatMap((member) => [...(member.verifiers ?? []), ...(member.steps ?? []).flatMap(({ run: name, undo }) => [name, undo])]).filter((name) => typeof name === 'string');
    expect(used.filter((name) => config.verifiers?.[name] === undefined)).toEqual([]);
  });

  test.each(['bare', 'deployment', 'dev-agents', 'pipeline', 'sprint', 'workstreams'])('%s: each task stands as coord itself would print it', async (template) => {
    const repository = makeRepository();
    const { made } = await adopt(repository, { template });
    for (const path of made.filter((file) => file.includes('/tasks/'))) {
      const text = repository.read(path);
      const { value } = readYaml(text, path) as { value: { readonly id: string; readonly [field: string]: Writable } };
      expect(text).toBe(printTask(value));
      expect(path).toBe(`deployment/tasks/${value.id}.yaml`);
    }
  });

  test('begin in the first week that is not past, or on the day that is named; all dates move with it', async () => {
    const [coming, moved] = [makeRepository(), makeRepository()];
    expect(await adopt(coming, { template: 'deployment' })).toMatchObject({ begins: '2025-08-18' });
    await adopt(moved, { template: 'deployment', start: '2026-03-02' });
    const dates = (repository: TestRepository) => [...`${repository.read('deployment/coord.yaml')}${repository.read('deployment/tasks/FIX-001.yaml')}${repository.read('deployment/tasks/MOB-001.yaml')}`.matchAll(/\d{4}-\d\d-\d\d/g)].map(([date]) => date);
    expect(dates(coming)).toEqual(['2025-08-18', '2025-08-25', '2025-09-08', '2025-09-22', '2025-08-19', '2025-09-27']);
    expect(dates(moved)).toEqual(['2026-03-02', '2026-03-09', '2026-03-23', '2026-04-06', '2026-03-03', '2026-04-11']);
    expect((await survey(moved)).problems).toEqual([]);
  });

  test.each([
    [{ template: 'deploymnt' }, { code: 'bad-template', facts: { name: 'deploymnt', nearest: 'deployment', templates: ['bare', 'deployment', 'dev-agents', 'pipeline', 'sprint', 'workstreams'] } }],
    [{ start: '2025-02-30' }, { code: 'bad-value', facts: { option: '--start', value: '2025-02-30', expected: 'a date such as 2026-01-05' } }],
    [{ folder: '../plan' }, { code: 'bad-value', facts: { option: '--folder', value: '../plan', expected: 'the name of a folder at the root of the repository, such as plan' } }],
    [{ folder: '.git' }, { code: 'bad-value', facts: { option: '--folder', value: '.git', expected: 'the name of a folder at the root of the repository, such as plan' } }],
  ])('%j is refused, and nothing is made', async (request, refusal) => {
    const repository = makeRepository();
    expect(await refusalOf(repository, request)).toEqual(refusal);
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('another folder', () => {
  test('is found again, here and in a fresh clone, even beside a deployment/ of something else', async () => {
    const repository = makeRepository({ files: { 'deployment/app.yaml': 'kind: Service\n' } });
    const { made } = await adopt(repository, { folder: 'plan' });
    expect(made).toContain('plan/coord.yaml');
    expect((await repository.location()).folder).toBe('plan');
    repository.commit();
    const clone = join(makeFolder(), 'clone');
    repository.git('clone', '-q', '.', clone);
    const found = await findRepository(clone, gitEnv());
    expect(found.ok && found.value.folder).toBe('plan');
    expect(await refusalOf(repository, { folder: 'other' })).toMatchObject({ code: 'bad-value' });
  });
});

describe('pages for agents', () => {
  test('keep every other byte, and CLAUDE.md names AGENTS.md once', async () => {
    const repository = makeRepository({ files: { 'AGENTS.md': '# Rules\r\n- é  \r\n', 'CLAUDE.md': '# Notes' } });
    expect((await adopt(repository)).pages).toEqual([{ path: 'AGENTS.md', part: 'section', change: 'added' }, { path: 'CLAUDE.md', part: 'import', change: 'added' }]);
    const agents = repository.read('AGENTS.md');
    expect(agents.startsWith(`# Rules\r\n- é  \r\n\r\n${AGENTS_MARKS.start}\r\n`)).toBe(true);
    expect(agents.replaceAll('\r\n', '')).not.toContain('\n');
    expect(repository.read('CLAUDE.md')).toBe('# Notes\n\n@AGENTS.md\n');
    await adopt(repository);
    expect([repository.read('AGENTS.md'), repository.read('CLAUDE.md')]).toEqual([agents, '# Notes\n\n@AGENTS.md\n']);
  });

  test.each([
    ['CLAUDE.md', 'AGENTS.md'],
    ['AGENTS.md', 'CLAUDE.md'],
  ])('where %s is a link to %s, the section goes into the file', async (link, file) => {
    const repository = makeRepository({ files: { [file]: '# Rules\n' } });
    symlinkSync(file, join(repository.root, link));
    await adopt(repository);
    expect(repository.read(file)).toContain(AGENTS_MARKS.end);
    expect(repository.read(file)).not.toContain('@AGENTS.md');
    expect(repository.git('status', '--porcelain', link)).toBe(`?? ${link}`);
  });
});

describe('the check before a commit', () => {
  const local = 'coord=node_modules/.bin/git-coord; ';

  test('is a hook of git, once', async () => {
    const repository = makeRepository();
    expect((await adopt(repository, { hook: true })).hook).toEqual({ by: 'git', path: '.git/hooks/pre-commit', change: 'made', runs: true });
    expect(statSync(join(repository.root, '.git/hooks/pre-commit')).mode & 0o111).toBe(0o111);
    expect((await adopt(repository, { hook: true })).hook).toEqual({ by: 'git', path: '.git/hooks/pre-commit', change: 'unchanged', runs: true });
  });

  test('is shared by linked worktrees', async () => {
    const repository = makeRepository();
    repository.git('worktree', 'add', '-q', '../linked');
    const linked = repository.at(join(repository.root, '../linked'));
    expect((await adopt(linked, { hook: true })).hook).toMatchObject({ by: 'git', path: join(repository.root, '.git/hooks/pre-commit') });
  });

  test('goes where core.hooksPath leads, and leaves the other hooks and lines', async () => {
    const repository = makeRepository({ files: { '.githooks/pre-commit': '#!/bin/bash\nmake lint\n', '.githooks/pre-push': 'x\n' } });
    repository.git('config', 'core.hooksPath', '.githooks');
    expect((await adopt(repository, { hook: true })).hook).toEqual({ by: 'git', path: '.githooks/pre-commit', change: 'added', runs: true });
    expect(repository.read('.githooks/pre-commit')).toMatch(/^#!\/bin\/bash\n# coord:start[\s\S]*# coord:end\nmake lint\n$/);
    expect([repository.read('.githooks/pre-push'), existsSync(join(repository.root, '.git/hooks/pre-commit'))]).toEqual(['x\n', false]);
  });

  test('is not put into a folder of hooks that other repositories use too', async () => {
    const repository = makeRepository();
    const shared = makeFolder();
    repository.git('config', 'core.hooksPath', shared);
    expect((await adopt(repository, { hook: true })).hook).toMatchObject({ by: 'hand', path: join(shared, 'pre-commit'), lines: expect.stringContaining(local) as string });
    expect(existsSync(join(shared, 'pre-commit'))).toBe(false);
  });

  test('is not put through a link that leads out of the repository', async () => {
    const repository = makeRepository();
    const outside = makeFolder();
    symlinkSync(outside, join(repository.root, '.husky'));
    const facts = { file: join(repository.root, '.husky/pre-commit'), reason: 'its folder is a link that leads out of the repository' };
    expect(await refusalOf(repository, { hook: true })).toEqual({ code: 'edit-refused', facts });
    expect(readdirSync(outside)).toEqual([]);
  });

  test('goes into husky where that is used', async () => {
    const repository = makeRepository({ files: { '.husky/pre-commit': 'npm test\n' } });
    repository.git('config', 'core.hooksPath', '.husky/_');
    expect((await adopt(repository, { hook: true })).hook).toEqual({ by: 'husky', path: '.husky/pre-commit', change: 'added', runs: true });
    expect(repository.read('.husky/pre-commit').endsWith('# coord:end\nnpm test\n')).toBe(true);
  });

  test('goes into lefthook where that is used, or says what to add', async () => {
    const yaml = makeRepository({ files: { 'lefthook.yml': 'pre-commit:\n  commands:\n    lint:\n      run: eslint . # all\n' } });
    expect((await adopt(yaml, { hook: true })).hook).toEqual({ by: 'lefthook', path: 'lefthook.yml', change: 'added', runs: false });
    expect(yaml.read('lefthook.yml')).toMatch(/^pre-commit:\n {2}commands:\n {4}lint:\n {6}run: eslint \. # all\n {4}coord: \{ run: ".*" \}\n$/);
    const toml = makeRepository({ files: { 'lefthook.toml': '[pre-commit]\n' } });
    expect((await adopt(toml, { hook: true })).hook).toMatchObject({ by: 'hand', path: 'lefthook.toml' });
    expect(toml.read('lefthook.toml')).toBe('[pre-commit]\n');
  });

  test('leaves a hook in another language to a person', async () => {
    const repository = makeRepository();
    repository.write('.git/hooks/pre-commit', '#!/usr/bin/env python3\n');
    expect((await adopt(repository, { hook: true })).hook).toEqual({ by: 'hand', path: '.git/hooks/pre-commit', reason: 'it is not a shell script', lines: 'git-coord validate --staged' });
  });

  test('lets a commit pass, with a word, where coord is not installed', async () => {
    const repository = makeRepository();
    await adopt(repository, { hook: true }, '/nowhere/coord.js');
    const hook = join(repository.root, '.git/hooks/pre-commit');
    const run = (path: string) => execFileSync('sh', ['-c', '"$1" 2>&1', 'sh', hook], { cwd: repository.root, env: { PATH: path }, encoding: 'utf8' });
    expect(run('/usr/bin:/bin')).toBe('coord is not installed, so its files were not checked. Install it: npm i -g git-coord\n');
    expect(readFileSync(hook, 'utf8')).toContain("coord='/nowhere/coord.js'");
  });

  test.each([
    [0, 0],
    [1, 1],
    [4, 0],
    [70, 0],
  ])('exit code %i of coord ends the commit with %i: only problems stop it', async (code, expected) => {
    const repository = makeRepository();
    await adopt(repository, { hook: true }, join(repository.root, 'node_modules/git-coord/bin/coord.js'));
    repository.write('node_modules/.bin/git-coord', `#!/bin/sh\n[ "$*" = "validate --staged" ] && exit ${code}\nexit 99\n`);
    execFileSync('chmod', ['+x', 'node_modules/.bin/git-coord'], { cwd: repository.root });
    const shell = execFileSync('sh', ['-c', '.git/hooks/pre-commit; echo $?'], { cwd: repository.root, encoding: 'utf8' });
    expect(shell.trim()).toBe(String(expected));
  });

  test.each([
    ['in node_modules', 'node_modules/.bin/git-coord', null],
    ['behind a link', 'tools/.bin/git-coord', 'tools'],
  ])('a branch cannot bring the program: %s', async (_, path, link) => {
    const repository = makeRepository();
    await adopt(repository, { hook: true, mergeDriver: true }, join(repository.root, 'node_modules/git-coord/bin/coord.js'));
    repository.write(path, '#!/bin/sh\ntouch ran\n');
    execFileSync('chmod', ['+x', path], { cwd: repository.root });
    if (link !== null) symlinkSync(link, join(repository.root, 'node_modules'));
    repository.git('add', '-f', path, 'node_modules');
    const driver = repository.git('config', 'merge.coord.driver').replace(/%[OABP]/g, 'none');
    for (const command of ['.git/hooks/pre-commit', driver]) execFileSync('sh', ['-c', `(${command}) || :`], { cwd: repository.root, stdio: 'ignore', env: { PATH: '/usr/bin:/bin' } });
    expect(existsSync(join(repository.root, 'ran'))).toBe(false);
    repository.git('rm', '-rq', '--cached', path, 'node_modules');
    execFileSync('.git/hooks/pre-commit', { cwd: repository.root, stdio: 'ignore', env: { PATH: '/usr/bin:/bin' } });
    expect(existsSync(join(repository.root, 'ran'))).toBe(true);
  });
});
