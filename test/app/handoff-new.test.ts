/** Handing over, on a real repository: what fills itself in, what may be said, what is refused. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import { done } from '../../src/app/tasks/done.ts';
import { handoffNew } from '../../src/app/handoffs/handoff-new.ts';
import type { HandoffNewRequest } from '../../src/app/handoffs/handoff-new.ts';
import type { Drafts, Ports } from '../../src/app/ports.ts';
import { validate } from '../../src/app/checks/validate.ts';
import { readFile } from '../../src/core/documents/read-file.ts';
import { done as ok } from '../../src/core/problem/refusal.ts';
import { says } from '../support/handoff-words.ts';
import { realPorts } from '../support/real-ports.ts';
import type { TestRepository } from '../support/repository.ts';
import { COORD_YAML, TASKS, teamRepository } from '../support/team-repository.ts';

async function hands(repository: TestRepository, more: Partial<HandoffNewRequest> = {}, drafts: Partial<Drafts> = {}) {
  const ports = await realPorts(repository);
  const answer = await handoffNew({ ...ports, drafts: { ...ports.drafts, ...drafts } }, { task: 'FIX-001', base: null, words: says({}), verify: false, as: 'frontend', ...more });
  return answer.ok ? answer.value : answer.refusal;
}

async function written(repository: TestRepository, more: Partial<HandoffNewRequest> = {}, drafts: Partial<Drafts> = {}) {
  const answer = await hands(repository, more, drafts);
  if ('code' in answer) throw new Error(JSON.stringify(answer));
  return readFile(answer.file, repository.read(answer.file), 'deployment').handoff;
}

async function claims(repository: TestRepository): Promise<void> {
  const answer = await claim(await realPorts(repository), { id: 'FIX-001', as: 'frontend', worktree: false, take: false, takeOver: false });
  if (!answer.ok) throw new Error(answer.refusal.code);
}

function working(files: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = teamRepository(files);
  repository.git('checkout', '-q', '-b', 'frontend/FIX-001');
  return repository;
}

/** Two commits of work, one of a record between them. */
function worked(repository: TestRepository): { readonly base: string; readonly head: string } {
  const base = repository.git('rev-parse', 'HEAD');
  repository.write('web/index.html', '<p>fixed</p>\n');
  repository.commit('Correct the base path');
  repository.write('deployment/tasks/NEW-1.yaml', 'id: NEW-1\ntask: New\n');
  repository.commit('Add NEW-1');
  repository.write('web/about.html', '<p>about</p>\n');
  return { base, head: repository.commit('Add a page\n\nWith words.') };
}

