/** What docs/review.md shows is what ships, and what the reviewer takes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { reviewer } from '../../src/core/dispatch/runtimes/reviewer.ts';
import { readInput } from '../../src/core/dispatch/inputs/input-flags.ts';
import { readAgentSchemas } from '../../src/core/dispatch/read-agent-schema.ts';
import { withOwnAgents } from '../../src/core/dispatch/own-agents.ts';
import { readConfig } from '../../src/core/documents/read-config.ts';

const page = readFileSync('docs/review.md', 'utf8');
const workflow = readFileSync('templates/review-workflow.yml', 'utf8');
const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text]) => text ?? '');

test('the workflow is the one that ships', () => {
  expect(blocks).toContain(workflow);
  expect(parse(workflow)).toMatchObject({ on: 'pull_request', permissions: { contents: 'read' }, jobs: { review: { steps: [{ with: { 'fetch-depth': 0 } }, { env: { GH_TOKEN: '${{ github.token }}' } }] } } });
});

test('its commands, and those of the page, are understood', () => {
  const flags = withOwnAgents([]).flatMap((agent) => readAgentSchemas(agent).flags);
  const commands = [...page.matchAll(/coord(?:@[\d.]+)? run reviewer((?: +(?:--[a-z-]+|[\w./"$]+))*?)(?=\s{2,}|`|\n)/g)].map(([, words]) => (words ?? '').trim().replace('"$NUMBER"', '12').split(/ +/).filter((word) => word !== ''));
  expect(commands.length).toBeGreaterThan(5);
  for (const words of commands) expect(readInput(words, flags)).toHaveProperty('input');
  expect(reviewer.agent?.['inputs']).toBeDefined();
});

test('the settings shown are settings', () => {
  const settings = blocks.find((block) => block.startsWith('# coord.yaml'));
  expect(readConfig(parse(settings ?? ''), 'coord.yaml').problems).toEqual([]);
});
