import { expect, test } from 'vitest';
import type { Abandoned } from '../../src/app/claims/release-abandoned.ts';
import { abandonedText } from '../../src/present/claims/abandoned.ts';
import { PIPE } from '../support/screens.ts';

const ONE: Abandoned = { id: 'FIX-001', agent: 'frontend', until: new Date(PIPE.now.getTime() - 7_200_000).toISOString(), branch: null, commits: 0, left: [], gone: null };
const text = (changes: Partial<Abandoned>) => abandonedText({ released: [{ ...ONE, ...changes }], notShared: null }, PIPE);

test('who left what behind, as far as it can be seen', () => {
  expect(abandonedText({ released: [], notShared: null }, PIPE)).toBe('Nothing is abandoned.');
  expect(text({})).toBe("FIX-001 is free again: frontend's time ran out 2 h ago. Nothing left behind that can be seen here.");
  expect(text({ branch: 'frontend/FIX-001', commits: 2 })).toContain('Left behind:\n  branch frontend/FIX-001, 2 commits');
  expect(text({ gone: '/gone', branch: 'b' })).toBe("FIX-001 is free again: frontend's worktree /gone is gone. Left behind:\n  branch b, no commits seen here");
  expect(text({ branch: 'frontend/FIX-001' })).toContain('branch frontend/FIX-001, no commits seen here');
  expect(text({ left: Array.from({ length: 12 }, (_, at) => `../x/${at}`) })).toMatch(/\.\.\/x\/9\n {2}and 2 more$/);
});
