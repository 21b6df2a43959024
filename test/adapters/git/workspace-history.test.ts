/** What changed the workspace, read from a real history. */
import { describe, expect, test } from 'vitest';
import { workspaceHistory } from '../../../src/adapters/git/workspace-history.ts';
import { makeRepository } from '../../support/repository.ts';

describe('workspaceHistory', () => {
  test('has each commit below the folder with its files and trailers, whatever the settings', async () => {
    const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n', 'src/a.ts': '' } });
    for (const [key, value] of [['log.showSignature', 'true'], ['log.showRoot', 'false'], ['color.ui', 'always'], ['log.diffMerges', 'first-parent'], ['diff.renames', 'copies'], ['format.pretty', 'oneline']] as const) repository.git('config', key, value);
    repository.write('src/a.ts', 'more');
    repository.commit('Not of the workspace');
    repository.write('deployment/tasks/naïve "A".yaml', 'id: A\n');
    const added = repository.commit('A: added\n\nWhy.\n\nCoord-Task: A\nCoord-Agent: frontend\nCoord-Agent: Backend Agent');
    repository.git('mv', 'deployment/tasks/naïve "A".yaml', 'deployment/tasks/B.yaml');
    repository.commit('Moved');
    const history = await workspaceHistory(await repository.location(), 'deployment');
    expect(history.map(({ subject, files }) => [subject, files])).toEqual([
      ['Moved', ['deployment/tasks/B.yaml', 'deployment/tasks/naïve "A".yaml']],
      ['A: added', ['deployment/tasks/naïve "A".yaml']],
      ['Begin', ['deployment/coord.yaml']],
    ]);
    expect(history[1]).toMatchObject({ commit: added, at: Number(repository.git('show', '-s', '--format=%at', added)) * 1000, tasks: ['A'], agents: ['frontend', 'Backend Agent'] });
  });

  test('knows both sides of a merge, and the merge not', async () => {
    const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n' } });
    repository.git('checkout', '-q', '-b', 'side');
    repository.write('deployment/tasks/A.yaml', 'id: A\n');
    repository.commit('Side');
    repository.git('checkout', '-q', 'main');
    repository.write('deployment/tasks/B.yaml', 'id: B\n');
    repository.commit('Main');
    repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'side');
    expect((await workspaceHistory(await repository.location(), 'deployment')).map(({ subject }) => subject).sort()).toEqual(['Begin', 'Main', 'Side']);
  });

  test('is empty before the first commit', async () => {
    const repository = makeRepository({ empty: true });
    repository.write('deployment/coord.yaml', 'protocol: 1\n');
    expect(await workspaceHistory(await repository.location(), 'deployment')).toEqual([]);
  });
});
