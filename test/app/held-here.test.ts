import { expect, test } from 'vitest';
import { heldHere } from '../../src/app/claims/held-here.ts';
import type { Ports } from '../../src/app/ports.ts';
import { aClaim } from '../support/a-claim.ts';
import { memoryPorts } from '../support/memory-ports.ts';

const task = (id: string): string => `id: ${id}\ntask: Do ${id}\nagent: frontend\n`;
const holding = (id: string, nonce: string) => ({ id, agent: 'frontend', nonce, session: null });

function portsHolding(now: Date): { readonly ports: Ports; readonly asked: () => number } {
  const ports = memoryPorts({
    now,
    files: { 'deployment/coord.yaml': 'protocol: 1\n', 'deployment/tasks/A-1.yaml': task('A-1'), 'deployment/tasks/A-2.yaml': task('A-2'), 'deployment/tasks/A-3.yaml': task('A-3') },
    claims: { 'A-1': aClaim({ nonce: 'one' }), 'A-2': aClaim({ nonce: 'anothers' }), 'A-3': aClaim({ nonce: 'three', state: 'done' }) },
    holdings: [holding('A-1', 'one'), holding('A-2', 'two'), holding('A-3', 'three'), holding('A-4', 'four')],
  });
  let asked = 0;
  const { claims } = ports;
  const counted = <A extends unknown[], R>(ask: (...given: A) => R) => (...given: A): R => {
    asked++;
    return ask(...given);
  };
  return { ports: { ...ports, claims: { ...claims, list: counted(() => claims.list()), find: counted((ids: readonly string[]) => claims.find(ids)) } }, asked: () => asked };
}

async function statesAt(now: string): Promise<{ readonly states: readonly string[]; readonly asked: number }> {
  const { ports, asked } = portsHolding(new Date(now));
  const opened = await ports.store.open();
  const held = opened.ok ? await heldHere(ports, opened.value) : [];
  return { states: held.map(({ id, task: found, state }) => `${id} ${found?.title ?? 'no file'}: ${state}`), asked: asked() };
}

test('what is ours, what was lost and what is gone, without what is finished; claims are asked for once', async () => {
  expect(await statesAt('2026-03-02T13:00:00Z')).toEqual({ states: ['A-1 Do A-1: held', 'A-2 Do A-2: lost', 'A-4 no file: lost'], asked: 1 });
});

test('a lease that has run out', async () => {
  const { states } = await statesAt('2026-03-02T15:00:00Z');
  expect(states[0]).toBe('A-1 Do A-1: expired');
});
