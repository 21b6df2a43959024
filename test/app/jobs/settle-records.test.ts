import { expect, test } from 'vitest';
import { settleRecords } from '../../../src/app/jobs/settle-records.ts';
import { realPorts } from '../../support/real-ports.ts';
import { makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';

const QUEUE = 'deployment/tasks/queue.yaml';
const queue = (one: string, two: string): string => `task_queue:\n  high_priority:\n    - { id: A-1, task: One${one} }\n    - { id: A-2, task: Two${two} }\n`;

interface Sides {
  readonly ours: Readonly<Record<string, string>>;
  readonly theirs: Readonly<Record<string, string>>;
}

/** Both sides begin at one commit; `main` is checked out. */
function parted({ ours, theirs }: Sides): TestRepository {
  const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n', [QUEUE]: queue('', ''), 'src/a': '1\n' } });
  repository.git('switch', '-q', '-c', 'theirs');
  for (const [path, text] of Object.entries(theirs)) repository.write(path, text);
  repository.commit('Theirs');
  repository.git('switch', '-q', 'main');
  for (const [path, text] of Object.entries(ours)) repository.write(path, text);
  repository.commit('Ours');
  return repository;
}

async function settle(repository: TestRepository, conflicts: readonly string[] = [QUEUE]) {
  const ports = await realPorts(repository);
  const settled = await settleRecords(ports, repository.git('rev-parse', 'main'), repository.git('rev-parse', 'theirs'), conflicts);
  return { ports, settled };
}

const BOTH: Sides = { ours: { [QUEUE]: queue(', status: done', '') }, theirs: { [QUEUE]: queue('', ', status: done'), 'src/b': '2\n' } };

test('tasks side by side in one queue, each changed on a branch of its own, are merged whole', async () => {
  const repository = parted(BOTH);
  const { ports, settled } = await settle(repository);
  const before = repository.git('rev-parse', 'main');
  const merged = await ports.git.merge('theirs', 'Merge theirs', settled);
  expect(merged).toEqual({ merged: true, commit: repository.git('rev-parse', 'main') });
  expect(repository.read(QUEUE)).toBe(queue(', status: done', ', status: done'));
  expect(repository.read('src/b')).toBe('2\n');
  expect(repository.git('rev-parse', 'main^1', 'main^2')).toBe(`${before}\n${repository.git('rev-parse', 'theirs')}`);
  expect(repository.git('status', '--porcelain')).toBe('');
});

test('what came to the branch meanwhile is not lost: then nothing is merged', async () => {
  const repository = parted(BOTH);
  const { ports, settled } = await settle(repository);
  repository.write('src/a', '2\n');
  repository.commit('Meanwhile');
  const head = repository.git('rev-parse', 'main');
  expect(await ports.git.merge('theirs', 'Merge theirs', settled)).toMatchObject({ merged: false });
  expect(repository.git('rev-parse', 'main')).toBe(head);
  expect(repository.git('status', '--porcelain')).toBe('');
});

test.each<[string, Sides, readonly string[]]>([
  ['two values for one field', { ours: { [QUEUE]: queue(' here', '') }, theirs: { [QUEUE]: queue(' there', '') } }, [QUEUE]],
  ['a file outside the workspace', { ours: { ...BOTH.ours, 'src/a': '2\n' }, theirs: { ...BOTH.theirs, 'src/a': '3\n' } }, [QUEUE, 'src/a']],
  ['a file that only one side has', { ours: { 'deployment/tasks/A.yaml': 'id: A\n' }, theirs: { 'src/b': '2\n' } }, ['deployment/tasks/A.yaml']],
])('%s is left to a person', async (_, sides, conflicts) => {
  expect((await settle(parted(sides), conflicts)).settled).toBeNull();
});
