import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';

const channelsIn = (text: string) => readMarkdown([{ name: 'PLAN.md', text: `- [ ] Dig\n\n${text}` }]).draft.channels.map(({ name, where, about }) => [name, where, ...about]);

test.each([
  ['a table by its head', '## Talk\n\n| Channel | Purpose |\n| - | - |\n| garden chat | daily |\n| #pond | water |\n', [['garden chat', 'garden chat', 'daily'], ['#pond', '#pond', 'water']]],
  ['a table by its names', '| Where | What for |\n| - | - |\n| #garden | daily |\n', [['#garden', '#garden', 'daily']]],
  ['a list of nothing else', '## Talk\n\n- #garden: daily\n- #pond - water\n- `#tools`\n', [['#garden', '#garden', 'daily'], ['#pond', '#pond', 'water'], ['#tools', '#tools']]],
])('%s', (_, text, expected) => {
  expect(channelsIn(text)).toEqual(expected);
});

test.each(['- #garden: daily\n- water\n', '- #12: water\n', '- [ ] #garden: dig\n'])('%j is no list of channels', (text) => {
  expect(channelsIn(text)).toEqual([]);
});
