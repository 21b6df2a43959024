import { describe, expect, it } from 'vitest';
import { CLAIM, coord, said } from '../../support/website-shell.ts';

const ids = async (line: string, claims = {}): Promise<string[]> => (await said(line, { claims })).split('\n').slice(0, -1).map((text) => text.split(' ')[0] ?? '');

describe('coord list', () => {
  it('shows a line for each task, in order of id', async () => {
    expect(await said('list')).toBe(`\
API-001    todo  backend         medium  Serve the catalogue
API-002    todo  backend         medium  Serve the search
DOC-001    todo  anyone          low     Describe the deployment
FIX-001    todo  frontend        high    Fix website deployment   due 2025-08-11
GATE-001   todo  anyone          medium  Sign off the build
INFRA-001  todo  infrastructure  medium  Deploy PostgreSQL
OLD-001    done  infrastructure  low     Choose a host
OPS-001    todo  infrastructure  low     Rotate the keys
SEO-001    todo  frontend        medium  Write the sitemap
UI-004     todo  frontend        high    Build the start page
`);
  });

  it.each([
    ['--status done', ['OLD-001']],
    ['--status done,todo --agent infrastructure', ['INFRA-001', 'OLD-001', 'OPS-001']],
    ['--priority high', ['FIX-001', 'UI-004']],
    ['--kind gate', ['GATE-001']],
    ['--phase Build', ['API-001', 'GATE-001']],
    ['--agent @agent-backend', ['API-001', 'API-002']],
    ['--text deploy', ['DOC-001', 'FIX-001', 'INFRA-001']],
    ['--overdue', ['FIX-001']],
    ['--ready', ['DOC-001', 'FIX-001', 'INFRA-001']],
    ['--ready --priority low', ['DOC-001']],
  ])('%s', async (options, expected) => {
    expect(await ids(`list ${options}`)).toEqual(expected);
  });

  it('calls a task in progress that is held, as show does, and done elsewhere what is not merged', async () => {
    const claims = { 'FIX-001': CLAIM, 'SEO-001': { ...CLAIM, state: 'done' as const } };
    expect(await said('list --agent frontend', { claims })).toBe(`\
FIX-001  in progress     frontend  high    Fix website deployme…  due 2025-08-11
SEO-001  done elsewhere  frontend  medium  Write the sitemap
UI-004   todo            frontend  high    Build the start page
`);
    expect(await ids('list --status in_progress', claims)).toEqual(['FIX-001']);
    expect(await ids('list --status todo --agent frontend', claims)).toEqual(['SEO-001', 'UI-004']);
  });

  it('does not call ready what is held or near it', async () => {
    expect(await ids('list --ready', { 'FIX-001': CLAIM })).toEqual(['INFRA-001']);
  });

  it('says when there is none, and what may be asked', async () => {
    expect(await coord('list --text nonesuch')).toEqual({ exit: 0, stdout: 'No task is like that. All tasks: coord list\n', stderr: '' });
    expect(await coord('list --group x')).toEqual({ exit: 2, stdout: '', stderr: 'There is no group "x".\nNo task has a group, and coord.yaml names none.\n' });
    expect(await coord('list --phase lunch')).toEqual({ exit: 2, stdout: '', stderr: 'There is no phase "lunch".\nDid you mean "launch"? There are: build and launch\n' });
    expect(await coord('list --status open')).toEqual({ exit: 2, stdout: '', stderr: '--status should be one of todo, in_progress, review, done, cancelled, not "open".\nGive it again with such a value.\n' });
    expect(await coord('list --agent nobody')).toMatchObject({ exit: 2 });
  });

  it('is data for programs', async () => {
    const { stdout } = await coord('list --json --kind gate');
    expect(JSON.parse(stdout)).toEqual({ coord: 1, data: { tasks: [{ id: 'GATE-001', title: 'Sign off the build', agent: null, priority: 'medium', status: 'todo' }] }, problems: [] });
  });
});
