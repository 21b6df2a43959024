/**
 * Claude Code, Codex and Gemini themselves, run by coord against a service on this machine. They are pinned in
 * test/runtimes and installed there by `npm ci`; without that, or on a Node that one does not run on, its tests are skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { runBinaryBeside } from '../support/coord-binary.ts';
import { speech, startModelServer, toolUse } from '../support/model-server.ts';
import type { Heard, ModelServer, Scripted } from '../support/model-server.ts';
import { makeFolder } from '../support/repository.ts';
import type { Outcome } from '../support/shell.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

type Kind = 'claude' | 'codex' | 'gemini';

const FOLDER = fileURLToPath(new URL('../runtimes', import.meta.url));
const PINNED = (JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
const PACKAGES = { claude: '@anthropic-ai/claude-code', codex: '@openai/codex', gemini: '@google/gemini-cli' } as const;
const programOf = (kind: Kind): string => join(FOLDER, 'node_modules/.bin', kind);
const named = (kind: Kind): string => `${PACKAGES[kind]} ${PINNED[PACKAGES[kind]] ?? ''}`;

function isThere(kind: Kind): boolean {
  if (!existsSync(programOf(kind))) return false;
  const { status, stdout } = spawnSync(programOf(kind), ['--version'], { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: makeFolder() } });
  return status === 0 && stdout.includes(PINNED[PACKAGES[kind]] ?? '?');
}

const servers: ModelServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** What each needs to ask our service and nobody else, in a home of its own. */
function homeOf(kind: Kind, url: string): { readonly run: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const home = makeFolder();
  mkdirSync(join(home, '.gemini'));
  writeFileSync(join(home, '.gemini/settings.json'), JSON.stringify({ security: { auth: { selectedType: 'gemini-api-key' } }, privacy: { usageStatisticsEnabled: false }, general: { enableAutoUpdate: false } }));
  const provider = ['-c', 'model_provider="here"', '-c', `model_providers.here={name="here",base_url="${url}/v1",wire_api="responses",env_key="CODEX_API_KEY",request_max_retries=0,stream_max_retries=0}`];
  return {
    run: [programOf(kind), ...(kind === 'codex' ? provider : [])],
    env: { HOME: home, ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: 'nobody', CLAUDE_CONFIG_DIR: home, CLAUDE_CODE_MAX_RETRIES: '0', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', CODEX_HOME: home, CODEX_API_KEY: 'nobody', GEMINI_API_KEY: 'nobody', GOOGLE_GEMINI_BASE_URL: url },
  };
}

interface Ran extends Outcome {
  readonly app: Story;
}

async function run(kind: Kind, script: readonly Scripted[] | ((heard: Heard, root: string) => Scripted), agent = ''): Promise<Ran> {
  const app = story({ files: { 'api/users.ts': 'export const none = [];\n', 'web/a.ts': 'theirs\n' } });
  const server = await startModelServer(typeof script === 'function' ? (heard) => script(heard, app.root) : script);
  servers.push(server);
  const { run: program, env } = homeOf(kind, server.url);
  app.write('deployment/coord.yaml', `protocol: 1\nproject: shop\nteam:\n  backend: { role: APIs, owns: [api/**], runtime: cli }\n  frontend: { role: UI, owns: [web/**] }\nruntimes:\n  cli: { kind: ${kind}, model: ${kind === 'gemini' ? 'gemini-2.5-flash' : 'some-model'}, run: ${JSON.stringify(program)}, env: [CLAUDE_CODE_MAX_RETRIES, CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC] }\n`);
  app.write('deployment/agents/backend.md', `---\n${agent}---\n`);
  app.commit();
  return { ...(await runBinaryBeside(app.root, ['run', 'backend'], { env })), app };
}

/** Writes a file with its first answer, and is done with the next. */
const writes = (path: string) => ({ body }: Heard, root: string): Scripted => (body.messages.length < 3 ? toolUse('Write', { file_path: join(root, path), content: 'new\n' }) : speech('Done.'));
const offers = ({ body }: Heard, name: string): boolean => body.tools?.some((tool) => tool.name === name) ?? false;
const refusal = (status: number, type: string): Scripted => ({ is: 'refusal', status, type, message: 'not today' });

const OUTPUT = 'output: { type: object, required: [n], properties: { n: { type: integer } }, additionalProperties: false }\n';

describe.skipIf(!isThere('claude'))(named('claude'), () => {
  it('writes what it may, and tells what it cost', async () => {
    const { exit, stdout, stderr, app } = await run('claude', writes('api/new.ts'));
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'Done.\n' });
    expect(stderr).toMatch(/^backend succeeded in .+, 20 tokens in and 10 out, \$[\d.]+\.\nIt changed api\/new\.ts\.\n/);
    expect(app.read('api/new.ts')).toBe('new\n');
  });

  it('fails where it wrote what it may not', async () => {
    const { exit, stderr } = await run('claude', writes('web/new.ts'));
    expect(stderr).toMatch(/^backend failed \(outside-scope\) in [^]*Out of its bounds: web\/new\.ts\./);
    expect(exit).toBe(1);
  });

  it.each<readonly [what: string, agent: string, script: Parameters<typeof run>[1], says: string]>([
    ['the cap of turns', 'limits: { turns: 1 }\n', writes('api/new.ts'), 'failed (turn-cap: it took as many turns as it may)'],
    ['the budget', 'limits: { cost_per_task: 0.0001 }\n', () => toolUse('Read', { file_path: 'api/users.ts' }, { usage: { input: 100_000, output: 10_000 } }), 'failed (budget: it cost as much as it may)'],
    ['an error of the interface', '', [refusal(401, 'authentication_error'), refusal(401, 'authentication_error')], 'failed (api-error: '],
    ['silence past its time', 'limits: { timeout: 5 s }\n', () => ({ is: 'silence', after: 'start' }), 'failed (timeout: it took longer than it may)'],
    ['an answer that never has the form', OUTPUT, () => speech('I would rather not.'), 'failed (no-output: '],
  ])('ends by %s', async (_, agent, script, says) => {
    const { exit, stderr } = await run('claude', script, agent);
    expect(stderr).toContain(`backend ${says}`);
    expect(exit).toBe(1);
  });

  it('answers in the form asked for', async () => {
    const { stdout } = await run('claude', (heard) => (heard.body.messages.length < 3 && offers(heard, 'StructuredOutput') ? toolUse('StructuredOutput', { n: 3 }) : speech('Done.')), OUTPUT);
    expect(JSON.parse(stdout)).toEqual({ n: 3 });
  });
});

