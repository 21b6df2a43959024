/** Agents run by the interface of a model: the real program, its own conversation, a service on this machine. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, runBinaryBeside } from '../support/coord-binary.ts';
import { gitEnv } from '../support/repository.ts';
import { speech, startModelServer, toolUse } from '../support/model-server.ts';
import type { ModelServer, Scripted } from '../support/model-server.ts';
import type { Outcome } from '../support/shell.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const KEY = 'nobodys-key-98765';
const COORD = `protocol: 1
project: shop
commit: true
integration: main
team:
  backend: { role: APIs, owns: [api/**], runtime: api, verifiers: [unit, env] }
  frontend: { role: UI, owns: [web/**] }
runtimes:
  api: { kind: anthropic, model: big, key: SHOP_ACCESS, prices: { big: { input: 10, output: 100 } } }
verifiers:
  unit: { run: [node, test.mjs] }
  kill: { run: [node, -e, "process.kill(process.ppid, 'SIGKILL')"] }
  env: { run: [node, -e, "console.log(process.env.SHOP_ACCESS ? 'has the key' : 'has no key')"] }
`;
const TASK = 'id: API-1\ntask: Add the route\nagent: backend\nfiles: [api/**]\n';
const TEST = `import { readFileSync } from 'node:fs';\nif (!readFileSync('api/users.ts', 'utf8').includes('users')) { console.log('there are no users'); process.exitCode = 1; }\n`;

const shop = (files: Readonly<Record<string, string>> = {}): Story => story({ files: { 'deployment/coord.yaml': COORD, 'deployment/tasks/API-1.yaml': TASK, 'test.mjs': TEST, 'api/users.ts': 'export const none = [];\n', 'web/a.ts': 'theirs\n', ...files } });

const servers: ModelServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** Runs coord while the service answers by the script. */
async function withService(app: Story, script: readonly Scripted[], words: readonly string[]): Promise<Outcome & { readonly heard: ModelServer['heard'] }> {
  const server = await startModelServer(script);
  servers.push(server);
  const outcome = await runBinaryBeside(app.root, words, { env: { ANTHROPIC_BASE_URL: server.url, SHOP_ACCESS: KEY } });
  return { ...outcome, heard: server.heard };
}

const RUN = ['run', 'backend', '--task', 'API-1'];
const WORK: readonly Scripted[] = [
  toolUse('read_file', { path: 'api/users.ts' }, { text: 'I look first.', usage: { input: 1000, output: 50 } }),
  toolUse('edit_file', { path: 'api/users.ts', old: 'none', new: 'users' }),
  toolUse('run_command', { name: 'unit' }),
  toolUse('run_command', { name: 'env' }),
  speech('There are users now.', { usage: { input: 100, output: 10 } }),
];

const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

