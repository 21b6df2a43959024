/** The pages as texts: what records make of them, what people wrote that stays, and what is refused. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePages, PAGE_PATHS } from '../../../src/core/pages/make-pages.ts';
import { readStatusPage } from '../../../src/core/documents/read-status-page.ts';
import type { Workspace } from '../../../src/core/documents/workspace.ts';
import { buildTaskGraph } from '../../../src/core/graph/task-graph.ts';
import { findPageContradictions } from '../../../src/core/policy/page-contradicts.ts';
import { takeSurvey } from '../../../src/core/take-survey.ts';
import type { WorkspaceCommit } from '../../../src/core/workspace-commit.ts';
import { arbitraryBlockers, arbitraryTasks } from '../../support/arbitrary-tasks.ts';
import { makeAgent, makeBlocker, makeDecision, makeHandoff, makeTask, makeWorkspace } from '../../support/records.ts';

const STATUS = 'deployment/status/current-status.md';
const agents = [makeAgent({ id: 'backend', name: 'Backend Agent' }), makeAgent({ id: 'frontend', name: 'Frontend Agent', aliases: ['UI'] })];
const place = (file: string) => ({ file: `deployment/${file}`, pointer: [] });
const commit = (at: string, files: readonly string[], agentsNamed: readonly string[] = []): WorkspaceCommit => ({ commit: 'c', at: Date.parse(at), subject: 's', tasks: [], agents: agentsNamed, files: files.map((file) => `deployment/${file}`) });

type Texts = Readonly<Record<string, string>>;

function make(parts: Partial<Workspace>, history: readonly WorkspaceCommit[] = [], texts: Texts = {}) {
  const { workspace, graph } = makeWorkspace({ agents, ...parts });
  return makePages({ workspace, graph, ready: takeSurvey(workspace, graph, () => []).ready, history }, new Map(Object.entries(texts)));
}

function pagesOf(...given: Parameters<typeof make>): Texts {
  const made = make(...given);
  if (!made.ok) throw new Error(made.refusal.code);
  return Object.fromEntries(made.value.map(({ path, text }) => [path.replace('deployment/', ''), text]));
}

/** Between the marks. */
const block = (text: string | undefined): string => /<!-- coord:page -->\n([^]*)<!-- \/coord:page -->\n$/.exec(text ?? '')?.[1] ?? 'no block';
const NOTE = '<!-- coord report pages writes what stands between the marks; all else on this page is yours. -->';
const page = (body: string): string => `# Current status\n\n${NOTE}\n<!-- coord:page -->\n${body}<!-- /coord:page -->\n`;

describe('current-status.md', () => {
  const tasks = [
    makeTask({ id: 'API-1', title: 'Serve it', agent: 'backend', status: 'in_progress', progress: 60 }),
    makeTask({ id: 'API-2', title: 'Describe *it*', agent: 'backend', status: 'done' }),
    makeTask({ id: 'API-3', agent: 'backend', status: 'review' }),
    makeTask({ id: 'UI-1', agent: 'frontend', dependencies: ['API-1'] }),
  ];

  it('has a section an agent, in the form that people write by hand', () => {
    const blockers = [makeBlocker({ task: 'API-1', severity: 'P1', needed: 'the <address>', waitsOn: 'human:ops', place: place('status/blockers/2025-08-11-API-1-a1b2.md') })];
    const history = [commit('2025-08-10T14:30:59Z', ['tasks/API-1.yaml']), commit('2025-08-09T10:00:00Z', ['tasks/API-1.yaml'])];
    expect(pagesOf({ tasks, blockers }, history)['status/current-status.md']).toBe(page(`\
## Backend Agent Status
**Last Updated**: 2025-08-10 14:30 UTC
**Current Task**: API-1 Serve it (also API-3)
**Progress**: 60%, 1 of 3 done
**Blockers**: P1 the \\<address\\>, from human:ops (2025-08-11-API-1-a1b2)
**Next Update**:

## Frontend Agent Status
**Last Updated**: never
**Current Task**: Waiting for API-1 Serve it
**Progress**: 0%, 0 of 1 done
**Blockers**: None
**Next Update**:
`));
  });

  it.each([
    ['what comes next', [makeTask({ id: 'A-1', agent: 'backend', title: 'Begin' })], 'Next is A-1 Begin', 0],
    ['nothing left', [makeTask({ id: 'A-1', agent: 'backend', status: 'done' })], 'None', 100],
    ['nothing at all', [], 'None', 0],
    ['something begun', [makeTask({ id: 'A-1', agent: 'backend' }), makeTask({ id: 'A-2', agent: 'backend', progress: 12.5, title: 'Go on' })], 'A-2 Go on', 12.5],
    ['a blocker alone', [makeTask({ id: 'A-1', agent: 'backend', dependencies: ['NONE-1'] })], 'Waiting', 0],
  ])('tells %s', (_, given, currentTask, progress) => {
    const [section] = readStatusPage(pagesOf({ tasks: given })['status/current-status.md'] ?? '', STATUS);
    expect(section).toMatchObject({ agent: 'Backend Agent', currentTask, progress });
  });

  it('takes the last update from trailers, else from whose records a commit changed, else from records with a time', () => {
    const last = (parts: Partial<Workspace>, history: readonly WorkspaceCommit[]) => readStatusPage(pagesOf({ tasks, ...parts }, history)['status/current-status.md'] ?? '', STATUS).map(({ lastUpdated }) => lastUpdated);
    const both = ['tasks/API-1.yaml', 'tasks/UI-1.yaml'];
    expect(last({}, [commit('2025-08-10T10:00:00Z', both)])).toEqual(['2025-08-10 10:00 UTC', '2025-08-10 10:00 UTC']);
    expect(last({}, [commit('2025-08-10T10:00:00Z', both, ['UI'])])).toEqual(['never', '2025-08-10 10:00 UTC']);
    expect(last({}, [commit('2025-08-10T10:00:00Z', ['coord.yaml', 'status/current-status.md'])])).toEqual(['never', 'never']);
    const handoffs = [makeHandoff({ from: 'backend', timestamp: '2025-08-11T09:00:00+02:00', acknowledged: { by: 'frontend', at: '2025-08-12' } })];
    expect(last({ handoffs }, [])).toEqual(['2025-08-11 07:00 UTC', 'never']);
  });

  it('names an agent by id where its name means another', () => {
    const team = [makeAgent({ id: 'one', name: 'Twin' }), makeAgent({ id: 'two', name: 'Twin' })];
    expect(readStatusPage(pagesOf({ agents: team })['status/current-status.md'] ?? '', STATUS).map(({ agent }) => agent)).toEqual(['Twin', 'two']);
  });

  it('has a section for each name in tasks where there is no team', () => {
    expect(readStatusPage(pagesOf({ agents: [], tasks })['status/current-status.md'] ?? '', STATUS).map(({ agent }) => agent)).toEqual(['backend', 'frontend']);
  });
});