describe('a handoff fills in', () => {
  test('the task, where one is held here and none is named', async () => {
    const repository = working();
    expect(await hands(repository, { task: null })).toEqual({ code: 'holds-nothing', facts: {} });
    await claims(repository);
    expect(await hands(repository, { task: null })).toMatchObject({ handoff: { task: 'FIX-001' }, held: true });
  });

  test('of a held task: the claim, the range, what was done, what is left', async () => {
    const repository = working({
      'deployment/status/blockers/b.md': '---\ntask: FIX-001\nseverity: P1\nneeded: the key\nresolved: 2025-08-11\n---\n',
      'deployment/handoffs/old.md': '---\nfrom_agent: testing\ntask: FIX-001\nruled_out: [A symlink]\nacknowledged: { by: frontend, at: 2025-08-11 }\n---\n',
    });
    await claims(repository);
    const { base, head } = worked(repository);
    repository.write('deployment/status/blockers/c.md', '---\ntask: FIX-001\nseverity: P0\nneeded: a password\n---\n');
    repository.write('web/half.html', 'half');
    const answer = await hands(repository, { words: says({ to: 'backend' }) });
    const ref = await (await realPorts(repository)).claims.read('FIX-001');
    expect(answer).toMatchObject({
      handoff: {
        from: 'frontend', to: 'backend', task: 'FIX-001', timestamp: '2025-08-12T12:00:00Z', base, head, tree: repository.git('rev-parse', `${head}^{tree}`), branch: 'frontend/FIX-001',
        token: 1, nonce: ref?.claim?.nonce, completed: ['Correct the base path', 'Add a page'], nextSteps: ['build passes'], blockers: ['P0: a password'], ruledOut: ['A symlink'], ready: [], verification: [],
        artifacts: [
          { path: 'web/about.html', blob: repository.git('rev-parse', 'HEAD:web/about.html') },
          { path: 'web/index.html', blob: repository.git('rev-parse', 'HEAD:web/index.html') },
        ],
      },
      uncommitted: ['web/half.html'],
      held: true,
      commit: { committed: true },
    });
    expect('file' in answer && answer.file).toMatch(/^deployment\/handoffs\/2025-08-12-frontend-FIX-001-[0-9a-f]{4}-handoff\.md$/);
    expect(repository.git('show', '--name-only', '--format=%s%n%(trailers)', 'HEAD').split('\n').filter(Boolean)).toEqual(['FIX-001: handed over to backend', 'Coord-Task: FIX-001', 'Coord-Agent: frontend', 'file' in answer ? answer.file : '']);
    expect(await validate(await realPorts(repository), { staged: false, strict: false })).toMatchObject({ ok: true, value: { errors: 0 } });
  });

  test('of a task that nobody holds: the range from the default branch, and no token', async () => {
    const repository = working();
    const { base, head } = worked(repository);
    expect(await written(repository, { as: 'testing' })).toMatchObject({ from: 'testing', to: null, base, head, token: null, nonce: null, completed: ['Correct the base path', 'Add a page'] });
  });

  test('on the default branch no range, unless it is said where the work began', async () => {
    const repository = teamRepository();
    const { base, head } = worked(repository);
    expect(await written(repository)).toMatchObject({ base: null, head, completed: [], artifacts: [] });
    expect(await written(repository, { base: 'HEAD~2' })).toMatchObject({ completed: ['Add a page'], artifacts: [{ path: 'web/about.html' }] });
    expect(await written(repository, { base })).toMatchObject({ base, completed: ['Correct the base path', 'Add a page'] });
    expect(await hands(repository, { base: 'nowhere' })).toEqual({ code: 'bad-value', facts: { option: '--base', value: 'nowhere', expected: 'a commit that HEAD goes back to' } });
    expect(await hands(repository, { base: '--all' })).toMatchObject({ code: 'bad-value' });
  });

  test('of a finished task: who waits for it, and no proof of another tree', async () => {
    const files = { 'deployment/tasks/UI-004.yaml': (TASKS['UI-004'] ?? '').replace('[FIX-001]', '[{ id: FIX-001, label: Site is up }]') };
    const repository = teamRepository(files);
    await claims(repository);
    const finished = await done(await realPorts(repository), { id: null, as: null, handoff: says({}) });
    expect(finished.ok).toBe(true);
    expect(await written(repository)).toMatchObject({ completed: ['FIX-001: Fix website deployment'], ready: ['Site is up'], nextSteps: ['UI-004: Show the chart'], verification: [], token: null });
  });

  test('the artifacts that the task names, as far as they are there', async () => {
    const repository = working({ 'deployment/tasks/FIX-001.yaml': `${TASKS['FIX-001'] ?? ''}artifacts: [web/about.html, web/later.html]\n` });
    worked(repository);
    expect(await written(repository)).toMatchObject({ artifacts: [{ path: 'web/about.html', blob: repository.git('rev-parse', 'HEAD:web/about.html') }] });
  });
});

