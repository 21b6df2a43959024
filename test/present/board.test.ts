/** The board as lines, on narrow and on wide terminals. */
import { describe, expect, it } from 'vitest';
import { board } from '../../src/app/board/board.ts';
import type { BoardAnswer } from '../../src/app/board/board.ts';
import { FIRST_STATE } from '../../src/core/board/board-state.ts';
import type { BoardState } from '../../src/core/board/board-state.ts';
import { boardPage, boardText, filtered, INDENT } from '../../src/present/board/board-page.ts';
import { boardSections } from '../../src/present/board/board-sections.ts';
import type { Screen } from '../../src/present/screen.ts';
import { widthOf } from '../../src/present/text/width.ts';
import { aClaim } from '../support/a-claim.ts';
import { claimedEvent, createdEvent, endedEvent, startedEvent, startingEvent } from '../support/job-events.ts';
import { printEvent } from '../../src/core/dispatch/job-event.ts';
import { outcome } from '../../src/core/dispatch/outcome.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { PIPE, TERMINAL } from '../support/screens.ts';

const FILES = {
  'deployment/coord.yaml': `protocol: 1
project: Shop
timezone: UTC
team:
  frontend: { name: Frontend Agent }
  backend: { name: Backend Agent }
phases:
  - { id: foundation, gate: foundation-done }
  - { id: launch }
sync_points:
  - { when: daily 15:00, about: Where we are }
limits: { cost_per_day: 5 }
targets:
  completion_on_time: { target: "> 90%" }
  response_time: { target: < 200ms }
`,
  'deployment/tasks/queue.yaml': `task_queue:
  high_priority:
    - { id: FIX-001, task: Answer the orders of the shop in less than a tenth of a second whatever the weather, agent: frontend, phase: foundation }
    - { id: UI-1, task: 日本語のタイトルを表示する, agent: frontend, phase: foundation }
    - { id: UI-2, task: "Write \\e[31mit\\u202e down", phase: foundation }
  medium_priority:
    - { id: API-1, task: Answer, agent: backend, phase: foundation, deadline: 2025-08-10 }
    - { id: foundation-done, task: The foundation stands, kind: gate, dependencies: [API-1], phase: foundation }
  low_priority:
    - { id: OLD-1, task: Begin, status: done, phase: foundation }
`,
  'deployment/status/blockers/2025-08-12-API-1-a1b2.md': '---\ntask: API-1\nby: backend\nseverity: P1\nwaits_on: human:ops\nneeded: the address\nraised: 2025-08-12 11:50\n---\n',
  'deployment/handoffs/2025-08-10-backend-OLD-1-c3d4-handoff.md': '---\nfrom_agent: backend\nto_agent: frontend\ntimestamp: 2025-08-10T10:00:00Z\ntask: OLD-1\nnext_steps: [Look at it]\n---\nNotes\n',
};

const COMMIT = { commit: 'c0ffee'.padEnd(40, '0'), tasks: [], agents: ['backend'], files: [] };
const PORTS = memoryPorts({
  files: FILES,
  claims: { 'FIX-001': aClaim({ since: '2025-08-12T11:58:00Z', until: '2025-08-12T13:58:00Z' }) },
  journals: { '20250812-aaaaaa': [createdEvent(), claimedEvent(), startingEvent(), startedEvent(), endedEvent({ ...outcome('ok', null), cost_usd: 1.25, cost_basis: 'reported' })].map(printEvent).join('') },
  git: { workspaceHistory: () => Promise.resolve([{ ...COMMIT, at: Date.parse('2025-08-12T11:30:00Z'), subject: 'API-1: blocked' }, { ...COMMIT, at: Date.parse('2025-08-11T11:30:00Z'), agents: [], subject: 'Begin\u001B[2J' }]) },
});

async function answer(): Promise<BoardAnswer> {
  const answered = await board(PORTS, { rows: 100, as: null });
  if (!answered.ok) throw new Error(answered.refusal.code);
  return { ...answered.value, events: [{ event: 'task.done', at: Date.parse('2025-08-12T11:58:00Z'), key: 'k', commit: null, task: 'OLD-1', title: 'Begin', agent: null }] };
}

async function page(size: { readonly columns: number; readonly rows: number }, state: Partial<BoardState> = {}, screen: Screen = { ...TERMINAL, timeZone: 'UTC' }): Promise<readonly string[]> {
  const whole = { ...FIRST_STATE, ...state };
  return boardPage(filtered(boardSections(await answer(), { ...screen, columns: size.columns - INDENT }), whole.filter), whole, size, screen);
}

