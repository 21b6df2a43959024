/** Taking over, on a real repository: who may, what must be there, what is written. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handoffAck } from '../../src/app/handoffs/handoff-ack.ts';
import type { HandoffAckRequest } from '../../src/app/handoffs/handoff-ack.ts';
import type { Ports } from '../../src/app/ports.ts';
import { realPorts } from '../support/real-ports.ts';
import type { TestRepository } from '../support/repository.ts';
import { teamRepository } from '../support/team-repository.ts';

const FILE = 'deployment/handoffs/2025-08-11-backend-UI-004-3f2a-handoff.md';
const NAME = '2025-08-11-backend-UI-004-3f2a';
const letter = (...lines: readonly string[]): string => ['---', 'from_agent: Backend Agent   # me', 'task: UI-004', ...lines, 'acknowledged:', '---', '', 'Notes.', ''].join('\n');
const TO_FRONTEND = letter('to_agent: frontend');

const acks = async (repository: TestRepository, request: Partial<HandoffAckRequest> = {}, ports?: Ports) => {
  const answer = await handoffAck(ports ?? (await realPorts(repository)), { name: NAME, as: 'frontend', take: false, ...request });
  return answer.ok ? answer.value : answer.refusal;
};

describe('taking over', () => {
  test('writes one line and commits exactly that', async () => {
    const repository = teamRepository({ [FILE]: TO_FRONTEND });
    expect(await acks(repository)).toMatchObject({ name: NAME, acknowledged: { by: 'frontend', at: '2025-08-12T12:00:00Z' }, commit: { committed: true } });
    expect(repository.read(FILE)).toBe(TO_FRONTEND.replace('acknowledged:', 'acknowledged: { by: frontend, at: "2025-08-12T12:00:00Z" }'));
    expect(repository.git('show', '--name-only', '--format=%s%n%(trailers)', 'HEAD').split('\n').filter(Boolean)).toEqual(['Take over UI-004 from backend', 'Coord-Task: UI-004', 'Coord-Agent: frontend', FILE]);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test('twice is once', async () => {
    const repository = teamRepository({ [FILE]: TO_FRONTEND });
    await acks(repository);
    const head = repository.git('rev-parse', 'HEAD');
    expect(await acks(repository)).toMatchObject({ commit: null });
    expect(repository.git('rev-parse', 'HEAD')).toBe(head);
  });

  test.each([
    ['the name of the file', `${NAME}-handoff.md`],
    ['its path', FILE],
    ['a part of the name that only it has', '3f2a'],
    ['its task, in any case', 'ui-004'],
  ])('goes by %s', async (_, name) => {
    expect(await acks(teamRepository({ [FILE]: TO_FRONTEND }), { name })).toMatchObject({ name: NAME });
  });

  test('of a task takes the one that waits for this agent', async () => {
    const others = { 'deployment/handoffs/to-testing.md': letter('to_agent: testing'), 'deployment/handoffs/old.md': TO_FRONTEND.replace('acknowledged:', 'acknowledged: { by: frontend, at: 2025-08-10 }') };
    expect(await acks(teamRepository({ [FILE]: TO_FRONTEND, ...others }), { name: 'UI-004' })).toMatchObject({ name: NAME });
    const second = 'deployment/handoffs/second.md';
    expect(await acks(teamRepository({ [FILE]: TO_FRONTEND, [second]: TO_FRONTEND, ...others }), { name: 'UI-004' })).toEqual({ code: 'which-handoff', facts: { names: ['second', NAME], verb: 'handoff ack' } });
  });

  test('of a letter to anyone is for anyone', async () => {
    expect(await acks(teamRepository({ [FILE]: letter('to_agent:') }), { as: 'testing' })).toMatchObject({ acknowledged: { by: 'testing' } });
  });

  test('tells what was changed since', async () => {
    const repository = teamRepository({ 'api/openapi.json': '{}\n' });
    const blob = repository.git('rev-parse', 'HEAD:api/openapi.json');
    repository.write(FILE, letter('to_agent: frontend', `artifacts: [{ path: api/openapi.json, blob: ${blob} }]`, `head: ${'f'.repeat(40)}`));
    repository.write('api/openapi.json', '{"openapi": "3.1.0"}\n');
    repository.commit();
    expect(await acks(repository)).toMatchObject({ standing: { changed: ['api/openapi.json'], unknown: ['f'.repeat(40)], missing: [] } });
  });
});

describe('taking over is refused, and nothing is written, when', () => {
  const refuses = async (repository: TestRepository, request: Partial<HandoffAckRequest>, refusal: unknown, ports?: Ports): Promise<void> => {
    const before = repository.read(FILE);
    expect(await acks(repository, request, ports)).toEqual(refusal);
    expect(repository.read(FILE)).toBe(before);
    expect(repository.git('log', '--format=%s')).not.toContain('Take over');
  };

  test('it is for another, who need not mind if it is asked for in so many words', async () => {
    const repository = teamRepository({ [FILE]: TO_FRONTEND });
    await refuses(repository, { as: 'testing' }, { code: 'for-another', facts: { name: NAME, to: 'frontend', agent: 'testing' } });
    expect(await acks(repository, { as: 'testing', take: true })).toMatchObject({ acknowledged: { by: 'testing' } });
  });

  test('it is one\'s own, for whoever else comes next', async () => {
    const repository = teamRepository({ [FILE]: letter('to_agent:') });
    await refuses(repository, { as: 'backend' }, { code: 'your-own', facts: { name: NAME } });
    expect(await acks(repository, { as: 'backend', take: true })).toMatchObject({ acknowledged: { by: 'backend' } });
    expect(await acks(teamRepository({ [FILE]: letter('to_agent: backend') }), { as: 'backend' })).toMatchObject({ acknowledged: { by: 'backend' } });
  });

  test('another took it over, even a moment ago', async () => {
    const taken = { code: 'taken-over', facts: { name: NAME, by: 'testing', at: '2025-08-11T09:00:00Z' } };
    const done = TO_FRONTEND.replace('acknowledged:', 'acknowledged: { by: testing, at: "2025-08-11T09:00:00Z" }');
    await refuses(teamRepository({ [FILE]: done }), {}, taken);
    const repository = teamRepository({ [FILE]: TO_FRONTEND });
    const ports = await realPorts(repository);
    const raced: Ports = { ...ports, writer: { write: (plan) => ports.writer.write((files) => plan({ ...files, read: () => Promise.resolve(done) })) } };
    await refuses(repository, {}, taken, raced);
  });

  test('an artifact is nowhere', async () => {
    const repository = teamRepository({ [FILE]: letter('to_agent: frontend', 'artifacts: [{ path: api/openapi.json }]') });
    await refuses(repository, {}, { code: 'artifacts-missing', facts: { file: FILE, from: 'backend', paths: ['api/openapi.json'] } });
  });

  test('there is no such handoff, or it cannot be read, or nobody says who asks', async () => {
    const repository = teamRepository({ [FILE]: TO_FRONTEND, 'deployment/handoffs/broken.md': '---\nfrom_agent: [\n---\n' });
    await refuses(repository, { name: NAME.replace('3f2a', '3f2b') }, { code: 'no-such-handoff', facts: { name: NAME.replace('3f2a', '3f2b'), isTask: false, nearest: [NAME] } });
    await refuses(repository, { name: 'FIX-001' }, { code: 'no-such-handoff', facts: { name: 'FIX-001', isTask: true, nearest: [] } });
    await refuses(repository, { name: 'broken' }, { code: 'unreadable-record', facts: { id: null, file: 'deployment/handoffs/broken.md' } });
    await refuses(repository, { as: null }, { code: 'who-are-you', facts: { agents: ['frontend', 'backend', 'testing'] } });
  });

  test('the file is gone meanwhile', async () => {
    const repository = teamRepository({ [FILE]: TO_FRONTEND });
    const ports = await realPorts(repository);
    const raced: Ports = {
      ...ports,
      writer: {
        write: (plan) => {
          rmSync(join(repository.root, FILE));
          return ports.writer.write(plan);
        },
      },
    };
    expect(await acks(repository, {}, raced)).toEqual({ code: 'edit-refused', facts: { file: FILE, reason: 'the place to change is not in a mapping' } });
    expect(repository.has(FILE)).toBe(false);
  });
});
