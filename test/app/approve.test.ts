import { expect, test } from 'vitest';
import { approve } from '../../src/app/decisions/approve.ts';
import type { ClaimRef, Ports } from '../../src/app/ports.ts';
import { aClaim } from '../support/a-claim.ts';
import { memoryPorts } from '../support/memory-ports.ts';

/** A gate with nothing else left to do, and what the remote was last seen to hold. */
function gate(seen: readonly ClaimRef[]): Ports {
  const ports = memoryPorts({ now: new Date('2026-03-02T12:30:00Z'), files: { 'deployment/coord.yaml': 'protocol: 1\nclaims: origin\n', 'deployment/tasks/GATE-1.yaml': 'id: GATE-1\ntask: Sign off\nkind: gate\n' } });
  return { ...ports, remotes: { ...ports.remotes, list: () => Promise.resolve(seen) } };
}

test.each([
  ['nobody is at, so that it is done', [], true],
  ['is held in another clone only in part', [{ id: 'GATE-1', oid: '1'.repeat(40), claim: aClaim({ remote: 'origin' }) }], false],
])('a yes settles a gate that %s', async (_, seen, settled) => {
  const answer = await approve(gate(seen), { name: 'GATE-1', approved: true, note: null, as: 'human:alice' });
  expect(answer).toMatchObject({ ok: true, value: { settled } });
});
