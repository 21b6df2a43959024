/** The words of the verbs that claim, write and finish, in full. */
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../../../src/cli/verbs.ts';
import { realPorts } from '../../support/real-ports.ts';
import type { TestRepository } from '../../support/repository.ts';
import { NOON, shell } from '../../support/shell.ts';
import { COORD_YAML, teamRepository } from '../../support/team-repository.ts';

const after = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

/** Commits and random marks differ from run to run. */
const steady = (text: string): string => text.replace(/committed [0-9a-f]{7}/g, 'committed 3f2a91c').replace(/ok \d+ s/g, 'ok 0 s').trimEnd();

async function types(repository: TestRepository, words: string | readonly string[], now = NOON): Promise<string> {
  const argv = typeof words === 'string' ? words.split(' ') : words;
  const { exit, stdout, stderr } = await shell(VERBS, argv, { ports: await realPorts(repository, now), now });
  return [exit === 0 ? '' : `exit ${exit}`, steady(stdout), steady(stderr)].filter((part) => part !== '').join('\n');
}

describe('claim', () => {
  test('yours, yours already, held, free again', async () => {
    const repository = teamRepository();
    expect(await types(repository, 'claim FIX-001 --as frontend')).toBe('FIX-001 is yours until 2025-08-12T14:00:00Z.');
    expect(await types(repository, 'claim FIX-001 --as frontend', after(2))).toBe('FIX-001 is yours already, until 2025-08-12T14:00:00Z.');
    expect(await types(repository, 'claim FIX-001 --as backend', after(2))).toBe(
      'exit 3\nFIX-001 is held by frontend since 2 min, in this worktree.\nTake another: coord claim --as backend    (INFRA-001 and DOC-001 are free for you)',
    );
    expect(await types(repository, 'release')).toBe('FIX-001 is free again.');
    expect(await types(repository, 'release')).toBe('exit 3\nYou hold no task in this worktree.\nClaim one: coord claim');
  });

  test('with a worktree', async () => {
    const repository = teamRepository();
    expect(await types(repository, 'claim FIX-001 --as frontend --worktree')).toBe('FIX-001 is yours until 2025-08-12T14:00:00Z. ../app-FIX-001 on frontend/FIX-001\nGo there: cd ../app-FIX-001');
    expect(await types(repository, 'claim FIX-001 --as backend', after(2))).toBe(
      'exit 3\nFIX-001 is held by frontend since 2 min, in ../app-FIX-001.\nTake another: coord claim --as backend    (INFRA-001 and DOC-001 are free for you)',
    );
  });

  test('with a worktree that lacks what was changed since the last commit', async () => {
    const repository = teamRepository();
    repository.git('switch', '-qc', 'plan');
    repository.write('deployment/coord.yaml', `${COORD_YAML}# changed\n`);
    expect(await types(repository, 'claim FIX-001 --as frontend --worktree')).toBe(
      'FIX-001 is yours until 2025-08-12T14:00:00Z. ../app-FIX-001 on frontend/FIX-001\ndeployment/coord.yaml is not committed as it is here: the worktree has what was committed, and coord done goes by that. Commit it, then there: git merge plan\nGo there: cd ../app-FIX-001',
    );
  });

  test('expired and taken over', async () => {
    const repository = teamRepository();
    repository.git('worktree', 'add', '-q', '--detach', '../other');
    const other = repository.at(join(dirname(repository.root), 'other'));
    await types(other, 'claim FIX-001 --as frontend');
    other.write('web/half.html', 'half');
    expect(await types(repository, 'claim FIX-001 --as testing --take', after(200))).toBe(
      'exit 3\nFIX-001 was held by frontend until 2025-08-12T14:00:00Z. Left behind:\n  ../other\n  ../other/web/half.html\nLook at it, then take over: coord claim FIX-001 --take-over --as testing',
    );
    expect(await types(repository, 'claim FIX-001 --as testing --take --take-over', after(200))).toBe('FIX-001 is yours until 2025-08-12T17:20:00Z. Taken over from frontend.');
    expect(await types(other, 'release FIX-001', after(201))).toBe('exit 3\nYou held FIX-001, but testing has taken it over. Nothing was changed.\nSee who holds what: coord status');
  });

  test('on files that another is at', async () => {
    const repository = teamRepository({ 'deployment/tasks/WEB-2.yaml': 'id: WEB-2\ntask: Other\nfiles: [web/index.html]\n' });
    await types(repository, 'claim FIX-001 --as frontend');
    expect(await types(repository, 'claim WEB-2 --as backend')).toBe('WEB-2 is yours until 2025-08-12T14:00:00Z.\nWEB-2 may touch web/index.html, as FIX-001 does, which is in progress.');
  });
});

