import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import { releaseAbandoned } from '../../src/app/claims/release-abandoned.ts';
import { realPorts } from '../support/real-ports.ts';
import { teamRepository } from '../support/team-repository.ts';

test('a claim whose worktree was deleted is freed by name, and by nothing else', async () => {
  const repository = teamRepository();
  const ports = await realPorts(repository);
  await claim(ports, { id: 'FIX-001', as: 'frontend', worktree: true, take: false, takeOver: false });
  const worktree = join(repository.root, '../app-FIX-001');
  expect(await releaseAbandoned(ports, 'FIX-001')).toMatchObject({ ok: false, refusal: { code: 'not-abandoned', facts: { holder: 'frontend' } } });
  rmSync(worktree, { recursive: true });
  expect(await releaseAbandoned(ports, null)).toMatchObject({ ok: true, value: { released: [] } });
  expect(await releaseAbandoned(ports, 'FIX-001')).toMatchObject({ ok: true, value: { released: [{ id: 'FIX-001', branch: 'frontend/FIX-001', left: [], gone: worktree }] } });
  expect((await ports.claims.read('FIX-001'))?.claim).toMatchObject({ state: 'released', token: 1 });
});
