import { expect, test } from 'vitest';
import { withAgentsImport } from '../../../src/core/adoption/agents-import.ts';

test.each([
  ['goes to the end', '# Notes\n', '# Notes\n\n@AGENTS.md\n'],
  ['ends a last line that had no end', '# Notes', '# Notes\n\n@AGENTS.md\n'],
  ['fills an empty file', '', '@AGENTS.md\n'],
  ['keeps line endings', '# Notes\r\n', '# Notes\r\n\r\n@AGENTS.md\r\n'],
  ['is not said by a sentence', 'Ask @AGENTS.md people\n', 'Ask @AGENTS.md people\n\n@AGENTS.md\n'],
])('the line that imports AGENTS.md %s', (_, before, after) => {
  expect(withAgentsImport(before)).toEqual({ text: after, change: 'added' });
  expect(withAgentsImport(after)).toEqual({ text: after, change: 'unchanged' });
});

test.each(['@AGENTS.md', '# Notes\n@./AGENTS.md\r\nmore', '- @AGENTS.md\n'])('%j imports it already', (text) => {
  expect(withAgentsImport(text)).toEqual({ text, change: 'unchanged' });
});
