import { describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { realPorts } from '../support/real-ports.ts';
import { makeRepository } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';
import { shell } from '../support/shell.ts';

const CONFIG = 'protocol: 1\nteam:\n  backend:\n    name: Backend Agent\n';
const task = (id: string, more = ''): string => `id: ${id}\ntask: Do ${id}\n${more}`;
const validate = async (repository: TestRepository, ...options: string[]) => shell(VERBS, ['validate', ...options], { ports: await realPorts(repository) });

const made = (files: Readonly<Record<string, string>>) => makeRepository({ files: { 'deployment/coord.yaml': CONFIG, ...files } });
const WARNING = { 'deployment/tasks/A-1.yaml': task('A-1', 'prioritty: high\n') };
const ERROR = { 'deployment/tasks/A-1.yaml': task('A-1', 'agent: backen\n') };
const OVERDUE = { 'deployment/decisions/d.md': '---\ntitle: Use Redis\nstatus: proposed\nproposed: 2025-08-01\n---\n' };

describe('coord validate', () => {
  it('says that nothing is wrong', async () => {
    expect(await validate(made({ 'deployment/tasks/A-1.yaml': task('A-1') }))).toEqual({ exit: 0, stdout: '0 problems (2 files checked)\n', stderr: '' });
  });

  it('counts errors and warnings, in the order of files and lines', async () => {
    const { exit, stdout } = await validate(made({ ...WARNING, 'deployment/tasks/B-1.yaml': task('B-1', 'dependencies: [X-1, Y-1]\nagent: qa\n') }));
    const heads = stdout.split('\n').filter((line) => line.startsWith('deployment/'));
    expect(heads).toEqual([
      'deployment/tasks/A-1.yaml:3:1  warning  unknown-field',
      'deployment/tasks/B-1.yaml:3:16  error  missing-dependency',
      'deployment/tasks/B-1.yaml:3:21  error  missing-dependency',
      'deployment/tasks/B-1.yaml:4:8  error  unknown-agent',
    ]);
    expect(stdout.endsWith('\n3 errors, 1 warning in 2 files (3 files checked)\n')).toBe(true);
    expect(exit).toBe(1);
  });

  it('asks for a workspace where there is none', async () => {
    expect(await validate(makeRepository())).toEqual({ exit: 4, stdout: '', stderr: 'This repository has no deployment/ folder yet.\nMake one: coord init\n' });
  });

  it.each([
    ['warnings pass', WARNING, [], 0],
    ['warnings fail with --strict', WARNING, ['--strict'], 1],
    ['warnings of the clock pass with --strict', OVERDUE, ['--strict'], 0],
    ['errors fail', ERROR, [], 1],
  ])('%s', async (_, files, options, exit) => {
    expect((await validate(made(files), ...options)).exit).toBe(exit);
  });

  it.each([
    [['--format', 'xml'], '--format should be text, json, github, sarif or junit, not "xml".\nGive it again with such a value.\n'],
    [['--staged', '--fix'], '--fix changes the files of the work tree, so it does not go with --staged.\nHow it is used: coord help validate\n'],
  ])('refuses %j', async (options, stderr) => {
    expect(await validate(made(WARNING), ...options)).toEqual({ exit: 2, stdout: '', stderr });
  });

  it('gives places in coord.yaml where older names stand', async () => {
    const { stdout } = await validate(made({ 'deployment/coord.yaml': `${CONFIG}severity_levels:\n  P0_critical:\n    agents_required: [backend, frontend]\n` }));
    expect(stdout).toContain('deployment/coord.yaml:7:32  error  unknown-agent\nseverities.P0.agents names "frontend", who is not in the team.\n');
  });
});

describe('on a terminal', () => {
  it('tells where a code is explained', async () => {
    const { stderr } = await shell(VERBS, ['validate'], { ports: await realPorts(made(WARNING)), isTTY: true, columns: 80 });
    expect(stderr).toBe('What a code means: coord help unknown-field\n');
  });
});

describe('coord validate --format', () => {
  it('json is what --json prints', async () => {
    const repository = made({ ...ERROR, ...WARNING });
    const { exit, stdout } = await validate(repository, '--format', 'json');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: (await validate(repository, '--json')).stdout });
    expect(JSON.parse(stdout)).toEqual({
      coord: 1,
      data: { files: 2, errors: 0, warnings: 1, others: 0, fixed: 0, merge: null, scope: null },
      problems: [
        {
          code: 'unknown-field',
          severity: 'warning',
          file: 'deployment/tasks/A-1.yaml',
          line: 3,
          column: 1,
          end_column: 10,
          message: 'coord knows no field "prioritty" here.',
          next: 'Did you mean "priority"? Rename it, or begin its name with x- to keep it as your own.',
        },
      ],
    });
  });

  it('github gives a line for each, escaped', async () => {
    const { exit, stdout } = await validate(made({ 'deployment/tasks/a,b%.yaml': task('A-1', 'agent: "100%: me"\n') }), '--format', 'github');
    expect(stdout).toBe(
      '::error file=deployment/tasks/a%2Cb%25.yaml,line=3,col=8,endColumn=18,title=unknown-agent::agent names "100%25: me", who is not in the team. Add a member to team in coord.yaml.\n' +
        '1 error in 1 file (2 files checked)\n',
    );
    expect(exit).toBe(1);
  });
});

