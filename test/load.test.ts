import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLoader } from '../src/load.ts';
import { makeFolder } from './support/repository.ts';

const FILES = {
  'main.js': "const part = require('./part.js'); exports.name = 'main'; exports.greet = (whom) => part.greeting() + ' ' + whom;",
  'part.js': "const { sep } = require('node:path'); const main = require('./main.js'); exports.greeting = () => 'Hello from ' + main.name + ' in ' + __dirname.split(sep).at(-1);",
};

let made = 0;

/** Each with texts of its own: what this process has compiled once it does not look up again. */
function makeBuilt(): string {
  const folder = join(makeFolder(), 'dist');
  made++;
  for (const [name, text] of Object.entries(FILES)) put(folder, name, `${text} // ${made}`);
  return folder;
}

function put(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** What a run says; it leaves what it compiled for the next. */
function run(folder: string, build = 'one'): string {
  const { load, keep } = createLoader(folder, build);
  const { greet } = load('main.js') as { greet: (whom: string) => string };
  const said = greet('you');
  keep();
  return said;
}

const SAID = 'Hello from main in dist you';
const keptIn = (folder: string): string[] => readdirSync(join(folder, 'compiled'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')).sort();
const firstKept = (folder: string): string => join(folder, 'compiled', keptIn(folder)[0] ?? '');

describe('the built files', () => {
  it('are run, with each other and with modules of Node, and what V8 made of them is kept', () => {
    const folder = makeBuilt();
    expect([run(folder), run(folder)]).toEqual([SAID, SAID]);
    expect(keptIn(folder).map((name) => name.split('/').at(-1))).toEqual(['main.js', 'part.js']);
  });

  it('are kept once: a run that finds all kept writes nothing', () => {
    const folder = makeBuilt();
    run(folder);
    const { ino } = statSync(firstKept(folder));
    run(folder);
    expect(statSync(firstKept(folder)).ino).toBe(ino);
  });

  it('of another build are compiled anew, though they are as long', () => {
    const folder = makeBuilt();
    run(folder);
    put(folder, 'part.js', readFileSync(join(folder, 'part.js'), 'utf8').replace('Hello', 'HELLO'));
    expect(run(folder, 'two')).toBe(SAID.replace('Hello', 'HELLO'));
  });

  it.each([
    ['empty', (bytes: Buffer) => bytes.subarray(0, 0)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['something else', () => Buffer.from('hello\n')],
  ])('are run where what is kept is %s, and kept anew', (_, spoil) => {
    const [other, folder] = [makeBuilt(), makeBuilt()];
    run(other);
    const bytes = readFileSync(firstKept(other));
    const kept = firstKept(other).replace(other, folder);
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, spoil(bytes));
    expect(run(folder)).toBe(SAID);
    expect(readFileSync(kept).length).toBeGreaterThan(bytes.length / 2);
  });

  it('are run where nothing can be kept', () => {
    const folder = makeBuilt();
    writeFileSync(join(folder, 'compiled'), 'in the way');
    expect([run(folder), run(folder)]).toEqual([SAID, SAID]);
    expect(existsSync(join(folder, 'compiled/one'))).toBe(false);
  });
});