describe('the board', () => {
  it('is plain data, which another thread can tell', async () => {
    const told = await answer();
    expect(structuredClone(told)).toEqual(told);
  });

  it('at 80 columns', async () => {
    expect(await page({ columns: 80, rows: 40 })).toEqual([
      '  Shop  1 of 6 done  [###-----------------] 16 %',
      '  Next sync: 15:00 (local), Where we are',
      '',
      '  Team',
      '> frontend  0 of 2 done  1 ready  holds FIX-001',
      '  backend   0 of 1 done  0 ready',
      '',
      '  Blockers (1)',
      '  P1  API-1  waits on human:ops  the address  answer due in 50 min',
      '',
      '  Timeline',
      '  [#---------]  foundation  1 of 6 done',
      '  [----------]  launch      0 of 0 done  not open yet',
      '  foundation-done  The foundation stands  waits for API-1',
      '',
      '  Metrics',
      '  1 overdue   2 wait   0 failed jobs   $1.25 today of $5.00',
      '  completion_on_time  0 %  wanted > 90%    missed',
      '  response_time         -  wanted < 200ms  unknown',
      '  throughput  0 a day  ·······▁',
      '',
      '  In progress (1)',
      '  FIX-001  frontend  Answer the orders of the shop in les…  1 h 58 m left  $1.25',
      '',
      '  Handed over (1)',
      '  OLD-1  backend to frontend  Look at it',
      '',
      '  Ready (2)',
      '  UI-1  frontend  high  日本語のタイトルを表示する',
      '  UI-2  anyone    high  Write <U+001B>[31mit<U+202E> down',
      '',
      '  Events',
      '  11:58 task.done OLD-1 Begin',
      '',
      '  Latest',
      '  11:30       backend  API-1: blocked',
      '  2025-08-11           Begin<U+001B>[2J',
      ...Array.from({ length: 2 }, () => ''),
      'Enter open  c claim  a acknowledge  / filter  ? help  q quit',
    ]);
  });

  it('at 200 columns long titles are whole', async () => {
    expect((await page({ columns: 200, rows: 40 })).find((line) => line.includes('FIX-001  frontend'))).toBe('  FIX-001  frontend  Answer the orders of the shop in less than a tenth of a second whatever the weather  1 h 58 m left  $1.25');
  });

  it.each([[80, 24], [200, 60], [40, 10], [12, 3], [1, 1]])('fills %i columns and %i rows, and no more, with colours and without', async (columns, rows) => {
    for (const colour of [true, false]) {
      for (const state of [{}, { chosen: 'task UI-1' }, { isFiltering: true, filter: '日本語'.repeat(40) }, { message: 'x'.repeat(500) }, { pane: { lines: Array.from({ length: 99 }, () => '日'.repeat(150)), top: 3 } }]) {
        const lines = await page({ columns, rows }, state, { ...TERMINAL, colour });
        expect(lines).toHaveLength(Math.max(2, rows));
        expect(lines.filter((line) => widthOf(line.replace(/\u001B\[\d+m/g, '')) > columns)).toEqual([]);
      }
    }
  });

  it('the chosen line is always seen', async () => {
    for (const chosen of ['agent frontend', 'deployment/status/blockers/2025-08-12-API-1-a1b2.md', 'task FIX-001', 'task UI-2']) {
      expect((await page({ columns: 80, rows: 8 }, { chosen })).filter((line) => line.startsWith('> '))).toHaveLength(1);
    }
  });

  it('says which lines are seen where there are more', async () => {
    expect((await page({ columns: 80, rows: 24 })).at(-1)).toBe('Enter open  c claim  a acknowledge  / filter  ? help  q quit  1-23 of 37');
    expect((await page({ columns: 80, rows: 24 }, { chosen: 'task UI-2' })).at(-1)).toContain('15-37 of 37');
    const lines = Array.from({ length: 30 }, () => '');
    expect((await page({ columns: 80, rows: 24 }, { pane: { lines, top: 7 } })).at(-1)).toBe('up and down  q back  8-30 of 30');
  });

  it('of the first and the last line that can be chosen, all around is seen as far as it fits', async () => {
    const places = await Promise.all(['agent frontend', 'agent backend', 'task UI-1', 'task UI-2'].map(async (chosen) => (await page({ columns: 80, rows: 9 }, { chosen })).at(-1)?.split('quit')[1]));
    expect(places).toEqual(['  1-8 of 37', '  2-9 of 37', '  25-32 of 37', '  30-37 of 37']);
  });

  it('says how much of a list is not looked up, and which verb tells it', async () => {
    const answered = await board(PORTS, { rows: 0, as: null });
    const lines = answered.ok ? boardSections(answered.value, PIPE).flatMap((section) => section.lines.map(({ text }) => text)) : [];
    const verbs = ['status --blockers', 'list --kind gate', 'status --claims', 'handoff list'].map((verb) => `and 1 more: coord ${verb}`);
    expect(lines.filter((text) => text.startsWith('and '))).toEqual([...verbs, 'and 2 more: coord next']);
  });

  it('shows the lines with the words looked for, below their titles', async () => {
    expect((await page({ columns: 80, rows: 9 }, { filter: 'ui-' }))).toEqual(['  Ready (2)', '> UI-1  frontend  high  日本語のタイトルを表示する', '  UI-2  anyone    high  Write <U+001B>[31mit<U+202E> down', '', '', '', '', '', '/ui-  Escape shows all  Enter open  c claim  a acknowledge  / filter  ? help  q…']);
    expect((await page({ columns: 80, rows: 3 }, { filter: 'nowhere' }))[0]).toBe('  No line has these words.');
  });

  it('as text ends, and says nothing of keys', async () => {
    const text = boardText(boardSections(await answer(), PIPE), PIPE);
    expect(text).toMatch(/^Shop {2}1 of 6 done .*\n[^]*\n\nTeam\n {2}frontend[^]*\n\nLatest\n.*\n.*Begin<U\+001B>\[2J$/);
    expect(text).not.toContain('quit');
  });

  it('shows the widgets that coord.yaml names, in its order', async () => {
    const { dashboard, ...rest } = await answer();
    const titles = boardSections({ ...rest, dashboard: { ...dashboard, widgets: ['metrics', 'agent_status'] } }, PIPE).map(({ title }) => title);
    expect(titles).toEqual(['Metrics', 'Team', 'In progress (1)', 'Handed over (1)', 'Ready (2)', 'Events', 'Latest']);
  });
});