describe('coord validate --staged', () => {
  it('passes over what was there before and says how much', async () => {
    const repository = made(ERROR);
    repository.write('deployment/tasks/B-1.yaml', task('B-1'));
    repository.git('add', '.');
    expect(await validate(repository, '--staged')).toEqual({ exit: 0, stdout: '0 problems (3 files checked)\n1 problem elsewhere, not from what is staged: coord validate\n', stderr: '' });
  });

  it('fails for a staged file, and for what it causes elsewhere', async () => {
    const repository = made({ 'deployment/tasks/A-1.yaml': task('A-1'), 'deployment/tasks/B-1.yaml': task('B-1', 'dependencies: [A-1]\n') });
    repository.write('deployment/tasks/A-1.yaml', task('A-2', 'agent: backen\n'));
    repository.git('add', '.');
    const { exit, stdout } = await validate(repository, '--staged');
    expect(stdout.split('\n').filter((line) => line.startsWith('deployment/'))).toEqual([
      'deployment/tasks/A-1.yaml:3:8  error  unknown-agent',
      'deployment/tasks/B-1.yaml:3:16  error  missing-dependency',
    ]);
    expect(exit).toBe(1);
  });

  it('looks at what is staged, not at the work tree', async () => {
    const repository = made({});
    repository.write('deployment/tasks/A-1.yaml', task('A-1'));
    repository.git('add', '.');
    repository.write('deployment/tasks/A-1.yaml', 'id: [\n');
    expect((await validate(repository, '--staged')).stdout).toBe('0 problems (2 files checked)\n');
    expect((await validate(repository)).exit).toBe(1);
  });

  it('keeps telling of a problem whose file is touched, wherever it moved', async () => {
    const repository = made(ERROR);
    repository.write('deployment/tasks/A-1.yaml', `# moved down\n${ERROR['deployment/tasks/A-1.yaml']}`);
    repository.git('add', '.');
    expect((await validate(repository, '--staged')).exit).toBe(1);
  });

  it('checks the artifacts of a staged handoff only', async () => {
    const handoff = '---\nfrom_agent: backend\nartifacts:\n  - path: api.json\n---\n';
    const repository = made({ 'deployment/handoffs/old.md': handoff });
    repository.write('deployment/tasks/A-1.yaml', task('A-1'));
    repository.git('add', '.');
    expect((await validate(repository, '--staged')).exit).toBe(0);
    repository.write('deployment/handoffs/new.md', handoff);
    repository.git('add', '.');
    expect((await validate(repository, '--staged')).stdout).toContain('deployment/handoffs/new.md:4:11  error  artifact-missing\n');
  });

  it('tells of the clock for staged records only', async () => {
    const repository = made(OVERDUE);
    repository.write('deployment/decisions/e.md', OVERDUE['deployment/decisions/d.md'].replace('Redis', 'Kafka'));
    repository.git('add', '.');
    const { exit, stdout } = await validate(repository, '--staged', '--strict');
    expect([exit, stdout.match(/^.*overdue$/gm)]).toEqual([0, ['deployment/decisions/e.md:4:11  warning  feedback-overdue']]);
  });

  it('works before the first commit', async () => {
    const repository = makeRepository({ empty: true, files: { 'deployment/coord.yaml': CONFIG, ...ERROR } });
    repository.git('add', '.');
    expect((await validate(repository, '--staged')).stdout).toContain('1 error in 1 file (2 files checked)');
  });
});

describe('coord validate --fix', () => {
  const OLD = `# keep me\r\n${CONFIG.replaceAll('\n', '\r\n')}\r\n"severity_levels":\r\n  P0_critical: { response_time: 15 minutes }   # here too\r\n`;

  it('renames what has an older name and keeps every other byte', async () => {
    const repository = made({ 'deployment/coord.yaml': OLD });
    expect(await validate(repository, '--fix')).toEqual({ exit: 0, stdout: '0 problems (1 file checked)\n', stderr: '3 older names renamed in deployment/coord.yaml.\n' });
    expect(repository.read('deployment/coord.yaml')).toBe(OLD.replace('"severity_levels"', 'severities').replace('P0_critical', 'P0').replace('response_time', 'respond'));
  });

  it('has nothing to do twice', async () => {
    const repository = made({ 'deployment/coord.yaml': OLD });
    await validate(repository, '--fix');
    const once = repository.read('deployment/coord.yaml');
    expect((await validate(repository, '--fix')).stderr).toBe('');
    expect(repository.read('deployment/coord.yaml')).toBe(once);
  });

  it('leaves a broken file as it is', async () => {
    const text = `${CONFIG}severity_levels: [\n`;
    const repository = made({ 'deployment/coord.yaml': text });
    expect((await validate(repository, '--fix')).exit).toBe(1);
    expect(repository.read('deployment/coord.yaml')).toBe(text);
  });
});