describe('a handoff verifies', () => {
  const verifiers = (code: string): Readonly<Record<string, string>> => ({
    'deployment/coord.yaml': `${COORD_YAML}  load: { run: [node, -e, "${code}"] }\n  gone: { run: [no-such-program] }\n`,
    'deployment/tasks/FIX-001.yaml': (TASKS['FIX-001'] ?? '').replace('[build]', '[load, build, gone]'),
  });

  test('with every verifier of the task, though one fails, and holds what each answered', async () => {
    const repository = working(verifiers("console.log('3 of 4'); process.exit(2)"));
    const answer = await hands(repository, { verify: true });
    expect(answer).toMatchObject({ runs: [{ name: 'load', exitCode: 2, tail: '3 of 4' }, { name: 'build', exitCode: 0 }, { name: 'gone', exitCode: null }], commit: { committed: true } });
    const at = '2025-08-12T12:00:00Z';
    expect('file' in answer && readFile(answer.file, repository.read(answer.file), 'deployment').handoff?.verification).toEqual([
      { name: 'load', command: "node -e console.log('3 of 4'); process.exit(2)", exitCode: 2, at },
      { name: 'build', command: 'node -e process.exit(0)', exitCode: 0, at },
      { name: 'gone', command: 'no-such-program', exitCode: 127, at },
    ]);
    expect(await validate(await realPorts(repository), { staged: false, strict: false })).toMatchObject({ ok: true, value: { errors: 0 } });
  });

  test('nothing where the task names no verifier, and says that', async () => {
    expect(await hands(working(), { task: 'DOC-001', verify: true })).toMatchObject({ runs: [], handoff: { verification: [] } });
    expect(await hands(working())).toMatchObject({ runs: null });
  });

  test('only what is committed, and nothing that a verifier changes', async () => {
    const repository = working(verifiers("require('fs').writeFileSync('out.txt', '')"));
    repository.write('web/half.html', 'half');
    expect(await hands(repository, { verify: true })).toEqual({ code: 'uncommitted-work', facts: { paths: ['web/half.html'] } });
    repository.commit('Half');
    expect(await hands(repository, { verify: true })).toEqual({ code: 'tree-changed', facts: { paths: ['out.txt'], verb: 'handoff new FIX-001 --verify' } });
    expect(repository.has('deployment/handoffs')).toBe(false);
  });

  test('nothing that is done or cancelled: it was proven when it was done, and there is nothing to go on with', async () => {
    const [done, cancelled] = [working({ 'deployment/tasks/OLD-001.yaml': 'id: OLD-001\ntask: Old\nstatus: done\n' }), working({ 'deployment/tasks/OLD-001.yaml': 'id: OLD-001\ntask: Old\nstatus: cancelled\n' })];
    expect(await hands(done, { task: 'OLD-001', verify: true })).toEqual({ code: 'already-done', facts: { id: 'OLD-001', where: 'see deployment/tasks/OLD-001.yaml' } });
    expect(await hands(cancelled, { task: 'OLD-001', verify: true })).toEqual({ code: 'cancelled', facts: { id: 'OLD-001' } });
    expect([done, cancelled].map((repository) => repository.has('deployment/handoffs'))).toEqual([false, false]);
  });

  test('by no name that coord.yaml does not define', async () => {
    const repository = working({ 'deployment/tasks/FIX-001.yaml': (TASKS['FIX-001'] ?? '').replace('[build]', '[biuld]') });
    expect(await hands(repository, { verify: true })).toEqual({ code: 'verifier-unknown', facts: { name: 'biuld', nearest: 'build', problems: [] } });
  });
});

describe('a handoff says', () => {
  test('by options what is said, in place of what would be filled in', async () => {
    const repository = working();
    worked(repository);
    repository.write('plan.md', 'not committed');
    const words = says({ to: 'Testing Agent', completed: ['All'], ready: ['Site'], blockers: ['None'], nextSteps: ['Test it'], ruledOut: ['Luck'], artifacts: [{ path: 'plan.md', description: null }, { path: 'web/index.html', description: null }], notes: 'Look.' });
    expect(await written(repository, { words })).toMatchObject({
      to: 'testing', completed: ['All'], ready: ['Site'], blockers: ['None'], nextSteps: ['Test it'], ruledOut: ['Luck'], notes: 'Look.',
      artifacts: [{ path: 'plan.md', blob: null }, { path: 'web/index.html', blob: repository.git('rev-parse', 'HEAD:web/index.html') }],
    });
  });

  test('by a file, over which options count', async () => {
    const repository = working();
    repository.write('notes.md', '---\nfrom_agent: Frontend Agent\ntask: fix-001\nto_agent: backend\nnext_steps: [Deploy it]\n---\nMind the cache.\n');
    expect(await written(repository, { words: { ...says({ nextSteps: ['Test it'] }), fromFile: 'notes.md' } })).toMatchObject({ to: 'backend', nextSteps: ['Test it'], notes: 'Mind the cache.' });
    const stdin = { read: (source: string) => Promise.resolve(ok(`from ${source}`)) };
    expect(await written(repository, { words: { ...says({}), fromFile: '-' } }, stdin)).toMatchObject({ notes: 'from -' });
  });

  test('in an editor what is left there, and nothing else', async () => {
    const repository = working();
    worked(repository);
    const shown: string[] = [];
    const dropped: string[] = [];
    const editor = (change: (text: string) => string): Partial<Drafts> => ({
      edit: (text) => {
        shown.push(text);
        return Promise.resolve(ok({ text: change(text), path: '/kept.md' }));
      },
      drop: (path) => {
        dropped.push(path);
        return Promise.resolve();
      },
    });
    const words = { ...says({ to: 'backend', notes: 'Look.' }), edit: true };
    const handoff = await written(repository, { words }, editor((text) => text.replace('build passes', 'Deploy it').replace(/^task_completed:.*\n/m, '').replace('Look.', '')));
    expect(shown[0]).toContain('to_agent: backend\n\ntask_completed: [Correct the base path, Add a page]\n');
    expect(handoff).toMatchObject({ to: 'backend', completed: [], nextSteps: ['Deploy it'], notes: '', artifacts: [{ blob: repository.git('rev-parse', 'HEAD:web/about.html') }, {}] });
    expect(dropped).toEqual(['/kept.md']);
    expect(await hands(repository, { words }, editor(() => '---\nnext: [x]\n---\n'))).toMatchObject({ code: 'bad-draft', facts: { source: '/kept.md' } });
    expect(dropped).toHaveLength(1);
  });

  test('the same for done, one for each who waits', async () => {
    const repository = working({ 'deployment/tasks/API-9.yaml': 'id: API-9\ntask: Serve it\nagent: backend\ndependencies: [FIX-001]\n' });
    await claims(repository);
    worked(repository);
    repository.write('notes.md', '---\nruled_out: [A symlink]\n---\nMind the cache.\n');
    repository.commit();
    const answer = await done(await realPorts(repository), { id: null, as: null, handoff: { ...says({}), fromFile: 'notes.md' } });
    const [file = ''] = answer.ok ? answer.value.handoffs : [];
    expect(readFile(file, repository.read(file), 'deployment').handoff).toMatchObject({ to: 'backend', ruledOut: ['A symlink'], notes: 'Mind the cache.', nextSteps: ['API-9: Serve it'], completed: ['FIX-001: Fix website deployment'] });
  });
});

