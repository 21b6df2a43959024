import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { dashboardOf, WIDGETS } from '../../src/core/board/dashboard.ts';
import { readConfig } from '../../src/core/documents/read-config.ts';
import { KEYS } from '../../src/present/board/board-page.ts';

const page = readFileSync('docs/board.md', 'utf8');
const settings: unknown = parse(/^```yaml\n([^]*?)^```$/m.exec(page)?.[1] ?? '');

test('the settings shown are settings, and name every widget; each has its row', () => {
  const { config, problems } = readConfig(settings, 'coord.yaml');
  expect(problems).toEqual([]);
  expect(dashboardOf(config ?? {})).toEqual({ widgets: WIDGETS, refreshSeconds: 60 });
  for (const widget of WIDGETS) expect(page).toContain(`| \`${widget}\` |`);
});

test('every key of the help has its row', () => {
  for (const line of KEYS) expect(page).toContain(`| ${line.startsWith('Up') ? 'Up, Down' : line.startsWith('Enter') ? 'Enter' : `\`${line[0] ?? ''}\``}`);
});
