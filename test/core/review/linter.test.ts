import { expect, test } from 'vitest';
import { commandsFor, filesFor, linterOf } from '../../../src/core/review/linter.ts';
import { placeLint } from '../../../src/core/review/place-lint.ts';
import type { ChangedFile } from '../../../src/core/review/change.ts';

test('its files, its bounds, its arguments', () => {
  const linter = linterOf('lint', { run: ['lint', '--fix=no', '{files}', 'end'], files: ['src/**', '*.ts'], timeout: '2 minutes' });
  expect(linter).toMatchObject({ within: 'change', timeoutSeconds: 120, env: [] });
  expect(filesFor(linter, ['src/a.go', 'b.ts', 'docs/c.md'])).toEqual(['src/a.go', 'b.ts']);
  expect(commandsFor(linter, ['-rf', 'a b; $(c)', 'd\ne'])).toEqual([['lint', '--fix=no', './-rf', 'a b; $(c)', 'd\ne', 'end']]);
  expect(commandsFor(linterOf('all', { run: ['tsc'] }), ['a.ts'])).toEqual([['tsc']]);
});

test('more files than one command takes are several commands, each file once', () => {
  const paths = Array.from({ length: 5000 }, (_, at) => `src/${'long/'.repeat(10)}${at}.ts`);
  const commands = commandsFor(linterOf('lint', { run: ['lint', '{files}'] }), paths);
  expect(commands.length).toBeGreaterThan(2);
  expect(commands.flatMap(([, ...files]) => files)).toEqual(paths);
  for (const command of commands) expect(command.join(' ').length).toBeLessThan(110_000);
});

const FILE: ChangedFile = { path: 'src/a.ts', before: 'src/a.ts', isGone: false, hunks: [{ first: 5, count: 2, text: ' a\n+b\n' }] };
const said = (file: string, line: number | null) => ({ file, line, severity: 'error' as const, message: 'Bad\u001B[2J' });
const SAID = [said('src/a.ts', 5), said('./src/a.ts', 6), said('/repo/src/a.ts', 7), said('src/a.ts', null), said('src/b.ts', 5), said('../../etc/passwd', 5), said('', 5)];

test.each([
  ['change' as const, ['src/a.ts:5', 'src/a.ts:6', 'src/a.ts:null']],
  ['files' as const, ['src/a.ts:5', 'src/a.ts:6', 'src/a.ts:7', 'src/a.ts:null']],
  ['all' as const, ['src/a.ts:5', 'src/a.ts:6', 'src/a.ts:7', 'src/a.ts:null', 'src/b.ts:5', 'etc/passwd:5']],
])('within %s', (within, places) => {
  const { findings, dropped } = placeLint(SAID, linterOf('lint', { run: ['lint'], within }), [FILE], '/repo');
  expect(findings.map(({ file, line }) => `${file ?? ''}:${String(line)}`)).toEqual(places.filter((place) => !place.startsWith('etc')));
  expect(dropped).toBe(SAID.length - findings.length);
  expect(findings[0]?.message).toBe('Bad<U+001B>[2J');
});
