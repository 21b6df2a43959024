/** The rows of what runs agents, part of the table of verbs. */
import type { Verb } from './command.ts';

export const DISPATCH_VERBS: readonly Verb[] = [
  {
    name: 'dispatch',
    group: 'run',
    summary: 'Start agents on tasks that are ready, until none is left',
    options: [
      ['--max <n>', 'at most so many agents at once (default: limits.agents in coord.yaml, else 4)'],
      ['--agent <name>', 'only tasks of this agent'],
      ['--task <id>', 'only this task'],
      ['--until-idle', 'end when nothing is left that can be started (the default)'],
      ['--watch', 'go on then, until it is stopped'],
      ['--dry-run', 'only tell what would be started now'],
    ],
    isLive: true,
    needs: 'repository',
    load: () => import('./commands/dispatch.ts'),
  },
  {
    name: 'jobs list',
    group: 'run',
    summary: 'Runs of agents, newest first',
    options: [
      ['--agent <name>', 'only those of this agent'],
      ['--task <id>', 'only those on this task'],
      ['--state <state>', 'pending, running, waiting_approval, success, failed, rolled_back or cancelled; several with commas'],
    ],
    needs: 'repository',
    load: () => import('./commands/jobs/list.ts'),
  },
  { name: 'jobs show', group: 'run', summary: 'A run of an agent in full: by its id, or the last one on a task', args: '<job-or-task>', needs: 'repository', load: () => import('./commands/jobs/show.ts') },
  { name: 'jobs logs', group: 'run', summary: 'What an agent printed', args: '<job-or-task>', options: [['-f, --follow', 'go on while it runs']], needs: 'repository', load: () => import('./commands/jobs/logs.ts') },
  { name: 'jobs cancel', group: 'run', summary: 'End a run; its task is given back, its branch stays', args: '<job-or-task>', needs: 'repository', load: () => import('./commands/jobs/cancel.ts') },
  { name: 'jobs retry', group: 'run', summary: 'Let a task that failed be tried once more', args: '<job-or-task>', needs: 'repository', load: () => import('./commands/jobs/retry.ts') },
  { name: 'jobs prune', group: 'run', summary: 'Remove records of runs that are long over', options: [['--older-than <time>', 'such as "2 weeks" (default: limits.retention in coord.yaml, else 30 days)']], needs: 'repository', load: () => import('./commands/jobs/prune.ts') },
];
