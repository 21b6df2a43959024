import { describe, expect, it } from 'vitest';
import { outsideScope } from '../../../src/core/dispatch/scope.ts';
import type { ChangedPath } from '../../../src/core/dispatch/scope.ts';
import { makeAgent, makeTask } from '../../support/records.ts';

const changed = (...paths: readonly string[]): readonly ChangedPath[] => paths.map((path) => ({ path, isNew: false }));
const added = (...paths: readonly string[]): readonly ChangedPath[] => paths.map((path) => ({ path, isNew: true }));
const territory = { owned: [{ glob: 'web/**', owner: 'frontend' }, { glob: 'api/**', owner: 'backend' }], folder: 'deployment' };
const task = makeTask({ id: 'A-1', files: ['shared/**'], place: { file: 'deployment/tasks/A-1.yaml' } });
const plain = makeTask({ id: 'A-1', place: { file: 'deployment/tasks/A-1.yaml' } });
const frontend = makeAgent({ id: 'frontend', owns: ['web/**'] });

describe('an agent that was run may have changed', () => {
  it('what it owns and the files of its task', () => {
    expect(outsideScope(changed('web/a', 'shared/b'), frontend, task, territory)).toEqual([]);
    expect(outsideScope(changed('shared/b', 'api/c', 'README'), frontend, task, territory)).toEqual(['README', 'api/c']);
  });

  it('what its task is to leave, wherever that is', () => {
    const leaves = { ...task, artifacts: ['docs/size.md', 'api/report.md'] };
    expect(outsideScope(added('docs/size.md', 'api/report.md', 'docs/other.md'), frontend, leaves, territory)).toEqual(['docs/other.md']);
  });

  it('only what `writes` names, where it is given', () => {
    const bounded = makeAgent({ id: 'frontend', owns: ['web/**'], more: { writes: ['web/chart/**', 'deployment/decisions/**'] } });
    expect(outsideScope(changed('web/chart/a', 'web/b', 'shared/c', 'deployment/decisions/d.md'), bounded, task, territory)).toEqual(['shared/c', 'web/b']);
  });

  it('the record of its own task, and records that it adds; nobody else\'s, and no settings', () => {
    const own = [...changed('deployment/tasks/A-1.yaml'), ...added('deployment/handoffs/2025-08-12-frontend-A-1-a1b2-handoff.md', 'deployment/status/blockers/2025-08-12-A-1-a1b2.md', 'deployment/decisions/2025-08-12-json-e5f6.md')];
    expect(outsideScope(own, frontend, plain, territory)).toEqual([]);
    const others = [...changed('deployment/tasks/B-1.yaml', 'deployment/coord.yaml', 'deployment/agents/frontend.md', 'deployment/handoffs/2025-08-12-frontend-A-1-a1b2-handoff.md'), ...added('deployment/tasks/C-1.yaml')];
    expect(outsideScope(others, frontend, plain, territory)).toEqual(others.map(({ path }) => path).sort());
  });

  it('what work is held to only where that is named, not where a wildcard takes in everything', () => {
    const rules = ['.github/workflows/ci.yml', '.gitlab-ci.yml', 'deployment/agents/frontend.md', 'deployment/coord.yaml'];
    const writing = (...writes: readonly string[]) => outsideScope(changed('web/a', ...rules), makeAgent({ id: 'frontend', more: { writes } }), task, territory);
    expect(writing('**')).toEqual(rules);
    expect(writing('**', 'deployment/**', '.git*/**', '*.yml')).toEqual(rules);
    expect(writing('**', '.github/**', 'deployment/agents/**')).toEqual(['.gitlab-ci.yml', 'deployment/coord.yaml']);
    expect(writing('**', '.github/workflows/{ci,release}.yml', './deployment/coord.yaml', '.gitlab-ci.yml', 'deployment/agents/*.md')).toEqual([]);
    expect(outsideScope(changed('.GitHub/workflows/ci.yml'), makeAgent({ id: 'writer' }), plain, territory)).toEqual(['.GitHub/workflows/ci.yml']);
    expect(outsideScope(changed(...rules), makeAgent({ id: 'build' }), { ...task, files: rules }, { ...territory, owned: [] })).toEqual(rules.slice(2));
    expect(outsideScope(changed('.github/x'), makeAgent({ id: 'build' }), plain, { ...territory, owned: [{ glob: '.github/**', owner: 'build' }] })).toEqual([]);
  });

  it('anything that nobody owns, where nothing limits it', () => {
    expect(outsideScope(changed('README', 'api/a'), makeAgent({ id: 'writer' }), plain, territory)).toEqual(['api/a']);
  });
});
