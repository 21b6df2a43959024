import { describe, expect, it } from 'vitest';
import { findPageContradictions } from '../../../src/core/policy/page-contradicts.ts';
import type { StatusSection } from '../../../src/core/model.ts';
import { makeAgent, makeBlocker, makeSection, makeTask, makeWorkspace } from '../../support/records.ts';

const agents = [makeAgent({ id: 'backend', name: 'Backend Agent' }), makeAgent({ id: 'frontend', name: 'Frontend Agent' })];
const tasks = [
  makeTask({ id: 'API-001', title: 'Build the API', agent: 'backend', progress: 40 }),
  makeTask({ id: 'API-002', title: 'Document the API', agent: 'backend', status: 'done' }),
  makeTask({ id: 'UI-001', title: 'Same title', agent: 'frontend' }),
  makeTask({ id: 'UI-002', title: 'Same title', agent: 'frontend', status: 'cancelled' }),
  makeTask({ id: 'DOC-1', title: 'Nobody yet' }),
];
const place = { file: 'deployment/status/blockers/2025-08-10-API-001-ab12.md', pointer: [] };

const found = (section: Partial<StatusSection>, blockers = [] as ReturnType<typeof makeBlocker>[]) => {
  const { workspace, graph } = makeWorkspace({ agents, tasks, blockers, status: [makeSection({ agent: 'Backend Agent', ...section })] });
  return findPageContradictions(workspace, graph).map(({ facts }) => facts);
};
const says = (field: string, page: string, records: string, agent = 'Backend Agent') => [{ agent, field, page, records }];

describe('page-contradicts', () => {
  it('finds a section of nobody in the team', () => {
    expect(found({ agent: 'Backedn Agent' })).toEqual(says('agent', 'Backedn Agent', '', 'Backedn Agent'));
  });

  it.each([
    ['is done, by id', 'API-002', 'API-002: done'],
    ['is done, by id and words', 'API-002: Document the API', 'API-002: done'],
    ['is done, by title', 'document the api', 'API-002: done'],
    ['is cancelled', 'UI-002', 'UI-002: cancelled'],
    ['is another agent\'s', 'UI-001 Same title', 'UI-001: frontend'],
  ])('finds a current task that %s', (_, currentTask, records) => {
    expect(found({ currentTask })).toEqual(says('Current Task', currentTask, records));
  });

  it.each([['API-001'], ['Waiting for database'], ['Same title'], ['Nobody yet'], ['build the API']])('is content with the current task "%s"', (currentTask) => {
    expect(found({ currentTask })).toEqual([]);
  });

  it('compares progress with the task it speaks of', () => {
    expect(found({ currentTask: 'API-001', progress: 60 })).toEqual(says('Progress', '60%', 'API-001: 40%'));
    expect(found({ currentTask: 'API-001', progress: 40 })).toEqual([]);
    expect(found({ currentTask: 'Waiting for database', progress: 0 })).toEqual([]);
  });

  it.each([['None'], ['none.'], ['-'], ['N/A']])('finds "%s" beside an open blocker on the agent\'s task', (blockers) => {
    expect(found({ blockers }, [makeBlocker({ task: 'API-001', place })])).toEqual(says('Blockers', blockers, 'open on API-001: 2025-08-10-API-001-ab12'));
  });

  it('is content with none where blockers are resolved, another\'s, or not spoken of', () => {
    expect(found({ blockers: 'None' }, [makeBlocker({ task: 'API-001', resolved: '2025-08-11', place }), makeBlocker({ task: 'UI-001' })])).toEqual([]);
    expect(found({}, [makeBlocker({ task: 'API-001', place })])).toEqual([]);
  });

  it('finds a blocker named that is resolved, and only one that is named', () => {
    const resolved = [makeBlocker({ task: 'API-001', resolved: '2025-08-11', place })];
    expect(found({ blockers: 'Database, see 2025-08-10-API-001-ab12.md.' }, resolved)).toEqual(says('Blockers', '2025-08-10-API-001-ab12', 'resolved: 2025-08-11'));
    expect(found({ blockers: 'Database not ready' }, resolved)).toEqual([]);
  });

  it('has nothing to compare without a team', () => {
    const { workspace, graph } = makeWorkspace({ tasks, status: [makeSection({ agent: 'Whoever', currentTask: 'API-002' })] });
    expect(findPageContradictions(workspace, graph)).toEqual([]);
  });
});
