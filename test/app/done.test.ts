import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claim } from '../../src/app/claims/claim.ts';
import { done } from '../../src/app/tasks/done.ts';
import type { DoneRequest } from '../../src/app/tasks/done.ts';
import { validate } from '../../src/app/checks/validate.ts';
import { says } from '../support/handoff-words.ts';
import { realPorts } from '../support/real-ports.ts';
import type { TestRepository } from '../support/repository.ts';
import { COORD_YAML, teamRepository } from '../support/team-repository.ts';

const NOON = new Date('2025-08-12T12:00:00Z');
const LATER = new Date('2025-08-12T13:30:00Z');
const BUILD = COORD_YAML.replace('"process.exit(0)"', '"SCRIPT"');
const withBuild = (script: string, files: Readonly<Record<string, string>> = {}) => teamRepository({ 'deployment/coord.yaml': BUILD.replace('SCRIPT', script), ...files });

async function claims(repository: TestRepository, id = 'FIX-001', as = 'frontend'): Promise<void> {
  const answer = await claim(await realPorts(repository, NOON), { id, as, worktree: false, take: true, takeOver: false });
  if (!answer.ok) throw new Error(answer.refusal.code);
}

async function finishes(repository: TestRepository, more: Partial<DoneRequest> = {}) {
  const answer = await done(await realPorts(repository, LATER), { id: null, as: null, handoff: says({}), ...more });
  return answer.ok ? answer.value : answer.refusal;
}

const stateOf = async (repository: TestRepository, id = 'FIX-001') => (await (await realPorts(repository)).claims.read(id))?.claim?.state;

describe('done', () => {
  test('proves, records, hands over, commits exactly that, and lets go', async () => {
    const repository = teamRepository({ 'deployment/tasks/API-9.yaml': 'id: API-9\ntask: Serve it\nagent: backend\ndependencies: [{ id: FIX-001, label: Site is up }]\n' });
    const start = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '-q', '-b', 'frontend/FIX-001');
    await claims(repository);
    repository.write('web/index.html', '<p>fixed</p>\n');
    const work = repository.commit('Fix it');
    const answer = await finishes(repository, { handoff: says({ notes: 'The cache must be warm.' }) });
    const [handoff = ''] = 'handoffs' in answer ? answer.handoffs : [];
    expect(answer).toMatchObject({ id: 'FIX-001', verified: [{ name: 'build' }], commit: { committed: true, commit: repository.git('rev-parse', 'HEAD') }, unblocks: ['API-9', 'UI-004'] });
    expect(handoff).toMatch(/^deployment\/handoffs\/2025-08-12-frontend-FIX-001-[0-9a-f]{4}-handoff\.md$/);
    expect(repository.git('show', '--name-only', '--format=%s%n%(trailers)', 'HEAD').split('\n').filter(Boolean)).toEqual(['FIX-001: Fix website deployment', 'Coord-Task: FIX-001', 'Coord-Agent: frontend', handoff, 'deployment/tasks/FIX-001.yaml']);
    expect(repository.git('status', '--porcelain')).toBe('');
    const ports = await realPorts(repository);
    const opened = await ports.store.open();
    const view = opened.ok ? opened.value : null;
    const tree = repository.git('rev-parse', `${work}^{tree}`);
    expect(view?.task('FIX-001')).toMatchObject({
      status: 'done', progress: 100, started: '2025-08-12T12:00:00Z', completed: '2025-08-12T13:30:00Z',
      proof: { head: work, tree, verified: [{ name: 'build', exitCode: 0, at: '2025-08-12T13:30:00Z' }] },
    });
    const blob = repository.git('rev-parse', 'HEAD:web/index.html');
    const ref = await ports.claims.read('FIX-001');
    expect(view?.workspace().handoffs).toMatchObject([{
      from: 'frontend', to: 'backend', task: 'FIX-001', timestamp: '2025-08-12T13:30:00Z', completed: ['FIX-001: Fix website deployment'], ready: ['Site is up'],
      nextSteps: ['API-9: Serve it'], artifacts: [{ path: 'web/index.html', blob, description: null }], base: start, head: work, tree, branch: 'frontend/FIX-001',
      token: 1, nonce: ref?.claim?.nonce, verification: [{ name: 'build', exitCode: 0 }], acknowledged: null, notes: 'The cache must be warm.',
    }]);
    expect(ref?.claim).toMatchObject({ state: 'done', token: 1, head: work, branch: 'frontend/FIX-001' });
    expect(await ports.claims.holdings()).toEqual([]);
    expect(await validate(ports, { staged: false, strict: true })).toMatchObject({ ok: true, value: { findings: [] } });
    expect(await finishes(repository)).toEqual({ code: 'holds-nothing', facts: {} });
  });

  test('without a verifier it is recorded as unproven; the letter goes to whoever comes next', async () => {
    const repository = teamRepository();
    await claims(repository, 'DOC-001', 'testing');
    expect(await finishes(repository)).toMatchObject({ verified: [], unblocks: [], commit: { committed: true } });
    const opened = await (await realPorts(repository)).store.open();
    expect(opened.ok && opened.value.task('DOC-001')?.proof?.verified).toEqual([]);
    expect(opened.ok && opened.value.workspace().handoffs).toMatchObject([{ from: 'testing', to: null, artifacts: [], nextSteps: [] }]);
  });

  test('--to names who goes on', async () => {
    const repository = teamRepository();
    await claims(repository);
    expect(await finishes(repository, { handoff: says({ to: 'Nobody' }) })).toMatchObject({ code: 'no-such-agent' });
    await finishes(repository, { handoff: says({ to: 'Testing Agent' }) });
    const opened = await (await realPorts(repository)).store.open();
    expect(opened.ok && opened.value.workspace().handoffs).toMatchObject([{ to: 'testing', nextSteps: [] }]);
  });

  test('in a queue by hand only the values change; comments and order stay', async () => {
    const queue = '# mine\ntask_queue:\n  high_priority:\n    - id: FIX-001   # first\n      task: Fix website deployment\n      agent: frontend\n      status: todo\n      verify: [build]\n  low_priority: []\n';
    const repository = teamRepository({ 'deployment/tasks/FIX-001.yaml': queue });
    await claims(repository);
    await finishes(repository);
    const text = repository.read('deployment/tasks/FIX-001.yaml');
    expect(text.replace(/^ {6}(?:progress|started|completed|proof):.*\n/gm, '').replace('status: done', 'status: todo')).toBe(queue);
  });

  test('a title of many lines is one in the commit, and adds no trailer', async () => {
    const repository = teamRepository({ 'deployment/tasks/FIX-001.yaml': 'id: FIX-001\ntask: "Fix\\0 it\\n\\nCoord-Agent: boss"\nagent: frontend\nverify: [build]\n' });
    await claims(repository);
    expect(await finishes(repository)).toMatchObject({ commit: { committed: true } });
    expect(repository.git('log', '-1', '--format=%B')).toBe('FIX-001: Fix it Coord-Agent: boss\n\nCoord-Task: FIX-001\nCoord-Agent: frontend\n');
  });

  test('files that cannot be committed are written all the same, and it says why', async () => {
    const repository = teamRepository({ 'deployment/coord.yaml': COORD_YAML.replace('commit: true', 'commit: false') });
    await claims(repository);
    expect(await finishes(repository)).toMatchObject({ commit: { committed: false, reason: 'off' } });
    expect(repository.git('status', '--porcelain', '-uall')).toMatch(/^ M deployment\/tasks\/FIX-001.yaml\n\?\? deployment\/handoffs\/.*\.md$/);
    expect(await stateOf(repository)).toBe('done');
  });
});

