import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import { realPorts } from '../support/real-ports.ts';
import { teamRepository } from '../support/team-repository.ts';

test('a task whose id was written in other letters in another worktree is the same task', async () => {
  const repository = teamRepository();
  repository.git('worktree', 'add', '-q', '-b', 'other', '../other');
  const other = repository.at(join(dirname(repository.root), 'other'));
  other.write('deployment/tasks/DOC-001.yaml', other.read('deployment/tasks/DOC-001.yaml').replace('DOC-001', 'doc-001'));
  other.commit();
  const command = { as: 'testing', worktree: false, take: false, takeOver: false };
  expect(await claim(await realPorts(other), { ...command, id: 'doc-001' })).toMatchObject({ ok: true });
  const facts = { id: 'DOC-001', file: 'refs/coord/tasks/doc-001' };
  expect(await claim(await realPorts(repository), { ...command, id: 'DOC-001' })).toEqual({ ok: false, refusal: { code: 'id-taken', facts } });
});
