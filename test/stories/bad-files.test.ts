/** Files as strangers, editors and merges leave them: each is named, nothing is run, and all others are answered in full. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { makeFolder } from '../support/repository.ts';
import type { Story } from '../support/story.ts';
import { teamStory } from '../support/story.ts';
import { COORD_YAML } from '../support/team-repository.ts';

const CANARY = join(makeFolder(), 'canary');
const RUNS = `require('node:fs').writeFileSync(${JSON.stringify(CANARY)}, '')`;

/** What is wrong with each, by its name below deployment/. */
const BAD: Readonly<Record<string, readonly [code: string, content: string | Buffer]>> = {
  'tasks/a-syntax.yaml': ['yaml-syntax', 'id: BAD-1\ntask: "never closed\n'],
  'tasks/a-merge.yaml': ['conflict-marker', 'id: BAD-2\n<<<<<<< HEAD\ntask: Ours\n=======\ntask: Theirs\n>>>>>>> side\n'],
  'tasks/a-binary.yaml': ['not-utf8', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe, 0x00, 0x80])],
  'tasks/a-huge.yaml': ['file-too-large', Buffer.alloc(2 << 20, '# \n')],
  'tasks/a-deep.yaml': ['too-deep', `id: BAD-3\ntask: ${'['.repeat(20_000)}`],
  'tasks/a-bomb.yaml': ['alias-bomb', `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at] ?? ''}`).join(', ')}]\n`).join('')}`],
  'tasks/a-keys.yaml': ['duplicate-key', 'id: BAD-4\ntask: One\ntask: Two\n'],
  'tasks/a-id.yaml': ['invalid-id', 'id: "../../etc/passwd"\ntask: Escape\n'],
  'tasks/a-twin.yaml': ['duplicate-id', 'id: ui-004\ntask: The same again\n'],
  'tasks/a-files.yaml': ['path-escape', 'id: BAD-5\ntask: Reach out\nfiles: ["../../etc/**"]\n'],
  'tasks/a-loop.yaml': ['self-dependency', 'id: BAD-6\ntask: Wait for myself\ndependencies: [BAD-6]\n'],
  'handoffs/run.md': ['executable-front-matter', `---js\n${RUNS}\n---\n`],
  'handoffs/tag.md': ['front-matter-syntax', `---\ntask: !!js/function 'function () { ${RUNS} }'\nfrom: [\n---\n`],
  'decisions/run.md': ['executable-front-matter', `---javascript\n${RUNS}\n---\n`],
};

let app: Story;

beforeAll(() => {
  app = teamStory();
  for (const [path, [, content]] of Object.entries(BAD)) {
    mkdirSync(join(app.root, 'deployment', path, '..'), { recursive: true });
    writeFileSync(join(app.root, 'deployment', path), content);
  }
  symlinkSync('/etc/passwd', join(app.root, 'deployment/tasks/link.yaml'));
  mkdirSync(join(app.root, 'deployment/tasks/folder.yaml'));
  spawnSync('mkfifo', [join(app.root, 'deployment/tasks/pipe.yaml')]);
});

it('each is named with what is wrong with it', () => {
  const { exit, stdout } = app.coord('validate --json');
  expect(exit).toBe(1);
  const { problems } = JSON.parse(stdout) as { problems: readonly { file: string; code: string; message: string; next: string }[] };
  const named = new Set(problems.map(({ file, code }) => `${file} ${code}`));
  const wanted = Object.entries(BAD).map(([path, [code]]) => `deployment/${path} ${code}`);
  expect(wanted.filter((one) => !named.has(one))).toEqual([]);
  for (const { message, next } of problems) expect(`${message} ${next}`).not.toMatch(/\bat .*\.js:\d|undefined|\[object/);
  expect(problems.some(({ file }) => file.endsWith('link.yaml'))).toBe(true);
});

it('all others are answered in full, with a word on what is wrong', () => {
  const healthy = ['FIX-001', 'INFRA-001', 'DOC-001'];
  const next = app.coord('next --count 100');
  expect(next.exit).toBe(0);
  for (const id of healthy) expect(next.stdout).toContain(`${id} `);
  expect(next.stderr).toMatch(/^\d+ problems and \d+ warnings in 17 files: coord validate\n$/);
  for (const line of ['status', 'list', 'graph', 'agents', 'show INFRA-001', 'prime --as backend', 'doctor']) expect(app.coord(line), line).toMatchObject({ exit: 0 });
  expect(app.coord('claim INFRA-001 --as backend').exit).toBe(0);
  expect(app.coord('progress 10').stdout).toMatch(/committed/);
  expect(app.coord('task add More').exit).toBe(0);
});

it.each(['BAD-1', 'BAD-2', 'BAD-3', '../../etc/passwd', '--', '-x', '__proto__', 'constructor', 'refs/heads/main'])('no verb takes %s for a task', (id) => {
  for (const verb of [['claim', id, '--as', 'frontend'], ['task', 'set', id, 'priority=high']]) {
    const { exit, stderr } = app.coord(verb);
    expect([1, 2]).toContain(exit);
    expect(stderr).not.toContain('has a bug');
  }
});

it('none is changed, none is run', () => {
  for (const [path, [, content]] of Object.entries(BAD)) if (typeof content === 'string') expect(app.read(`deployment/${path}`)).toBe(content);
  expect(app.in('/').has(CANARY.slice(1))).toBe(false);
  expect(app.git('for-each-ref', '--format=%(refname)')).not.toMatch(/BAD|etc|proto/);
});

it('settings of a newer protocol are refused by name', () => {
  const newer = teamStory({ 'deployment/coord.yaml': COORD_YAML.replace('protocol: 1', 'protocol: 2') });
  expect(newer.coord('validate')).toMatchObject({ exit: 1, stdout: expect.stringContaining('unsupported-protocol') as unknown });
  expect(newer.coord('next')).toMatchObject({ exit: 0, stderr: expect.stringContaining('coord validate') as unknown });
  expect(newer.coord('claim FIX-001 --as frontend').exit).toBe(1);
});
