/** The generator by the real program: the set that ships, and what hostile ones do not get. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBinaryBeside } from '../support/coord-binary.ts';
import { speech, startModelServer } from '../support/model-server.ts';
import { story } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const COORD = 'protocol: 1\nproject: shop\nteam:\n  backend: { role: APIs }\nruntimes:\n  words: { kind: command, run: [node, words.mjs] }\n';

/** Every type, every bound; named so that templates that are careless with names break. */
const STORE = `name: Store
plural: Stores
description: "A store's front; */ alert(1) //"
fields:
  - { name: title, type: string, required: true, unique: true, min: 2, max: 80, description: "Its \`name\`" }
  - { name: value, type: text, max: 0 }
  - { name: amount, type: integer, required: true, default: 3, min: -5, max: 10 }
  - { name: price, type: number, min: 0.5, max: 0.75 }
  - { name: is_open, type: boolean, default: false }
  - { name: opened_on, type: date, required: true }
  - { name: seen_at, type: datetime }
  - { name: state, type: enum, values: [new, on-hold], default: on-hold, required: true }
  - { name: label, type: string, default: "to be said" }
  - { name: parent_id, type: reference, to: Store }
  - { name: owner_id, type: reference, to: Person, required: true }
`;
const SMALL = 'name: Tag\nfields: [{ name: text, type: string }]\n';

const FILES = ['store.sql', 'store-message.mjs', 'store-logic.mjs', 'store-store.mjs', 'store-api.mjs', 'store.test.mjs'].map((name) => `src/store/${name}`);

const shop = (files: Readonly<Record<string, string>> = {}): Story => story({ files: { 'deployment/coord.yaml': COORD, 'store.yaml': STORE, 'tag.yaml': SMALL, ...files } });
const set = (manifest: string): Record<string, string> => ({ 'deployment/generators/own/generator.yaml': manifest, 'deployment/generators/own/a.hbs': '{{entity.pascal}}\n' });

describe('the set that ships', () => {
  it('makes a module whose tests pass, and changes nothing the second time', () => {
    const app = shop();
    const first = app.coord('run generator --entity store.yaml');
    expect({ exit: first.exit, stdout: first.stdout.replace(/in .+ s$/m, 'in 1 s') }).toEqual({ exit: 0, stdout: `${FILES.map((path) => `made     ${path}\n`).join('')}ran      tests: node --test src/store/store.test.mjs in 1 s\n` });
    expect(first.stderr).toMatch(/^generator succeeded in .+\.\nIt changed src\/store\/store-api\.mjs.+\.\nJob /);
    const second = app.coord('run generator --entity store.yaml');
    expect(second).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^(?:kept {5}.+\n){6}ran .+\nNothing had to be written\.\n$/) as unknown });
    expect(second.stderr).toContain('It changed no files.\n');
    expect(app.read('src/store/store-message.mjs')).toContain(' * A store’s front; / alert(1) //\n');
  });

  it('makes one of the least that an entity can be, and of a folder further down', () => {
    const app = shop();
    mkdirSync(join(app.root, 'deep/er'), { recursive: true });
    const { exit, stdout } = app.in('deep/er').coord('run generator --entity ../../tag.yaml --into packages/shop --json');
    const { run } = (JSON.parse(stdout) as { data: { run: { state: string; output: { files: { path: string }[]; commands: { tail: string }[] } } } }).data;
    expect({ exit, state: run.state, first: run.output.files[0]?.path }).toEqual({ exit: 0, state: 'success', first: 'packages/shop/tag/tag.sql' });
    expect(run.output.commands[0]?.tail).toMatch(/^# fail 0$/m);
  });

  it('writes nothing over what somebody changed, and says what differs', () => {
    const app = shop({ 'src/tag/tag-api.mjs': 'by hand\n' });
    const held = app.coord('run generator --entity tag.yaml');
    expect(held).toMatchObject({ exit: 1, stdout: expect.stringContaining('new      src/tag/tag.sql\n') as unknown, stderr: expect.stringContaining('generator failed (exit: 1 file differs from what would be written: src/tag/tag-api.mjs)') as unknown });
    expect(held.stdout).toContain('differs  src/tag/tag-api.mjs\n    @@ -1 +1 @@\n    -by hand\n');
    expect(app.git('status', '--porcelain')).toBe('');
    expect(app.coord('run generator --entity tag.yaml --dry-run')).toMatchObject({ exit: 0, stdout: expect.stringContaining('Nothing was written: --dry-run.\n') as unknown });
    expect(app.git('status', '--porcelain')).toBe('');
    expect(app.coord('run generator --entity tag.yaml --force')).toMatchObject({ exit: 0, stdout: expect.stringContaining('replaced src/tag/tag-api.mjs\n') as unknown });
  });
});