describe('run', () => {
  it('reads, changes and proves, keeps its key to itself, and tells what it cost', async () => {
    const app = shop();
    const { exit, stdout, stderr, heard } = await withService(app, WORK, RUN);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'There are users now.\n' });
    expect(stderr).toMatch(/^backend succeeded in .+, 1130 tokens in and 75 out, \$0\.0188 by price\.\nIt changed api\/users\.ts\.\nJob /);
    expect(app.read('api/users.ts')).toBe('export const users = [];\n');
    expect(heard.map(({ body }) => body.messages.length)).toEqual([1, 3, 5, 7, 9]);
    // What a command that the model ran saw of the environment.
    expect(heard[4]?.body.messages.at(-1)?.content).toMatchObject([{ content: 'It ended with exit code 0.\nhas no key' }]);
    expect(filesBelow(join(app.root, '.git/coord')).filter((path) => readFileSync(path, 'utf8').includes(KEY))).toEqual([]);
    expect(filesBelow(join(app.root, '.git/coord/answers')).map((path) => statSync(path).mode & 0o777)).toEqual(WORK.map(() => 0o600));
    expect(app.coord('jobs logs API-1').stdout).toMatch(/^model: I look first\.\ncoord: so far 1 turn, \$\d+\.\d{4}\ntool: {2}read_file \{"path":"api\/users\.ts"\}$/m);
  });

  it('changes nothing that is not its own, nor beyond a link, and hears so', async () => {
    const app = shop();
    const { exit, heard } = await withService(app, [toolUse('write_file', { path: 'web/a.ts', text: 'mine' }), toolUse('read_file', { path: '../../../../../../etc/passwd' }), toolUse('write_file', { path: '.git/hooks/pre-commit', text: 'mine' }), speech('I could not.')], RUN);
    expect(exit).toBe(0);
    expect(heard.at(-1)?.body.messages.filter(({ role }) => role === 'user').slice(1).map(({ content }) => content)).toMatchObject([
      [{ content: 'web/a.ts is not yours to change', is_error: true }],
      [{ content: '../../../../../../etc/passwd lies outside of the repository', is_error: true }],
      [{ content: '.git/hooks/pre-commit belongs to git', is_error: true }],
    ]);
    expect([app.read('web/a.ts'), app.has('.git/hooks/pre-commit')]).toEqual(['theirs\n', false]);
  });

  it.each<readonly [what: string, limits: string, script: readonly Scripted[], says: string]>([
    ['the cap of turns', 'turns: 1', WORK, 'failed (turn-cap: it took as many turns as it may)'],
    ['the budget', 'cost_per_task: 0.01', WORK, 'failed (budget: it cost as much as it may)'],
    ['an error of the interface', 'turns: 9', [{ is: 'refusal', status: 401, type: 'authentication_error', message: 'invalid key' }], 'failed (api-error: 401: invalid key)'],
    ['a refusal of the model', 'turns: 9', [speech('I', { stop: 'refusal' })], 'failed (no-output: its model declined to answer)'],
    ['silence past its time', 'timeout: 2 s', [{ is: 'silence', after: 'start' }], 'failed (timeout: it took longer than it may)'],
  ])('ends by %s', async (_, limits, script, says) => {
    const app = shop({ 'deployment/agents/backend.md': `---\nlimits: { ${limits} }\n---\n` });
    const { exit, stderr } = await withService(app, script, RUN);
    expect(stderr).toContain(`backend ${says} in `);
    expect(exit).toBe(1);
  });

  it('ends by being killed', async () => {
    const { stderr } = await withService(shop({ 'deployment/tasks/API-1.yaml': `${TASK}verify: [kill]\n` }), [toolUse('run_command', { name: 'kill' })], RUN);
    expect(stderr).toContain('backend failed (killed: it was killed by SIGKILL) in ');
  });

  it('is led nowhere by a link, and by no path that there cannot be', async () => {
    const app = shop({ 'deployment/agents/backend.md': '---\nwrites: ["**"]\n---\n' });
    symlinkSync('../.git', join(app.root, 'api/git'));
    symlinkSync('/tmp', join(app.root, 'api/out'));
    const { exit, heard } = await withService(app, [toolUse('write_file', { path: 'api/git/hooks/pre-commit', text: 'mine' }), toolUse('write_file', { path: 'api/out/x', text: 'mine' }), toolUse('read_file', { path: 'x'.repeat(5000) }), toolUse('write_file', { path: 'api/users.ts/x', text: '' }), speech('I could not.')], ['run', 'backend']);
    expect(heard.at(-1)?.body.messages.filter(({ role }) => role === 'user').slice(1).map(({ content }) => content)).toMatchObject([
      [{ content: 'it lies outside of the repository', is_error: true }],
      [{ content: 'it lies outside of the repository', is_error: true }],
      [{ content: 'No file and no line can be called so', is_error: true }],
      [{ content: 'a part of its path is a file', is_error: true }],
    ]);
    expect([exit, app.has('.git/hooks/pre-commit')]).toEqual([0, false]);
  });

  it('gives an answer of the form asked for, or none', async () => {
    const app = shop({ 'deployment/agents/backend.md': '---\noutput: { type: object, required: [n], properties: { n: { type: integer, minimum: 1 } } }\n---\n' });
    const { stdout, heard } = await withService(app, [speech('Well.'), speech('{"n":3}')], RUN);
    expect(JSON.parse(stdout)).toEqual({ n: 3 });
    expect(heard[0]?.body.output_config).toEqual({ format: { type: 'json_schema', schema: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'], additionalProperties: false } } });
    const never = await withService(shop({ 'deployment/agents/backend.md': app.read('deployment/agents/backend.md') }), [speech('No.'), speech('No.'), speech('{"n":0}')], RUN);
    expect(never.stderr).toContain('backend failed (no-output: its answer is not of the form asked for: n should be at least 1, not 0) in ');
  });

  it('asks nothing twice in an hour, and nobody where there is no key', async () => {
    const app = shop();
    const server = await startModelServer(WORK);
    servers.push(server);
    const env = { ANTHROPIC_BASE_URL: server.url, SHOP_ACCESS: KEY };
    for (const times of [1, 2]) {
      const { exit, stderr } = await runBinaryBeside(app.root, ['run', 'backend'], { env });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.stringContaining(times === 1 ? '$0.0188 by price' : ', 0 tokens in and 0 out, $0.0000 by price') as unknown });
      expect([app.read('api/users.ts'), server.heard.length]).toEqual(['export const users = [];\n', WORK.length]);
      app.git('checkout', '-q', '.');
    }
    expect(shop().coord(RUN)).toMatchObject({ exit: 1, stderr: expect.stringContaining('backend failed (api-error: there is no key: SHOP_ACCESS is not set) in ') as unknown });
  });
});

