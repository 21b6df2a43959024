/** The pages in a real repository: written once, out of date after work, and never at the cost of what a person wrote. */
import { describe, expect, test } from 'vitest';
import { teamStory } from '../support/story.ts';

const STATUS = 'deployment/status/current-status.md';

describe('coord report pages', () => {
  test('writes and commits the pages, and nothing the second time', () => {
    const team = teamStory();
    const first = team.coord('report pages');
    expect(first).toMatchObject({ exit: 0, stderr: '' });
    expect(first.stdout).toMatch(/^deployment\/status\/current-status\.md\n(?:.+\n){4}5 pages committed [0-9a-f]{7}\n$/);
    const tree = team.git('rev-parse', 'HEAD^{tree}');
    expect(team.coord('report pages').stdout).toBe('All pages are up to date.\n');
    expect(team.coord('report pages --check')).toMatchObject({ exit: 0, stdout: 'All pages are up to date.\n' });
    expect(team.git('rev-parse', 'HEAD^{tree}')).toBe(tree);
    expect(team.git('status', '--porcelain')).toBe('');
    expect(team.coord('validate').stdout).not.toContain('page-contradicts');
  });

  test('--check says what differs, fails, and writes nothing', () => {
    const team = teamStory();
    team.coord('report pages');
    team.coord(['block', 'INFRA-001', 'The address', '--on', 'human:ops', '--as', 'backend']);
    const checked = team.coord('report pages --check');
    expect(checked.exit).toBe(1);
    expect(checked.stdout).toContain(`deployment/status/blockers.md:7\n  is:     None.\n`);
    expect(checked.stdout).toMatch(/2 pages out of date\. Write them: coord report pages\n$/);
    expect(team.git('status', '--porcelain')).toBe('');
    const [page] = (team.data('report pages --check') as { pages: { file: string; changed: boolean }[] }).pages;
    expect(page).toMatchObject({ file: STATUS, changed: true });
  });

  test('says when records wait for their commit, since the pages take dates from it', () => {
    const team = teamStory();
    team.write('deployment/tasks/NEW-1.yaml', 'id: NEW-1\ntask: Something new\n');
    expect(team.coord('report pages').stderr).toBe('Not committed yet: deployment/tasks/NEW-1.yaml. Pages take their dates from commits: commit first, then write the pages, or they are out of date again.\n');
  });

  test('leaves a page by hand alone, with all others, and keeps what stands in its own', () => {
    const team = teamStory();
    team.write('deployment/status/progress.md', 'All is well.\n');
    expect(team.coord('report pages')).toMatchObject({ exit: 1, stderr: expect.stringContaining('deployment/status/progress.md was written by hand') as unknown });
    expect(team.has(STATUS)).toBe(false);
    team.write('deployment/status/progress.md', 'All is well.\n<!-- coord:page -->\n<!-- /coord:page -->\nAs ever.\n');
    expect(team.coord('report pages').exit).toBe(0);
    expect(team.read('deployment/status/progress.md')).toMatch(/^All is well\.\n<!-- coord:page -->\n\*\*Overall\*\*[^]+<!-- \/coord:page -->\nAs ever\.\n$/);
    const noted = team.read(STATUS).replace('**Next Update**:\n', '**Next Update**: tomorrow\n\nMind the gap.\n');
    team.write(STATUS, noted);
    expect(team.coord('report pages --check').exit).toBe(0);
  });

  test('refuses where history was cut off, and where a record cannot be read', () => {
    const team = teamStory();
    team.write('deployment/tasks/BAD-1.yaml', 'id: [\n');
    expect(team.coord('report pages')).toMatchObject({ exit: 1, stderr: expect.stringContaining('deployment/tasks/BAD-1.yaml is broken') as unknown });
    team.commit('Broken');
    team.git('clone', '-q', '--depth', '1', `file://${team.root}`, '../shallow');
    expect(team.in('../shallow').coord('report pages --check')).toMatchObject({ exit: 4, stderr: expect.stringContaining('git fetch --unshallow') as unknown });
  });
});
