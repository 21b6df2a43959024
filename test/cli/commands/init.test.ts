import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../../../src/cli/verbs.ts';
import { HOOK_COMMAND } from '../../../src/core/adoption/hook-block.ts';
import { realPorts } from '../../support/real-ports.ts';
import { makeFolder, makeRepository } from '../../support/repository.ts';
import type { TestRepository } from '../../support/repository.ts';
import { shell } from '../../support/shell.ts';

async function init(repository: TestRepository, ...options: string[]): Promise<string> {
  const { exit, stdout, stderr } = await shell(VERBS, ['init', ...options], { ports: await realPorts(repository) });
  return `${stdout}${stderr}exit ${exit}`;
}

describe('what init says', () => {
  test('of the bare workspace, and again', async () => {
    const repository = makeRepository();
    expect(await init(repository)).toBe(`deployment/ made: 3 files, one example task. AGENTS.md: section added.
Next: coord task add "..."      Check every commit: coord init --hook
exit 0`);
    expect(await init(repository)).toBe(`deployment/ was there already: nothing changed in it. AGENTS.md: up to date.
Next: coord next      Check every commit: coord init --hook
exit 0`);
  });

  test('of a template, with the hook', async () => {
    expect(await init(makeRepository(), '--template', 'workstreams', '--hook')).toBe(`deployment/ made: 34 files, 32 tasks. AGENTS.md: section added.
Every commit is checked from now on: .git/hooks/pre-commit
Next: coord next
exit 0`);
  });

  test('of what was there', async () => {
    const repository = makeRepository({ files: { 'deployment/README.md': 'mine\n', 'deployment/tasks/queue.yaml': 'task_queue:\n', 'CLAUDE.md': '# Notes\n', 'AGENTS.md': '<!-- coord:start -->\nold\n<!-- coord:end -->\n' } });
    expect(await init(repository, '--hook')).toBe(`deployment/ was there: 1 file added. AGENTS.md: section updated. CLAUDE.md: names AGENTS.md now.
Left as they were: deployment/README.md
Every commit is checked from now on: .git/hooks/pre-commit
Next: coord task add "..."
exit 0`);
    expect(await init(repository, '--hook')).toBe(`deployment/ was there already: nothing changed in it. AGENTS.md: up to date. CLAUDE.md: up to date.
Every commit is checked already: .git/hooks/pre-commit
Next: coord next
exit 0`);
  });

  test('of a link', async () => {
    const repository = makeRepository({ files: { 'CLAUDE.md': '# Rules\n' } });
    symlinkSync('CLAUDE.md', join(repository.root, 'AGENTS.md'));
    expect(await init(repository)).toContain('AGENTS.md: a link, left alone. CLAUDE.md: section added.\n');
  });

  test('of a hook that a person has to change', async () => {
    const repository = makeRepository();
    const shared = makeFolder();
    repository.git('config', 'core.hooksPath', shared);
    expect(await init(repository, '--hook')).toBe(`deployment/ made: 3 files, one example task. AGENTS.md: section added.
Not added to ${shared}/pre-commit: it lies outside of this repository, so others use it too. Add this there yourself:

${HOOK_COMMAND}

Next: coord task add "..."
exit 1`);
  });

  test('of what it cannot do', async () => {
    const repository = makeRepository();
    expect(await init(repository, '--template', 'deploymnt')).toBe('There is no template "deploymnt".\nThere are: bare, deployment, dev-agents, pipeline, sprint and workstreams\nexit 1');
    expect(await init(repository, '--start', 'monday')).toBe('--start should be a date such as 2026-01-05, not "monday".\nGive it again with such a value.\nexit 2');
    await init(repository);
    expect(await init(repository, '--folder', 'plan')).toBe('--folder should be deployment, where the workspace of this repository is, not "plan".\nGive it again with such a value.\nexit 2');
  });
});
