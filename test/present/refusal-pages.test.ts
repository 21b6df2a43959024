/** The pages of the refusals people meet most: each shows its message as it is printed, and the exit code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIM_WARNINGS } from '../../src/core/schedule/claim-warning.ts';
import { PROBLEM_KINDS } from '../../src/core/problem/problem.ts';
import { refusal } from '../../src/core/problem/refusal.ts';
import type { Refusal } from '../../src/core/problem/refusal.ts';
import { describeRefusal } from '../../src/present/describe-refusal.ts';
import { exitCodeOf } from '../../src/present/exit-code.ts';
import { PIPE } from '../support/screens.ts';

const EXAMPLES: readonly Refusal[] = [
  refusal('no-repository', { cwd: '/home/me/notes' }),
  refusal('no-workspace', { folder: 'deployment' }),
  refusal('who-are-you', { agents: ['backend', 'frontend'] }),
  refusal('held-by-another', {
    id: 'FIX-001',
    agent: 'frontend',
    since: '2025-08-12T11:58:00Z',
    until: '2025-08-12T13:58:00Z',
    where: '../app-FIX-001',
    free: ['INFRA-001'],
    asking: 'backend',
  }),
  refusal('not-the-holder', { id: 'FIX-001', holder: 'frontend', lost: false }),
  refusal('expired-claim', { id: 'FIX-001', agent: 'frontend', until: '2025-08-12T09:00:00Z', branch: 'frontend/FIX-001', left: ['../app-FIX-001: 2 uncommitted files'] }),
  refusal('not-ready', { id: 'UI-001', holds: [{ why: 'waits-for', ids: ['API-001'] }] }),
  refusal('wrong-agent', { id: 'FIX-001', agent: 'backend', assigned: 'frontend' }),
  refusal('nothing-to-claim', { agent: 'backend', waiting: 3, held: 1 }),
  refusal('dependency-open', { id: 'UI-001', open: ['API-001'] }),
  refusal('blocker-open', { id: 'API-001', files: ['deployment/status/blockers/2025-08-12-API-001-m4c7.md'] }),
  refusal('uncommitted-work', { paths: ['web/build.js', 'web/package.json'] }),
  refusal('verifier-failed', { name: 'build', exitCode: 2, timedOut: false, tail: 'web/build.js:14: unknown option "minfy"\n' }),
  refusal('criteria-changed', { id: 'FIX-001', agent: 'frontend' }),
  refusal('remote-unreachable', { remote: 'origin', reason: 'Could not resolve host: example.com' }),
  refusal('remote-unclear', { id: 'FIX-001', remote: 'origin', reason: 'the remote end hung up unexpectedly' }),
  refusal('remote-refused', { id: 'FIX-001', remote: 'origin', reason: 'pre-receive hook declined' }),
  refusal('lock-busy', { path: '.git/coord/lock', owner: 'process 4711', heldSeconds: 31 }),
  refusal('not-writable', { path: 'deployment/tasks/FIX-001.yaml', reason: 'the disk is read-only' }),
];

const PAGES = join(import.meta.dirname, '../../docs/problems');

describe('pages of refusals', () => {
  it.each(EXAMPLES.map((example) => [example.code, example] as const))('%s', (code, example) => {
    const page = readFileSync(join(PAGES, `${code}.md`), 'utf8');
    const { message, next } = describeRefusal(example, PIPE);
    expect(page.startsWith(`# ${code}\n\nExit code: ${String(exitCodeOf(code))} (`)).toBe(true);
    expect(page).toContain(`\n\`\`\`text\n${message}\n${next}\n\`\`\`\n`);
  });

  it('are all the pages there are beside those of problems', () => {
    const known = new Set<string>([...Object.keys(PROBLEM_KINDS), ...CLAIM_WARNINGS, ...EXAMPLES.map(({ code }) => code)]);
    expect(readdirSync(PAGES).filter((name) => !known.has(name.replace(/\.md$/, '')))).toEqual([]);
  });
});
