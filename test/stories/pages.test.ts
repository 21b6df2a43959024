import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { normalised, runSession, sessionsIn } from '../support/run-session.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = ['README.md', ...readdirSync(`${root}docs`).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const sessions = pages.flatMap((page) => sessionsIn(readFileSync(root + page, 'utf8')).map((session) => ({ page, session })));

test('the first page shows a session', () => {
  expect(sessions.map(({ page }) => page)).toContain('README.md');
});

test.each(sessions)('the session in $page prints what it says', ({ session }) => {
  expect(normalised(runSession(session))).toBe(normalised(session.text));
});
