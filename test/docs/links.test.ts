import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const inFolder = (folder: string): string[] => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name));

test.each([...inFolder('.'), ...inFolder('docs'), ...inFolder('docs/problems'), ...inFolder('deployment')])('%s links only to what is there', (page) => {
  const prose = readFileSync(join(root, page), 'utf8').replace(/`[^`\n]+`/g, '');
  const targets = [...prose.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '');
  expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});
