import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };

let place: string;
let tarball: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'coord-package-'));
  // The stories' set-up has just built dist/.
  npm('pack', '--ignore-scripts', '--pack-destination', place, root);
  tarball = join(place, `${name}-${version}.tgz`);
  npm('install', '--global', '--prefix', place, '--offline', tarball);
});

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

test('the tarball holds what is promised and nothing else', () => {
  const listed = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
  const top = new Set(listed.map((path) => path.split('/')[1]));
  expect([...top].sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'docs', 'generators', 'package.json', 'schemas', 'templates'],
  );
});

test.each(['coord', 'git-coord'])('%s answers outside of the repository', (command) => {
  const answer = execFileSync(join(place, 'bin', command), ['--version'], { cwd: place, encoding: 'utf8' });
  expect(answer).toContain(version);
});

test('what the verbs of every day load holds neither the YAML library nor the checks of other documents', () => {
  const dist = join(place, 'lib/node_modules', name, 'dist');
  const loaded = readdirSync(dist).filter((file) => /^(?:main|shared|here|status|next|show)\b/.test(file) && !file.startsWith('show-decision'));
  expect(loaded).toContain('main.js');
  expect(loaded.filter((file) => /\bComposer\b|validateCoord/.test(readFileSync(join(dist, file), 'utf8')))).toEqual([]);
});

test('the installed package needs no other and stays under 15 MB', () => {
  const modules = join(place, 'lib/node_modules');
  expect(readdirSync(modules).filter((entry) => !entry.startsWith('.'))).toEqual([name]);
  expect(readdirSync(join(modules, name))).not.toContain('node_modules');
  expect(size(modules)).toBeLessThan(15_000_000);
});

function npm(...args: string[]): void {
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: place, encoding: 'utf8' });
}

function size(path: string): number {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, entry) => sum + size(join(path, entry)), 0);
}