describe('handing over is refused, and nothing is written, when', () => {
  const refuses = async (repository: TestRepository, more: Partial<HandoffNewRequest>, refusal: unknown): Promise<void> => {
    expect(await hands(repository, more)).toMatchObject(refusal as object);
    expect(repository.has('deployment/handoffs')).toBe(false);
  };

  test.each<[string, Partial<HandoffNewRequest>, unknown]>([
    ['nobody knows the task', { task: 'FIX-002' }, { code: 'no-such-task' }],
    ['nobody says who hands over', { as: null }, { code: 'who-are-you' }],
    ['nobody knows to whom', { words: says({ to: 'bakend' }) }, { code: 'no-such-agent', facts: { nearest: 'backend' } }],
    ['an artifact is nowhere', { words: says({ artifacts: [{ path: 'gone.md', description: null }] }) }, { code: 'would-break', facts: { problems: [{ code: 'artifact-missing', facts: { path: 'gone.md', task: 'FIX-001' } }] } }],
    ['an artifact lies outside', { words: says({ artifacts: [{ path: '../gone.md', description: null }] }) }, { code: 'would-break', facts: { problems: [{ code: 'path-escape' }] } }],
    ['it is too long to be read', { words: says({ notes: 'word '.repeat(4000) }) }, { code: 'handoff-too-long', facts: { limit: 16384 } }],
    ['a form was not filled in', { words: says({ completed: ['List of completed items'] }) }, { code: 'would-break', facts: { problems: [{ code: 'placeholder' }] } }],
    ['there is no such file', { words: { ...says({}), fromFile: 'gone.md' } }, { code: 'draft-unreadable', facts: { source: 'gone.md', reason: 'there is no such file' } }],
    ['the file is a folder', { words: { ...says({}), fromFile: 'deployment' } }, { code: 'draft-unreadable', facts: { reason: 'it is a folder' } }],
    ['an editor is asked for where there is no terminal', { words: { ...says({}), edit: true } }, { code: 'no-terminal' }],
  ])('%s', async (_, more, refusal) => {
    await refuses(teamRepository(), more, refusal);
  });

  test.each([
    ['from_agent: backend', 'from_agent', 'backend'],
    ['task: DOC-001', 'task', 'DOC-001'],
    ['base: abc', 'base', 'abc'],
    ['verification: [{ name: build, exit_code: 0 }]', 'verification', '[{"name":"build","exit_code":0}]'],
  ])('a file says %s, which it cannot know better', async (line, field, given) => {
    const repository = working();
    repository.write('notes.md', `---\n${line}\n---\n`);
    await refuses(repository, { words: { ...says({}), fromFile: 'notes.md' } }, { code: 'draft-overrides', facts: { source: 'notes.md', field, given } });
  });

  test('there is no commit yet', async () => {
    const repository = teamRepository();
    repository.git('checkout', '-q', '--orphan', 'fresh');
    await refuses(repository, {}, { code: 'no-first-commit', facts: { verb: 'handoff new' } });
  });
});

test('done with a file that cannot be taken runs no verifier and writes nothing', async () => {
  const repository = working();
  await claims(repository);
  repository.write('notes.md', '---\nnextsteps: []\n---\n');
  repository.commit();
  const ports = await realPorts(repository);
  const idle: Ports = { ...ports, processes: { run: () => Promise.reject(new Error('a verifier ran')) } };
  expect(await done(idle, { id: null, as: null, handoff: { ...says({}), fromFile: join(repository.root, 'notes.md') } })).toMatchObject({ ok: false, refusal: { code: 'bad-draft' } });
  expect(repository.has('deployment/handoffs')).toBe(false);
});