it('dispatch: its task is claimed, done, proven, handed over and merged', async () => {
  const app = shop();
  const { exit, stdout } = await withService(app, WORK, ['dispatch']);
  expect(stdout).toMatch(/API-1 backend done in [^\n]*\n[^\n]*API-1 backend merged into main\n1 task done\.\n$/);
  expect(exit).toBe(0);
  expect(app.git('show', 'main:api/users.ts')).toBe('export const users = [];');
  expect(app.data('jobs show API-1')).toMatchObject({ job: { state: 'success', cost_basis: 'priced' } });
});

it('dispatch, killed in the middle of a conversation, goes on with it: nothing is asked twice', async () => {
  const app = shop();
  let isDown = true;
  let asked = (): void => undefined;
  const isAskedTwice = new Promise<void>((resolve) => (asked = resolve));
  const server = await startModelServer((_, index) => {
    if (index === 1) asked();
    if (index > 0 && isDown) return { is: 'silence', after: 'start' };
    return WORK[Math.max(0, index - 1)] ?? speech('');
  });
  servers.push(server);
  const env = { ANTHROPIC_BASE_URL: server.url, SHOP_ACCESS: KEY };
  const child = spawn(process.execPath, [BINARY, 'dispatch'], { cwd: app.root, env: { ...gitEnv(), ...env }, stdio: 'ignore' });
  await isAskedTwice;
  child.kill('SIGKILL');
  isDown = false;
  const { exit, stdout } = await runBinaryBeside(app.root, ['dispatch'], { env });
  expect(stdout).toMatch(/API-1 backend merged into main\n1 task done\.\n$/);
  expect(exit).toBe(0);
  expect(server.heard.map(({ body }) => body.messages.length)).toEqual([1, 3, 3, 5, 7, 9]);
});

it('what stands on its standard input is checked, whoever types the verb', () => {
  expect(shop().coord('converse', { input: 'Do it.' })).toMatchObject({ exit: 2, stderr: 'What stands on standard input is not what coord gives itself to start an agent of its own.\nRun the agent: coord run <agent>\n' });
});
