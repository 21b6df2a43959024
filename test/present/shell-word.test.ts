import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/present/text/shell-word.ts';

describe('shellWord', () => {
  it.each([
    ['../app-FIX-001', '../app-FIX-001'],
    ['../größe', '../größe'],
    ['../my app', "'../my app'"],
    ["it's $HOME", "'it'\\''s $HOME'"],
    ['', "''"],
  ])('%j', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});