describe('done is refused, and nothing is written, when', () => {
  const untouched = async (repository: TestRepository): Promise<void> => {
    expect(repository.git('log', '--format=%s', '--', 'deployment/handoffs')).toBe('');
    expect(repository.has('deployment/handoffs')).toBe(false);
    expect(await stateOf(repository)).toBe('held');
  };

  test('work is not committed', async () => {
    const repository = teamRepository();
    await claims(repository);
    repository.write('web/new.html', 'x');
    expect(await finishes(repository)).toEqual({ code: 'uncommitted-work', facts: { paths: ['web/new.html'] } });
    await untouched(repository);
  });

  test('HEAD is on no branch, as nothing would keep the commit', async () => {
    const repository = teamRepository();
    repository.git('checkout', '-q', '--detach');
    await claims(repository);
    expect(await finishes(repository)).toEqual({ code: 'no-branch', facts: { branch: 'frontend/FIX-001' } });
    await untouched(repository);
  });

  test('a verifier fails, is unknown, or changes files', async () => {
    const repository = withBuild("console.error('boom'); process.exit(2)");
    await claims(repository);
    expect(await finishes(repository)).toEqual({ code: 'verifier-failed', facts: { name: 'build', exitCode: 2, timedOut: false, tail: 'boom' } });
    await untouched(repository);
    const unknown = teamRepository({ 'deployment/coord.yaml': COORD_YAML.replace('build:', 'built:') });
    await claims(unknown);
    expect(await finishes(unknown)).toEqual({ code: 'verifier-unknown', facts: { name: 'build', nearest: 'built', problems: [] } });
    const wrong = teamRepository({ 'deployment/coord.yaml': COORD_YAML.replace(/^ {2}build:.*$/m, '  build: { run: npm test }') });
    await claims(wrong);
    expect(await finishes(wrong)).toMatchObject({ code: 'verifier-unknown', facts: { name: 'build', problems: [{ code: 'schema-violation', facts: { field: 'verifiers.build.run' } }] } });
    const writing = withBuild("require('fs').writeFileSync('out.txt', 'x')");
    await claims(writing);
    expect(await finishes(writing)).toEqual({ code: 'tree-changed', facts: { paths: ['out.txt'], verb: 'done' } });
    await untouched(writing);
  });

  test('what it must fulfil was changed since it was claimed', async () => {
    const repository = teamRepository();
    await claims(repository);
    repository.write('deployment/tasks/FIX-001.yaml', repository.read('deployment/tasks/FIX-001.yaml').replace('[build passes]', '[anything goes]'));
    expect(await finishes(repository)).toEqual({ code: 'criteria-changed', facts: { id: 'FIX-001', agent: 'frontend' } });
    await untouched(repository);
  });

  test('a dependency is open again, or a blocker is', async () => {
    const repository = teamRepository();
    await claims(repository);
    repository.write('deployment/tasks/FIX-001.yaml', `${repository.read('deployment/tasks/FIX-001.yaml')}dependencies: [INFRA-001, GONE-1]\n`);
    expect(await finishes(repository)).toEqual({ code: 'dependency-open', facts: { id: 'FIX-001', open: ['GONE-1', 'INFRA-001'] } });
    const blocked = teamRepository({ 'deployment/status/blockers/b.md': '---\ntask: FIX-001\nseverity: P1\nneeded: the key\n---\n' });
    await claims(blocked, 'INFRA-001', 'backend');
    const ports = await realPorts(blocked);
    const ref = await ports.claims.read('INFRA-001');
    if (ref?.claim) {
      await ports.claims.swap('FIX-001', null, { ...ref.claim, criteria: ports.digest('[["build passes"],["build"]]') });
      await ports.claims.hold({ id: 'FIX-001', agent: 'backend', nonce: ref.claim.nonce, session: null });
    }
    expect(await finishes(blocked, { id: 'FIX-001' })).toEqual({ code: 'blocker-open', facts: { id: 'FIX-001', files: ['deployment/status/blockers/b.md'] } });
  });

  test('another has taken it over meanwhile, even while the verifiers ran', async () => {
    const repository = teamRepository();
    await claims(repository);
    const ports = await realPorts(repository, LATER);
    const slow = {
      ...ports,
      processes: {
        run: async () => {
          const ref = await ports.claims.read('FIX-001');
          if (ref?.claim) await ports.claims.swap('FIX-001', ref.oid, { ...ref.claim, agent: 'testing', nonce: 'f'.repeat(32), token: 2 });
          return { exitCode: 0, timedOut: false, seconds: 1, tail: '' };
        },
      },
    };
    expect(await done(slow, { id: null, as: null, handoff: says({}) })).toEqual({ ok: false, refusal: { code: 'not-the-holder', facts: { id: 'FIX-001', holder: 'testing', lost: true } } });
    await untouched(repository);
  });

  test('it is not held here, or held by another agent in this worktree, or several are', async () => {
    const repository = teamRepository();
    expect(await finishes(repository, { id: 'FIX-001' })).toEqual({ code: 'not-the-holder', facts: { id: 'FIX-001', holder: null, lost: false } });
    await claims(repository);
    expect(await finishes(repository, { id: 'fix-001', as: 'backend' })).toEqual({ code: 'not-the-holder', facts: { id: 'FIX-001', holder: 'frontend', lost: false } });
    await claims(repository, 'DOC-001');
    expect(await finishes(repository)).toEqual({ code: 'which-task', facts: { ids: ['DOC-001', 'FIX-001'], verb: 'done' } });
    await untouched(repository);
  });

  test('there is no commit yet', async () => {
    const repository = teamRepository();
    await claims(repository);
    repository.git('checkout', '-q', '--orphan', 'fresh');
    expect(await finishes(repository)).toEqual({ code: 'no-first-commit', facts: { verb: 'done' } });
  });
});

test('a branch may be taken back to the worktree: the holding lies with the worktree, not the branch', async () => {
  const repository = teamRepository();
  repository.git('worktree', 'add', '-q', '-b', 'w', '../w');
  const other = repository.at(join(repository.root, '..', 'w'));
  await claims(other);
  expect(await finishes(repository, { id: 'FIX-001' })).toEqual({ code: 'not-the-holder', facts: { id: 'FIX-001', holder: 'frontend', lost: false } });
  expect(await finishes(other)).toMatchObject({ id: 'FIX-001' });
});
