import { expect, it } from 'vitest';
import { commandFiles } from '../../../src/core/documents/command-files.ts';

const files = (...command: readonly string[]): readonly string[] => commandFiles(command, '/repo');

it('a command names files by its words, and by where its program looks', () => {
  expect(files('node', './scripts/check.mjs')).toEqual(['node', 'scripts/check.mjs']);
  expect(files('node', '--import=./hook.mjs', '/repo/a/../b.mjs', '/elsewhere/c.mjs', '../d.mjs', '.')).toEqual(['node', '--import=./hook.mjs', 'hook.mjs', 'b.mjs']);
  expect(files('npm', 'run', 'check')).toEqual(['npm', 'run', 'check', 'package.json']);
  expect(files('make', '-f', 'build/rules.mk')).toEqual(['make', '-f', 'build/rules.mk', 'Makefile', 'makefile', 'GNUmakefile']);
  expect(files()).toEqual([]);
});
