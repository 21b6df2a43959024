/** The rows of `coord report`, part of the table of verbs. */
import type { Verb } from './command.ts';

export const REPORT_VERBS: readonly Verb[] = [
  {
    name: 'report standup',
    group: 'look',
    summary: 'What each agent has done, is doing, and is stopped by',
    options: [['--since <time>', 'a date, a time, or a length of time such as 24h (default: since the last working day began)']],
    needs: 'repository',
    load: () => import('./commands/report/standup.ts'),
  },
  { name: 'report progress', group: 'look', summary: "Each agent's tasks, with the dates on which they were started and completed", needs: 'repository', load: () => import('./commands/report/progress.ts') },
  { name: 'report collect', group: 'look', summary: 'Of each agent: how much is done, the last commit, branches not merged', needs: 'repository', load: () => import('./commands/report/collect.ts') },
  {
    name: 'report cost',
    group: 'look',
    summary: 'What runs of agents cost, against the limits; with --plan, what is open may cost',
    options: [
      ['--by <what>', 'agent, task, day or month (default agent)'],
      ['--since <time>', 'a date, a time, or a length of time such as "30 days" (default: all runs)'],
      ['--plan', 'what the open tasks and a month may cost: by what tasks of the same agent cost, else by the tokens its usage states'],
    ],
    needs: 'repository',
    load: () => import('./commands/report/cost.ts'),
  },
  {
    name: 'report metrics',
    group: 'look',
    summary: 'How the work goes: figures of tasks, handoffs, blockers and jobs, with their targets and how they went week by week',
    options: [
      ['--since <time>', 'a date, a time, or a length of time such as "30 days" (default: eight weeks)'],
      ['--format <form>', 'text, json or openmetrics (default text)'],
      ['--output <file>', 'write it there, whole or not at all'],
      ['--coverage <file>', 'a report of test coverage: lcov.info or coverage-summary.json (default: the one that a target names, else in coverage/)'],
      ['--measure', 'run the verifiers that targets name, and take the last number that each prints'],
    ],
    needs: 'repository',
    load: () => import('./commands/report/metrics.ts'),
  },
  {
    name: 'report html',
    group: 'look',
    summary: 'Everything on one page that stands alone: state, blockers, agents, figures, the graph and the schedule as pictures',
    options: [
      ['--output <file>', 'write it there, whole or not at all'],
      ['--since <time>', 'a date, a time, or a length of time such as "30 days" (default: eight weeks)'],
      ['--coverage <file>', 'a report of test coverage: lcov.info or coverage-summary.json'],
    ],
    needs: 'repository',
    load: () => import('./commands/report/html.ts'),
  },
  {
    name: 'report md',
    group: 'look',
    summary: 'The same in short as Markdown, for a pull request or the page of a CI job',
    options: [
      ['--output <file>', 'write it there, whole or not at all'],
      ['--since <time>', 'a date, a time, or a length of time such as "7 days" (default: eight weeks)'],
      ['--coverage <file>', 'a report of test coverage: lcov.info or coverage-summary.json'],
    ],
    needs: 'repository',
    load: () => import('./commands/report/md.ts'),
  },
  {
    name: 'report retro',
    group: 'look',
    summary: 'A look back at a day, a week or all of it: done, blockers met, estimates against what it took, what to change',
    args: '<daily|weekly|final>',
    options: [
      ['--format <form>', 'md or json (default md)'],
      ['--output <file>', 'write it there, whole or not at all'],
    ],
    needs: 'repository',
    load: () => import('./commands/report/retro.ts'),
  },
  { name: 'report pages', group: 'plan', summary: 'Write the pages for people: status, blockers, progress, decisions', options: [['--check', 'write nothing: fail where one is out of date']], needs: 'repository', load: () => import('./commands/report/pages.ts') },
];