describe('known without an entry', () => {
  it('is told among those that can be run, with what it takes', () => {
    const app = shop();
    expect(app.coord('run').stdout).toContain('  generator  coord: Makes the files of a module');
    expect(app.coord('run generator --help').stdout).toContain('--entity <text>');
    expect(app.coord('run generator --entiti x')).toMatchObject({ exit: 2, stderr: expect.stringContaining('did you mean --entity?') as unknown });
    expect(app.coord('validate').exit).toBe(0);
  });

  it('gives way to somebody of that name, and may have an entry of its own', () => {
    const own = shop({ 'deployment/coord.yaml': COORD.replace('backend:', 'generator:') });
    expect(own.coord('run generator')).toMatchObject({ exit: 4, stderr: expect.stringContaining('Nothing says what runs generator.') as unknown });
    const entry = shop({ 'deployment/coord.yaml': COORD.replace('backend: { role: APIs }', 'maker: { runtime: generator, writes: [lib/**] }') });
    expect(entry.coord('validate').exit).toBe(0);
    expect(entry.coord('run maker --entity tag.yaml')).toMatchObject({ exit: 1, stdout: expect.stringContaining('maker may not write these files:\n  src/tag/tag') as unknown });
    expect(entry.coord('run maker --entity tag.yaml --into lib').exit).toBe(0);
  });
});

describe('in words', () => {
  const WORDS = `
let prompt = '';
for await (const piece of process.stdin) prompt += piece;
const isTold = prompt.includes('A tag with a colour') && prompt.includes('"additionalProperties":false');
console.log(JSON.stringify({ output: { name: 'Tag', fields: [{ name: isTold ? 'colour' : 'nothing', type: 'string' }] }, cost_usd: 0.25 }));
`;

  it('asks a runtime, keeps what it made of them, and tells what it cost', () => {
    const app = shop({ 'words.mjs': WORDS, 'tag.yaml': SMALL });
    const { exit, stderr } = app.coord(['run', 'generator', '--describe', 'A tag with a colour', '--entity', 'kept.yaml', '--model', 'words']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.stringContaining('$0.25') as unknown });
    expect(app.read('kept.yaml')).toBe('name: Tag\nfields:\n  - name: colour\n    type: string\n');
  });

  it('asks a model by its interface, whose key no command of the set sees', async () => {
    const api = 'words: { kind: command, run: [node, words.mjs] }\n  api: { kind: anthropic, model: big, key: SHOP_ACCESS, prices: { big: { input: 10, output: 100 } } }\n  generator: { kind: generator, model: api }';
    const env = 'files: [{ template: a.hbs, path: "{{entity.kebab}}.txt" }]\ncommands: [{ name: env, run: [node, -e, "process.exitCode = process.env.SHOP_ACCESS ? 1 : 0"] }]\n';
    const app = shop({ ...set(env), 'deployment/coord.yaml': COORD.replace('words: { kind: command, run: [node, words.mjs] }', api) });
    const server = await startModelServer([speech(JSON.stringify({ name: 'tag', fields: [{ name: 'colour', type: 'string' }] })), speech(JSON.stringify({ name: 'Tag', fields: [{ name: 'colour', type: 'string' }] }))]);
    try {
      const { exit, stdout, stderr } = await runBinaryBeside(app.root, ['run', 'generator', '--set', 'own', '--describe', 'A tag with a colour'], { env: { ANTHROPIC_BASE_URL: server.url, SHOP_ACCESS: 'nobodys-key-98765' } });
      expect({ exit, stdout: stdout.replace(/in .+ s$/m, 'in 1 s') }).toEqual({ exit: 0, stdout: expect.stringMatching(/^made {5}tag\.txt\nran {6}env: .+ in 1 s\n$/) as unknown });
      expect(stderr).toMatch(/ in and \d+ out, \$\d.*\d by price\.\n/);
      expect(server.heard).toHaveLength(2);
    } finally {
      await server.close();
    }
  });

  it('says what is lacking', () => {
    expect(shop().coord(['run', 'generator', '--describe', 'A tag'])).toMatchObject({ exit: 1, stdout: expect.stringContaining('--describe needs a model') as unknown });
    expect(shop().coord(['run', 'generator', '--describe', 'A tag', '--model', 'gone'])).toMatchObject({ exit: 1, stdout: expect.stringContaining('which coord.yaml does not define') as unknown });
  });
});