describe.skipIf(!isThere('codex'))(named('codex'), () => {
  it('answers, and tells its tokens apart', async () => {
    const { exit, stdout, stderr, app } = await run('codex', () => speech('{"n":3}', { usage: { input: 100, output: 7, cached: 60 } }), OUTPUT);
    expect({ exit, answer: JSON.parse(stdout) as unknown }).toEqual({ exit: 0, answer: { n: 3 } });
    expect(stderr).toMatch(/^backend succeeded in .+, 100 tokens in and 7 out\.\n/);
    expect(app.data('jobs list')).toMatchObject({ jobs: [{ tokens: { input: 40, output: 7, cached: 60 }, cost_usd: null }] });
  });

  it.each<readonly [what: string, agent: string, script: () => Scripted, says: string]>([
    ['an error of the interface', '', () => refusal(400, 'invalid_request_error'), 'failed (api-error: '],
    ['an answer of another form', OUTPUT, () => speech('No.'), 'failed (no-output: it gave no answer of the form asked for)'],
    ['silence past its time', 'limits: { timeout: 5 s }\n', () => ({ is: 'silence', after: 'nothing' }), 'failed (timeout: it took longer than it may)'],
  ])('ends by %s', async (_, agent, script, says) => {
    expect((await run('codex', script, agent)).stderr).toContain(`backend ${says}`);
  });
});

describe.skipIf(!isThere('gemini'))(named('gemini'), () => {
  it('answers, and tells its tokens apart', async () => {
    const { exit, stdout, stderr } = await run('gemini', () => speech('{"n":3}', { usage: { input: 100, output: 7, cached: 60 } }), OUTPUT);
    expect({ exit, answer: JSON.parse(stdout) as unknown }).toEqual({ exit: 0, answer: { n: 3 } });
    expect(stderr).toMatch(/^backend succeeded in .+, 100 tokens in and 7 out\.\n/);
  });

  it.each<readonly [what: string, agent: string, script: () => Scripted, says: string]>([
    ['an error of the interface', '', () => refusal(400, 'INVALID_ARGUMENT'), 'failed (api-error: '],
    ['an answer of another form', OUTPUT, () => speech('No.'), 'failed (no-output: it gave no answer of the form asked for)'],
    ['silence past its time', 'limits: { timeout: 15 s }\n', () => ({ is: 'silence', after: 'nothing' }), 'failed (timeout: it took longer than it may)'],
  ])('ends by %s', async (_, agent, script, says) => {
    expect((await run('gemini', script, agent)).stderr).toContain(`backend ${says}`);
  });
});
