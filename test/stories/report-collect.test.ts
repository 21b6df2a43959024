/** What is collected of each agent from real branches and commits. */
import { expect, test } from 'vitest';
import { teamStory } from '../support/story.ts';

test('coord report collect: commits by branch or by trailer, and only branches that are not merged', () => {
  const team = teamStory();
  team.git('checkout', '-q', '-b', 'frontend/OLD-1');
  team.git('checkout', '-q', '-b', 'frontend/UI-004');
  team.write('web/chart', 'a chart');
  const commit = team.commit('Draw the chart');
  team.git('checkout', '-q', 'main');
  team.git('update-ref', 'refs/remotes/origin/frontend/UI-004', commit);
  team.coord(['block', 'INFRA-001', 'The address', '--on', 'human:ops', '--as', 'backend']);
  const { agents } = team.data('report collect') as { agents: { agent: string; last_commit: { commit: string; subject: string } | null; branches: { branch: string; commit: string }[] }[] };
  expect(agents.map(({ agent, branches }) => [agent, branches.map(({ branch }) => branch)])).toEqual([['frontend', ['frontend/UI-004']], ['backend', []], ['testing', []]]);
  expect(agents.map(({ last_commit: last }) => last?.commit ?? null)).toEqual([commit, team.git('rev-parse', 'main'), null]);
  expect(team.coord('report collect').stdout).toContain('not merged: frontend/UI-004\n');
});