describe('as', () => {
  test('asks and says', async () => {
    const repository = teamRepository();
    expect(await types(repository, 'as')).toBe('exit 2\ncoord cannot tell which agent you are.\nAdd --as <agent>, or say it once for this worktree: coord as <agent>. The team: frontend, backend and testing');
    expect(await types(repository, ['as', 'Backend Agent'])).toBe('You are backend in this worktree.');
    expect(await types(repository, 'as')).toBe('backend (by coord as)');
    expect(await types(repository, 'as --as testing')).toBe('testing (by --as)');
    expect(await types(repository, 'as bakend')).toBe('exit 2\nThe team has no agent "bakend".\nDid you mean "backend"? The team: frontend, backend and testing');
  });
});

describe('who acts', () => {
  test('is whoever holds all that is held in this worktree', async () => {
    const repository = teamRepository({ 'deployment/tasks/WEB-2.yaml': 'id: WEB-2\ntask: Other\n' });
    await types(repository, 'claim FIX-001 --as frontend');
    expect(await types(repository, 'as')).toBe('frontend (by what this worktree holds)');
    expect(await types(repository, 'as --as testing')).toBe('testing (by --as)');
    await types(repository, 'claim WEB-2 --as backend');
    expect(await types(repository, 'as')).toMatch(/^exit 2\ncoord cannot tell which agent you are\./);
    await types(repository, 'release FIX-001 --as frontend');
    expect(await types(repository, 'as')).toBe('backend (by what this worktree holds)');
  });
});

describe('progress and done', () => {
  test('with a verifier', async () => {
    const repository = teamRepository();
    await types(repository, 'claim FIX-001 --as frontend');
    expect(await types(repository, 'progress +40 found the cause')).toBe('FIX-001 40 % done · committed 3f2a91c');
    expect(await types(repository, 'progress lots')).toBe('exit 2\nprogress should be a percentage from 0 to 100 such as 60, or a step such as +10, not "lots".\nGive it again with such a value.');
    expect(await types(repository, 'done')).toBe('build ok 0 s · handoff written · committed 3f2a91c · unblocks UI-004\nNothing but records was committed since FIX-001 was claimed. If it is not done after all: coord task set FIX-001 status=todo');
  });

  test('without one', async () => {
    const repository = teamRepository();
    await types(repository, 'claim DOC-001 --as testing');
    expect(await types(repository, 'done')).toBe('DOC-001 done, unproven · handoff written · committed 3f2a91c\nNothing but records was committed since DOC-001 was claimed. If it is not done after all: coord task set DOC-001 status=todo\nDOC-001 names no verifier, so nothing was proven. Name one for the next: coord task set <id> verify=build');
  });

  test('the verifier fails', async () => {
    const repository = teamRepository({ 'deployment/coord.yaml': COORD_YAML.replace('process.exit(0)', "console.log('two'); console.log('lines'); process.exit(3)") });
    await types(repository, 'claim FIX-001 --as frontend');
    expect(await types(repository, 'done')).toBe('exit 1\nbuild failed (exit 3). Nothing was written.\n  two\n  lines\nMend it, commit, and try again: coord done');
  });

  test('not committed, and why', async () => {
    const repository = teamRepository();
    await types(repository, 'claim FIX-001 --as frontend');
    repository.git('update-ref', 'MERGE_HEAD', 'HEAD');
    expect(await types(repository, 'progress 10')).toBe('FIX-001 10 % done · written, not committed\nNot committed: a merge is going on. The files are part of it once you add them: git add');
  });
});

describe('task', () => {
  test('add, set, split', async () => {
    const repository = teamRepository();
    expect(await types(repository, ['task', 'add', 'Serve it', '--id', 'API-001', '--agent', 'backend', '--depends-on', 'FIX-001,DOC-001', '--files', 'api/**', 'lib/{a,b}/**', '--acceptance', 'one, two', 'three', '--estimate', '2 days'])).toBe(
      'API-001 added: deployment/tasks/API-001.yaml · committed 3f2a91c',
    );
    expect(repository.read('deployment/tasks/API-001.yaml')).toContain('files: ["api/**", "lib/{a,b}/**"]\n\nactions: []\n\nacceptance: ["one, two", three]\n');
    expect(await types(repository, 'task set API-001 priority=high estimate=3')).toBe('API-001: priority and estimate set · committed 3f2a91c');
    expect(await types(repository, 'task set API-001 priority=high')).toBe('API-001 is so already.');
    expect(await types(repository, ['task', 'split', 'API-001', 'Read', 'Write'])).toBe('API-001 split into API-001-1 and API-001-2 · committed 3f2a91c');
  });

  test('refusals', async () => {
    const repository = teamRepository();
    expect(await types(repository, 'task set FIX-001 dependencies=UI-004')).toBe(
      'exit 1\nNothing was changed, for this would not be valid:\n  These tasks wait for each other in a circle: UI-004 -> FIX-001 -> UI-004.\nRemove one of these dependencies, so that one of the tasks can start.',
    );
    await types(repository, 'claim FIX-001 --as frontend');
    expect(await types(repository, ['task', 'split', 'FIX-001', 'a', 'b'])).toBe('exit 3\nFIX-001 is being worked on by frontend, so it was not split.\nGive it back first, from its worktree: coord release FIX-001');
  });
});