describe('a hostile set', () => {
  it.each([
    ['a path out of the repository', 'files: [{ template: a.hbs, path: "../{{entity.kebab}}" }]\n', 'leaves the repository'],
    ['a template out of its folder', 'files: [{ template: ../../coord.yaml, path: a }]\n', 'files.0.template should be'],
    ['a path into .git', 'files: [{ template: a.hbs, path: .git/hooks/pre-commit }]\n', 'belongs to git'],
  ])('with %s is refused', (_, manifest, reason) => {
    const app = shop(set(manifest));
    expect(app.coord('run generator --set own --entity tag.yaml')).toMatchObject({ exit: 1, stdout: expect.stringContaining(reason) as unknown });
    expect(app.git('status', '--porcelain')).toBe('');
  });

  it('reaches nothing by links', () => {
    const app = shop(set('files: [{ template: link.hbs, path: a }]\n'));
    writeFileSync(join(app.root, '../secret'), 'secret');
    symlinkSync('../../../../secret', join(app.root, 'deployment/generators/own/link.hbs'));
    expect(app.coord('run generator --set own --entity tag.yaml')).toMatchObject({ exit: 1, stdout: expect.stringContaining('there is no such file, or it is a link') as unknown });
    const out = shop(set('files: [{ template: a.hbs, path: out/a }]\n'));
    symlinkSync('..', join(out.root, 'out'));
    expect(out.coord('run generator --set own --entity tag.yaml')).toMatchObject({ exit: 1, stdout: expect.stringContaining('it lies outside of the repository') as unknown });
  });

  it('that hangs is stopped, and what it started with it', () => {
    const app = shop(set('files: [{ template: a.hbs, path: a }]\ncommands: [{ name: hang, run: [node, -e, "setInterval(() => 0, 1000)"], timeout: 1 s }]\n'));
    const { exit, stdout } = app.coord('run generator --set own --entity tag.yaml');
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: expect.stringMatching(/^made {5}a\nfailed {3}hang: it was stopped after .+\n/) as unknown });
    const bound = app.coord('run generator --set own --entity tag.yaml --timeout 1s');
    expect(bound).toMatchObject({ exit: 1 });
  });

  it('passes names as arguments, never through a shell', () => {
    const app = shop(set('files: [{ template: a.hbs, path: a }]\ncommands: [{ name: say, run: [node, -e, "console.log(process.argv[1])", "$(touch x); {{entity.kebab}}"] }]\n'));
    expect(app.coord('run generator --set own --entity tag.yaml --json').stdout).toContain('$(touch x); tag');
    expect(app.git('status', '--porcelain')).toBe('?? a');
  });
});

it('is started by coord alone', () => {
  expect(shop().coord('generate', { input: '{}' })).toMatchObject({ exit: 2, stderr: expect.stringContaining('is not what coord gives itself') as unknown });
});
