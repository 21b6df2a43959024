/** The examples of docs/dispatch.md are what coord prints. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { VERBS } from '../../src/cli/verbs.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { shell } from '../support/shell.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/dispatch.md', import.meta.url)), 'utf8');
const [, settings = '', queue = ''] = /<!-- workspace -->\n```yaml\n([\s\S]*?)```\n```yaml\n([\s\S]*?)```\n/.exec(page) ?? [];
const examples = [...page.matchAll(/<!-- example: (.+) -->\n```\w*\n([\s\S]*?)```\n/g)].map(([, words = '', text = '']) => [words, text] as const);

test.each(examples)('coord %s prints what the page shows', async (words, text) => {
  const ports = memoryPorts({ files: { 'deployment/coord.yaml': settings, 'deployment/tasks/queue.yaml': queue } });
  const { stdout, exit } = await shell(VERBS, words.split(' '), { ports });
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: text });
});

test('there is an example', () => {
  expect(examples.length).toBeGreaterThan(0);
});
