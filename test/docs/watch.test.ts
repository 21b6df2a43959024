/** What docs/watch.md shows is what coord does and prints. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { VERBS } from '../../src/cli/verbs.ts';
import { readConfig } from '../../src/core/documents/read-config.ts';
import { realPorts } from '../support/real-ports.ts';
import { makeRepository } from '../support/repository.ts';
import { shell } from '../support/shell.ts';
import { EVENTS } from '../support/watch-events.ts';

const page = readFileSync('docs/watch.md', 'utf8');
const [, settings = '', task = ''] = /<!-- workspace -->\n```yaml\n([^]*?)```\n```yaml\n([^]*?)```\n/.exec(page) ?? [];
const [, session = ''] = /<!-- session -->\n```console\n([^]*?)```\n/.exec(page) ?? [];
const steps = session.split(/^\$ coord /m).slice(1).map((step) => {
  const [words = '', ...printed] = step.split('\n');
  return { words: [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''), printed: printed.join('\n') };
});

test('its session is what happens', async () => {
  const repository = makeRepository({ files: { 'deployment/coord.yaml': settings, 'deployment/tasks/API-1.yaml': task } });
  for (const { words, printed } of steps) {
    const { exit, stdout } = await shell(VERBS, words, { ports: await realPorts(repository) });
    expect({ words, exit, stdout }).toEqual({ words, exit: 0, stdout: printed });
  }
  expect(steps.length).toBeGreaterThan(3);
});

test('its rules are rules', () => {
  const [, rules = ''] = /^```yaml\n(reactions:\n[^]*?)^```$/m.exec(page) ?? [];
  const { config, problems } = readConfig(parse(`protocol: 1\n${rules}`), 'coord.yaml');
  expect([problems, config?.reactions?.length]).toEqual([[], 5]);
});

test('every event has its row', () => {
  const rows = [...page.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z]+\.[a-z]+)`/g)].map(([, name = '']) => name));
  expect(rows.toSorted()).toEqual([...new Set(EVENTS.map(({ event }) => event))].toSorted());
});
