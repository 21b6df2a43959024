/** What is about to collide, by tasks' files and by merging real branches. */
import { expect, test } from 'vitest';
import { COORD_YAML } from '../support/team-repository.ts';
import { teamStory } from '../support/story.ts';
import type { Story } from '../support/story.ts';

const OWNED = COORD_YAML.replace('branch: "frontend/{task}"', 'branch: "frontend/{task}", owns: [web/**]');

/** A branch off main with one commit; main is checked out again. */
function branch(team: Story, name: string, files: Readonly<Record<string, string>>): void {
  team.git('checkout', '-q', '-b', name, 'main');
  for (const [path, text] of Object.entries(files)) team.write(path, text);
  team.commit(`Work on ${name}`);
  team.git('checkout', '-q', 'main');
}

const lines = (count: number, changed: number): string => Array.from({ length: count }, (_, at) => (at === changed ? 'changed' : `line ${at}`)).join('\n');

test('coord plan --conflicts names tasks, branches, their agents and the owners of the files, and touches nothing', () => {
  const team = teamStory({ 'deployment/coord.yaml': OWNED, 'deployment/tasks/API-002.yaml': 'id: API-002\ntask: Serve the chart\nagent: backend\nstatus: in_progress\nfiles: [web/chart/data.ts]\n', 'web/page': lines(20, -1) });
  branch(team, 'frontend/FIX-001', { 'web/page': lines(20, 2) });
  branch(team, 'spike', { 'web/page': lines(20, 2).replace('changed', 'other') });
  branch(team, 'far-away', { 'web/page': lines(20, 18) });
  team.git('update-ref', 'refs/remotes/origin/theirs', team.git('rev-parse', 'spike'));
  team.git('branch', '-q', '-D', 'spike');
  team.git('update-ref', 'refs/remotes/elsewhere/unseen', team.git('rev-parse', 'refs/remotes/origin/theirs'));
  const before = [team.git('status', '--porcelain'), team.git('for-each-ref'), team.git('count-objects', '-v')];
  const { stdout, exit } = team.coord('plan --conflicts');
  expect(exit).toBe(0);
  expect(stdout).toBe(`Tasks that may touch the same files, though neither waits for the other
  API-002 (backend, in progress) and FIX-001 (frontend)
    web/chart/data.ts meets web/**; owned by frontend
  API-002 (backend, in progress) and UI-004 (frontend)
    web/chart/data.ts meets web/chart/**; owned by frontend

Branches that git will not merge by itself
  frontend/FIX-001 (frontend, FIX-001) and theirs
    web/page; owned by frontend
2 pairs of branches change the same files and will merge.
`);
  expect([team.git('status', '--porcelain'), team.git('for-each-ref'), team.git('count-objects', '-v')]).toEqual(before);
});

test('a branch is known by the claim that works on it', () => {
  const team = teamStory();
  team.git('checkout', '-q', '-b', 'docs-work');
  team.coord('claim DOC-001 --as testing');
  team.write('docs/a', 'one');
  team.commit('Write');
  team.git('checkout', '-q', 'main');
  branch(team, 'spike', { 'docs/a': 'two' });
  const { branches } = team.data('plan --conflicts') as { branches: { conflicts: { one: unknown; other: unknown }[] } };
  expect(branches.conflicts.flatMap(({ one, other }) => [one, other])).toEqual([{ branch: 'docs-work', agent: 'testing', task: 'DOC-001' }, { branch: 'spike', agent: null, task: null }]);
});

test('coord plan --conflicts is not about the schedule', () => {
  const { exit, stderr } = teamStory().coord('plan --conflicts --from 2025-08-12');
  expect(exit).toBe(2);
  expect(stderr).toContain('coord plan --conflicts takes no --from');
});

test('coord plan --conflicts compares the newest branches only, and says so', () => {
  const team = teamStory();
  branch(team, 'first', { 'docs/a': 'one' });
  const tip = team.git('rev-parse', 'first');
  for (let at = 0; at < 21; at++) team.git('update-ref', `refs/heads/copy-${at}`, tip);
  const { stdout } = team.coord('plan --conflicts');
  expect(stdout).toBe(`By their \`files\`, no two open tasks touch the same files unless one waits for the other.

No conflict between branches: 20 branches compared.
Not compared: 2 branches, as only the 20 last committed to are.
`);
});