describe('what people wrote', () => {
  const byHand = `# Where we are\r
\r
Words above.\r
<!-- coord:page -->\r
A word to all.\r
\r
## UI Status\r
**Last Updated**: long ago\r
**Current Task**: nothing\r
**Next Update**: When unblocked  \r
\r
  Indented, and a trailing blank \r
\r
## A heading of ours\r
**Progress**: slower than hoped\r
\r
## Backend Status\r
**Progress**: 99%\r
<!-- /coord:page -->\r
Words below.\r
`;

  it('stays byte for byte, in the page\'s own line endings, and sections get the team\'s order', () => {
    expect(pagesOf({}, [], { [STATUS]: byHand })['status/current-status.md']).toBe(
      `# Where we are

Words above.
<!-- coord:page -->
A word to all.

## Backend Agent Status
**Last Updated**: never
**Current Task**: None
**Progress**: 0%, 0 of 0 done
**Blockers**: None
**Next Update**:

## Frontend Agent Status
**Last Updated**: never
**Current Task**: None
**Progress**: 0%, 0 of 0 done
**Blockers**: None
**Next Update**: When unblocked  

  Indented, and a trailing blank 

## A heading of ours
**Progress**: slower than hoped
<!-- /coord:page -->
Words below.
`.replaceAll('\n', '\r\n'),
    );
  });

  it('is everything on a page without marks: nothing is written then', () => {
    expect(make({}, [], { [STATUS]: '## Backend Agent Status\n**Progress**: 5%\n' })).toMatchObject({ ok: false, refusal: { code: 'page-by-hand', facts: { file: STATUS } } });
    expect(make({}, [], { 'deployment/decisions/tech-choices.md': 'Ours\n' })).toMatchObject({ ok: false, refusal: { code: 'page-by-hand' } });
    expect(make({}, [], { [STATUS]: ' \n' })).toMatchObject({ ok: true });
  });

  it('in conflict is not guessed at', () => {
    expect(make({}, [], { [STATUS]: page('<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n') })).toMatchObject({ ok: false, refusal: { code: 'page-in-conflict' } });
  });
});

