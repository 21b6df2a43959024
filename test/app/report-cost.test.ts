import { expect, test } from 'vitest';
import { pruneJobs } from '../../src/app/jobs/prune-jobs.ts';
import { reportCost } from '../../src/app/reports/report-cost.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import { printEvent } from '../../src/core/dispatch/job-event.ts';
import type { JobEvent } from '../../src/core/dispatch/job-event.ts';
import { outcome } from '../../src/core/dispatch/outcome.ts';
import { createdEvent, endedEvent, failedEvent, startingEvent } from '../support/job-events.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { shell } from '../support/shell.ts';

const FILES = {
  'deployment/coord.yaml': `protocol: 1
team:
  frontend: { owns: [web/**], runtime: script, limits: { cost_per_agent: 1 } }
  backend: { owns: [api/**], runtime: api, usage: { input: 100000, output: 20000, runs_per_month: 10 } }
  legal: {}
runtimes:
  script: { kind: command, run: [./agent] }
  api: { kind: anthropic, model: big, prices: { big: { input: 3, output: 15 } } }
limits: { cost_per_task: 2, cost_per_day: 40 }
`,
  'deployment/tasks/queue.yaml': `task_queue:
  high_priority:
    - { id: UI-1, task: Show results, agent: frontend }
    - { id: UI-2, task: Show a chart, agent: frontend, status: done }
    - { id: API-1, task: Answer searches, agent: backend }
    - { id: DOC-1, task: Write the licence, agent: legal }
    - { id: GATE-1, task: All stands, agent: backend, kind: gate }
`,
};

const run = (agent: string, task: string | null, day: string, cost: number | null): readonly JobEvent[] => {
  const at = (second: number): string => `${day}T10:00:0${second}.000Z`;
  const told = cost === null ? outcome('exit', 'it ended with exit code 1') : { ...outcome('exit', 'it ended with exit code 1'), cost_usd: cost, cost_basis: 'reported' as const, tokens: { input: 1200, output: 300, cached: 10_000 } };
  return [{ ...createdEvent({ agent, task }), at: at(0) }, { ...startingEvent(), at: at(1) }, { ...endedEvent(told), at: at(2) }, { ...failedEvent(), at: at(3) }];
};
const journal = (events: readonly JobEvent[]): string => events.map(printEvent).join('');
const JOURNALS = {
  'old-1': journal(run('frontend', 'UI-2', '2025-06-30', 3)),
  'new-1': journal(run('frontend', 'UI-1', '2025-08-12', 1.5)),
  'new-2': journal(run('frontend', 'UI-1', '2025-08-11', null)),
  'new-3': journal(run('backend', null, '2025-08-12', 0.04)),
  'new-4': journal(run('backend', 'API-1', '2025-08-12', 9).slice(0, 2)),
};

const ports = () => memoryPorts({ files: FILES, journals: JOURNALS });
const text = async (words: string) => (await shell(VERBS, `report cost ${words}`.trim().split(' '), { ports: ports() })).stdout;

test('by agent: known and unknown apart, what has not ended left out, held against today', async () => {
  expect(await text('')).toBe(`agent     runs   cost  unknown  read  cached  written           today
frontend     3  $4.50        1  2.4k   20.0k      600  $1.50 of $1.00
backend      1  $0.04        -  1.2k   10.0k      300
all          4  $4.54        1  3.6k   30.0k      900

Reported by what ran: $4.54 of 3 runs.
Of 1 run nobody knows the cost: it is in no sum.
Of 1 run nobody knows the tokens.
Today (UTC) $1.54 of $40.00.
Nothing more is started today of frontend: the limit is reached.
1 run has not ended and is not counted.
`);
});

test('by task, day and month, from a time on', async () => {
  const keysOf = async (words: string) => [...(await text(words)).matchAll(/^(\S+|\(no task\)) +\d+ +[$-]/gm)].map(([, key]) => key);
  expect([await keysOf('--by task'), await keysOf('--by day'), await keysOf('--by month --since 2025-07-01')]).toEqual([
    ['UI-2', 'UI-1', '(no task)', 'all'],
    ['2025-08-12', '2025-08-11', '2025-06-30', 'all'],
    ['2025-08', 'all'],
  ]);
  expect(await text('--by task')).toContain('$3.00 of $2.00\n');
  expect(await text('--since 2025-08-13')).toBe('No agent was run since 2025-08-13T00:00:00Z.\n1 run has not ended and is not counted.\n');
});

test('what was pruned is still counted, once', async () => {
  const here = ports();
  const before = await reportCost(here, { by: 'month', since: null });
  await here.journal.keepCosts([{ job: 'new-1', agent: 'frontend', task: 'UI-1', started: '2025-08-12T10:00:01.000Z', runs: 1, unknown: 0, cost_usd: 1.5, cost_basis: 'reported', tokens: null }]);
  const pruned = await pruneJobs(here, null);
  expect(pruned).toMatchObject({ ok: true, value: { removed: ['old-1'] } });
  expect(await reportCost(here, { by: 'month', since: null })).toEqual(before);
});

test('an estimate goes by runs of the agent, else by what is stated, and counts what is left to people', async () => {
  expect(await text('--plan')).toBe(`agent     open  a task  half between  by             open tasks  a month
frontend     1   $3.00             -  1 task so far       $3.00        -
backend      1   $0.04             -  1 task so far       $0.04    $0.40

All open tasks: $3.04.
All runs of a month: $0.40.
More than a task may cost ($2.00): frontend.
1 open task of nobody that coord can run.
`);
});

test('wrong words are told', async () => {
  const say = async (words: string) => (await shell(VERBS, `report cost ${words}`.split(' '), { ports: ports() })).stderr.split('\n')[0];
  expect([await say('--by week'), await say('--since soon'), await say('--plan --by day')]).toEqual([
    expect.stringContaining('--by') as unknown,
    expect.stringContaining('--since') as unknown,
    expect.stringContaining('coord report cost --plan takes no --by') as unknown,
  ]);
});
