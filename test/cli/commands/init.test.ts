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
    expect(await init(makeRepository(), '--template', 'workstreams', '--hook')).toBe(`deployment/ made: 34 files, 32 tasks, from 2025-08-18 on. AGENTS.md: section added.
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

  test('of the templates there are, and makes nothing', async () => {
    const repository = makeRepository();
    const said = await init(repository, '--list');
    expect(said.split('\n').slice(0, 2)).toEqual(['bare         Two agents and an example task: to begin with a plan of your own', 'deployment   Six agents over four phases: ownership, severities, targets, gates']);
    expect(said).toMatch(/\nMake one: coord init --template <name> {6}One of your own: coord init --from <folder>\nexit 0$/);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  test("of a template of one's own, which keeps its dates or moves them", async () => {
    const [theirs, ours, moved] = [makeRepository(), makeRepository(), makeRepository()];
    await init(theirs, '--template', 'pipeline');
    expect(await init(ours, '--from', join(theirs.root, 'deployment'))).toBe('deployment/ made: 21 files, 19 tasks. AGENTS.md: section added.\nNext: coord next      Check every commit: coord init --hook\nexit 0');
    expect(ours.read('deployment/tasks/STEP-1.5.yaml')).toBe(theirs.read('deployment/tasks/STEP-1.5.yaml'));
    expect(ours.read('deployment/coord.yaml')).toBe(theirs.read('deployment/coord.yaml'));
    await init(moved, '--from', join(theirs.root, 'deployment'), '--start', '2026-03-02');
    expect(moved.read('deployment/coord.yaml').match(/\d{4}-\d\d-\d\d/g)).toEqual(Array.from({ length: 6 }, () => '2026-03-02'));
  });

  test('of what is no template', async () => {
    const repository = makeRepository({ files: { 'ours/tasks/a.yaml': 'id: A\n' } });
    const none = (name: string, reason: string) => `${name} cannot be used as a template: ${reason}. Nothing was made.\nMend it; or take one that comes with coord: coord init --list\nexit 1`;
    expect(await init(repository, '--from', 'ours')).toBe(none('ours', 'there is no coord.yaml in it'));
    expect(await init(repository, '--from', '../nowhere')).toBe(none('../nowhere', 'there is no such folder'));
    expect(await init(repository, '--from', 'ours', '--template', 'bare')).toMatch(/^--template and --from exclude each other/);
    expect(repository.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('of what it cannot do', async () => {
    const repository = makeRepository();
    expect(await init(repository, '--template', 'deploymnt')).toBe('There is no template "deploymnt".\nDid you mean deployment? All there are: coord init --list\nexit 1');
    expect(await init(repository, '--start', 'monday')).toBe('--start should be a date such as 2026-01-05, not "monday".\nGive it again with such a value.\nexit 2');
    await init(repository);
    expect(await init(repository, '--folder', 'plan')).toBe('--folder should be deployment, where the workspace of this repository is, not "plan".\nGive it again with such a value.\nexit 2');
  });
});
