/** What coord writes is what its schemas promise to other programs. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { VERBS } from '../../src/cli/verbs.ts';
import { compilerOf, differences, validatorOf } from '../support/read-schemas.ts';
import { realPorts } from '../support/real-ports.ts';
import { shell } from '../support/shell.ts';
import type { TestRepository } from '../support/repository.ts';
import { teamRepository } from '../support/team-repository.ts';

const ajv = compilerOf('.');

function expectDocument(schema: string, value: unknown): void {
  expect(differences(validatorOf(ajv, `${schema}.schema.json`), value)).toEqual([]);
}

async function runs(repository: TestRepository, ...argv: readonly string[]): Promise<void> {
  expect(await shell(VERBS, argv, { ports: await realPorts(repository) })).toMatchObject({ exit: 0 });
}

const claimOf = (repository: TestRepository, id: string): unknown => JSON.parse(repository.git('cat-file', 'blob', `refs/coord/tasks/${id}`));

test('a claim in each of its states', async () => {
  const repository = teamRepository();
  await runs(repository, 'claim', 'FIX-001', '--as', 'frontend');
  expectDocument('claim', claimOf(repository, 'FIX-001'));
  await runs(repository, 'release', 'FIX-001', '--as', 'frontend');
  expectDocument('claim', claimOf(repository, 'FIX-001'));
  expect(claimOf(repository, 'FIX-001')).toMatchObject({ state: 'released', token: 1 });
});

test('a task that was done, its handoff and a new task, each with every field', async () => {
  const repository = teamRepository();
  await runs(repository, 'claim', 'FIX-001', '--as', 'frontend');
  repository.write('web/index.html', '<p>It works.</p>');
  repository.commit('Fix the website');
  await runs(repository, 'done', '--as', 'frontend', '--note', 'Look at the header');
  await runs(repository, 'task', 'add', 'Draw the axes', '--id', 'UI-005', '--agent', 'frontend', '--as', 'frontend');
  expectDocument('claim', claimOf(repository, 'FIX-001'));
  await runs(repository, 'task', 'add', 'Sign it', '--id', 'SIGN-1', '--kind', 'gate', '--approvers', 'human:alice', '--as', 'frontend');
  await runs(repository, 'approve', 'SIGN-1', '--note', 'So: be it', '--as', 'human:alice');
  expectDocument('task', parse(repository.read('deployment/tasks/SIGN-1.yaml')));
  expectDocument('task', parse(repository.read('deployment/tasks/FIX-001.yaml')));
  const added: unknown = parse(repository.read('deployment/tasks/UI-005.yaml'));
  expectDocument('task', added);
  expect(Object.keys(added as object)).toEqual(fieldsOf('task'));
  const matter: unknown = parse(readInFolder(repository, 'deployment/handoffs').split('---\n')[1] ?? '');
  expectDocument('handoff', matter);
  expect(Object.keys(matter as object).sort()).toEqual(fieldsOf('handoff').filter((field) => field !== 'notes').sort());
});

test('a blocker from its first day to its last, with every field', async () => {
  const repository = teamRepository();
  const matterOf = (): unknown => parse(readInFolder(repository, 'deployment/status/blockers').split('---\n')[1] ?? '');
  await runs(repository, 'block', 'DOC-001', 'Which: words?', '--on', 'human:alice', '--as', 'backend');
  for (const next of [[], ['unblock', 'DOC-001', '--ack', '--as', 'human:alice'], ['unblock', 'DOC-001', '--note', 'These: words', '--as', 'human:alice']]) {
    if (next.length > 0) await runs(repository, ...next);
    expectDocument('blocker', matterOf());
    expect(Object.keys(matterOf() as object)).toEqual(fieldsOf('blocker'));
  }
});

test('a decision and what is said of it, with every field', async () => {
  const repository = teamRepository();
  const decisionMatter = (): unknown => parse(readInFolder(repository, 'deployment/decisions').split('---\n')[1] ?? '');
  await runs(repository, 'decide', 'propose', 'Bars: not lines', '--scope', 'web/**', '--why', '---\nAt a glance', '--as', 'frontend');
  expectDocument('decision', decisionMatter());
  await runs(repository, 'decide', 'comment', 'bars', 'So: be it', '--as', 'human:alice');
  expectDocument('feedback', parse(readInFolder(repository, 'deployment/decisions/feedback').split('---\n')[1] ?? ''));
  await runs(repository, 'decide', 'accept', 'bars', '--note', 'Why: not', '--as', 'frontend');
  expectDocument('decision', decisionMatter());
  expect(Object.keys(decisionMatter() as object)).toEqual(fieldsOf('decision'));
});

function readInFolder(repository: TestRepository, folder: string): string {
  const [name = ''] = readdirSync(join(repository.root, folder));
  return repository.read(`${folder}/${name}`);
}

/** In the schema's order. */
function fieldsOf(schema: string): string[] {
  const { properties } = validatorOf(ajv, `${schema}.schema.json`).schema as { readonly properties: object };
  return Object.keys(properties);
}