describe('the other pages', () => {
  it('blockers.md tells who waits on whom, worst first, and what was resolved', () => {
    const tasks = [makeTask({ id: 'API-1', agent: 'backend' })];
    const blockers = [
      makeBlocker({ task: 'X-1', by: 'frontend', needed: 'a | b\nc', raised: '2025-08-12' }),
      makeBlocker({ task: 'API-1', severity: 'P0', waitsOn: 'frontend', raised: '2025-08-12T09:00:00Z', acknowledged: { by: 'frontend', at: '2025-08-12T09:05:00Z' } }),
      makeBlocker({ task: 'OLD-1', resolved: '2025-08-11T08:00:00Z', resolution: 'Asked again' }),
    ];
    expect(block(pagesOf({ tasks, blockers })['status/blockers.md'])).toBe(`\
## Open

| severity | task | who waits | on whom | what is needed | raised | taken on |
| --- | --- | --- | --- | --- | --- | --- |
| P0 | API-1 | backend | frontend | an answer | 2025-08-12 09:00 UTC | frontend, 2025-08-12 09:05 UTC |
| P2 | X-1 | frontend |  | a \\| b c | 2025-08-12 |  |

## Resolved

| severity | task | what was needed | raised | resolved | how |
| --- | --- | --- | --- | --- | --- |
| P2 | OLD-1 | an answer |  | 2025-08-11 08:00 UTC | Asked again |
`);
  });

  it('progress.md has the days on which tasks were started and completed', () => {
    const tasks = [
      makeTask({ id: 'perf_1', title: 'Measure', agent: 'backend', status: 'done', started: '2025-08-10T23:30:00-05:00', completed: '2025-08-12' }),
      makeTask({ id: 'perf_2', title: 'Improve', agent: 'backend', status: 'in_progress', started: '2025-08-12', progress: 40 }),
      makeTask({ id: 'perf_3', title: 'Drop it', agent: 'backend', status: 'cancelled' }),
      makeTask({ id: 'DOC-1', title: 'Write', status: 'review' }),
    ];
    expect(block(pagesOf({ tasks })['status/progress.md'])).toBe(`\
**Overall**: 1 of 3 done

## Backend Agent: 1 of 2 done

- [x] perf_1 Measure (Started: 2025-08-11, Completed: 2025-08-12)
- [ ] perf_2 Improve (Started: 2025-08-12, In progress, 40%)
- [ ] perf_3 Drop it (Cancelled)

## Frontend Agent: 0 of 0 done

None.

## Anyone: 0 of 1 done

- [ ] DOC-1 Write (In review)
`);
  });

  it('the pages of decisions have the log, and what holds by area', () => {
    const decisions = [makeDecision('2025-08-10-json-a1', { title: 'Speak [JSON]', area: 'api', scope: ['api/**'], decided: '2025-08-10T10:00:00Z', decidedBy: 'backend' }), makeDecision('2025-08-11-xml (old)', { title: 'XML', status: 'superseded', supersededBy: '2025-08-10-json-a1' })];
    const pages = pagesOf({ decisions });
    expect(block(pages['decisions/tech-choices.md'])).toBe('## api\n\n- [Speak \\[JSON\\]](2025-08-10-json-a1.md), for api/\\*\\*\n');
    expect(block(pages['decisions/architecture-decisions.md'])).toContain('| [XML](2025-08-11-xml%20%28old%29.md) |  |  |  |  | 2025-08-10-json-a1 |\n');
    expect(block(pages['decisions/architecture-decisions.md'])).toMatch(/^## Proposed\n\nNone\.\n\n## Accepted\n\n\| decision [^]*\n\n## Rejected\n\nNone\.\n\n## Superseded\n\n\| /);
  });
});

describe('any workspace', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('<!-- /coord:page -->', '## Backend Agent Status', '**Progress**: 5%', 'a\nb', '| x |', '_a_', '\\', '2025-08-11-T-0-b1'));
  const written = fc.array(fc.constantFrom('\n', '## Backend Agent Status\n', '## UI Status\n', '**Progress**: 5%\n', '**Next Update**: soon\n', 'words\n', '\r\n', '## Other\n'), { maxLength: 12 });
  const any = fc.record({ tasks: arbitraryTasks(), titles: fc.array(text), owners: fc.array(fc.constantFrom('backend', 'frontend', null)), blockers: arbitraryBlockers, needed: text, written, team: fc.boolean() });

  it('has pages that are written once, keep what was written, and contradict nothing', () => {
    fc.assert(
      fc.property(any, ({ tasks, titles, owners, blockers, needed, written: lines, team }) => {
        const parts = {
          agents: team ? agents : [],
          tasks: tasks.map((task, at) => ({ ...task, title: titles[at] ?? task.title, agent: owners[at] ?? null })),
          blockers: blockers.map((blocker, at) => ({ ...blocker, needed, place: place(`status/blockers/2025-08-11-T-${at}-b1.md`) })),
        };
        const first = pagesOf(parts, [], { [STATUS]: page(lines.join('')) });
        const texts = Object.fromEntries(Object.entries(first).map(([path, found]) => [`deployment/${path}`, found]));
        expect(pagesOf(parts, [], texts)).toEqual(first);
        const own = lines.filter((line) => line === 'words\n' || line === '## Other\n').sort();
        expect((first['status/current-status.md'] ?? '').match(/^(?:words|## Other)\n/gm) ?? []).toHaveLength(own.length);
        if (lines.length > 0) return;
        const { workspace } = makeWorkspace({ ...parts, status: readStatusPage(first['status/current-status.md'] ?? '', STATUS) });
        expect(findPageContradictions(workspace, buildTaskGraph(workspace.tasks))).toEqual([]);
      }),
    );
  });

  it('has five pages', () => {
    expect(PAGE_PATHS).toHaveLength(5);
  });
});
