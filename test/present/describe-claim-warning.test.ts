/** The warnings of `coord sync`, and their pages: each shows its message as it is printed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIM_WARNINGS } from '../../src/core/schedule/claim-warning.ts';
import type { ClaimWarning } from '../../src/core/schedule/claim-warning.ts';
import { describeClaimWarning } from '../../src/present/claims/describe-claim-warning.ts';

const EXAMPLES: readonly ClaimWarning[] = [
  { code: 'clock-skew', ids: ['FIX-001', 'UI-004'], agent: 'frontend', minutes: 14_400 },
  { code: 'done-but-lost', ids: ['FIX-001'], agent: 'frontend', branch: 'frontend/FIX-001', head: '3f2a91c0d4'.padEnd(40, '0') },
  { code: 'claims-set-back', ids: ['FIX-001', 'UI-004'], remote: 'origin' },
  { code: 'claim-lost', ids: ['FIX-001'], agent: 'frontend', by: 'backend' },
  { code: 'claims-not-shared', ids: ['FIX-001'], remote: 'origin', reason: 'pre-receive hook declined' },
];

describe('warnings about shared claims', () => {
  it.each(EXAMPLES.map((example) => [example.code, example] as const))('%s', (code, example) => {
    const page = readFileSync(join(import.meta.dirname, `../../docs/problems/${code}.md`), 'utf8');
    const { message, next } = describeClaimWarning(example);
    expect(page.startsWith(`# ${code}\n\nSeverity: warning of \`coord sync\`\n`)).toBe(true);
    expect(page).toContain(`\n\`\`\`text\nwarning  ${code}\n  ${message}\n  ${next}\n\`\`\`\n`);
  });

  it('are all described', () => {
    expect(EXAMPLES.map(({ code }) => code)).toEqual(CLAIM_WARNINGS);
  });

  it('say what is known', () => {
    expect(describeClaimWarning({ code: 'clock-skew', ids: ['A'], agent: 'frontend', minutes: -30 }).message).toContain('is 30 min behind this one');
    expect(describeClaimWarning({ code: 'done-but-lost', ids: ['A'], agent: 'frontend', branch: null, head: null }).message).toBe(
      'A was done by frontend, but the work is neither here nor at the remote, and the default branch does not have it.',
    );
  });
});
