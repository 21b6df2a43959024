/** action.yml as a runner executes it: its steps one after the other in a checkout, with the inputs as variables. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printClaim } from '../../src/core/schedule/claim.ts';
import { aClaim } from '../support/a-claim.ts';
import { BINARY } from '../support/coord-binary.ts';
import { parted } from '../support/parted.ts';
import { gitEnv, makeFolder } from '../support/repository.ts';
import type { TestRepository } from '../support/repository.ts';
import type { Outcome } from '../support/shell.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly steps: readonly { readonly run: string; readonly shell: string; readonly env?: Readonly<Record<string, string>> }[] };
}

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const DONE = 'id: FIX-001\ntask: Fix it\nstatus: done\n';
const HANDOFF = `---\nfrom_agent: frontend\ntask: FIX-001\ntoken: 1\nnonce: ${'a'.repeat(32)}\n---\n`;

/** As the service checks it out: no claims, and the merge that it made. */
let checkout: TestRepository;
/** Stands for npm: notes what it is asked for and runs the coord that was built. */
let tools: string;

beforeAll(() => {
  const origin = parted({ base: { 'tasks/FIX-001.yaml': 'id: FIX-001\ntask: Fix it\n' }, ours: { 'tasks/FIX-001.yaml': DONE, 'handoffs/a.md': HANDOFF }, theirs: { 'coord.yaml': 'protocol: 1\nclaims: origin\n' } });
  origin.write('.git/claim', printClaim(aClaim({ token: 2, agent: 'backend', remote: 'origin' })));
  origin.git('update-ref', 'refs/coord/tasks/FIX-001', origin.git('hash-object', '-w', '.git/claim'));
  origin.git('checkout', '-q', 'main');
  origin.git('clone', '-q', '.', '../checkout');
  checkout = origin.at(join(origin.root, '../checkout'));
  checkout.git('config', 'user.name', 'Test');
  checkout.git('config', 'user.email', 'test@example.com');
  checkout.git('merge', '-q', '--no-ff', '-m', 'Merge feature into main', 'origin/feature');
  tools = makeFolder();
  const npx = `#!/bin/sh\necho "$*" >> "${join(tools, 'asked')}"\nwhile [ "$1" != validate ]; do shift; done\nexec "${process.execPath}" "${BINARY}" "$@"\n`;
  writeFileSync(join(tools, 'npx'), npx);
  chmodSync(join(tools, 'npx'), 0o755);
});

function runAction(inputs: Readonly<Record<string, string>> = {}): Outcome & { readonly asked: string } {
  const github = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', GITHUB_HEAD_REF: 'feature', GITHUB_SHA: checkout.git('rev-parse', 'HEAD') };
  const valueOf = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? '';
  writeFileSync(join(tools, 'asked'), '');
  const ended = { exit: 0, stdout: '', stderr: '' };
  for (const { run, env = {} } of action.runs.steps) {
    const given = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, input: string) => valueOf(input))]));
    const PATH = [tools, process.env['PATH']].join(delimiter);
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], { cwd: checkout.root, env: { ...gitEnv(), ...github, ...given, PATH }, encoding: 'utf8' });
    ended.exit = status ?? -1;
    ended.stdout += stdout;
    ended.stderr += stderr;
    if (status !== 0) break;
  }
  return { ...ended, asked: readFileSync(join(tools, 'asked'), 'utf8').trim() };
}

describe('the action', () => {
  it('fetches the claims, and so tells of work under a lost one', () => {
    const { exit, stdout, asked } = runAction();
    expect(stdout).toContain('title=stale-holder::FIX-001 was finished under claim 1, but by then backend had claimed it (claim 2).');
    expect([exit, asked]).toEqual([1, `--yes -- git-coord@${version} validate --ci`]);
    expect(checkout.git('for-each-ref', '--format=%(refname)', 'refs/coord')).toBe('');
  });

  it('checks all the same where claims cannot be fetched', () => {
    checkout.git('remote', 'set-url', 'origin', '../nowhere');
    const { exit, stdout } = runAction();
    checkout.git('remote', 'set-url', 'origin', '../app');
    expect([exit, stdout.split('\n')[0]]).toEqual([1, '::notice::The claims could not be fetched, so done work is not held against them.']);
  });

  it('hands its inputs on as words, whatever they hold', () => {
    expect(runAction({ version: '', strict: 'true' }).asked).toBe('--no -- git-coord validate --ci --strict');
    const { exit, stderr, asked } = runAction({ target: '$(touch owned); `touch owned`' });
    expect([exit, asked]).toEqual([2, `--yes -- git-coord@${version} validate --ci --merge=$(touch owned); \`touch owned\``]);
    expect(stderr).toContain('--merge names "$(touch owned); `touch owned`", which is no branch, tag or commit of this repository.');
    expect(checkout.has('owned')).toBe(false);
  });

  it('is described as it is', () => {
    const rows = [...readFileSync(join(root, 'docs/ci.md'), 'utf8').matchAll(/^\| `(\w+)` \|(?: `(.*)`)? \| (.*) \|$/gm)].map(([, name, value = '', means]) => [name, { description: means, default: value }]);
    expect(Object.entries(action.inputs).map(([name, input]) => [name, input])).toEqual(rows);
    expect(action.inputs['version']?.default).toBe(version);
    expect(readFileSync(join(root, 'docs/ci.md'), 'utf8').match(/git-coord@[\d.]+/g)).toEqual([`git-coord@${version}`, `git-coord@${version}`]);
  });
});
