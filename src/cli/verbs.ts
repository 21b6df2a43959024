/** Every verb, in the order of the help. Each module is loaded only when its verb is asked for. */
import type { Verb } from './command.ts';

export const VERBS: readonly Verb[] = [
  { name: 'here', hidden: true, summary: 'What this worktree holds and what is left to do (also: coord alone)', needs: 'repository', load: () => import('./commands/here.ts') },
  { name: 'status', group: 'look', summary: 'Where everything stands', needs: 'repository', load: () => import('./commands/status.ts') },
  {
    name: 'next',
    group: 'look',
    summary: 'What can be started now, best first',
    options: [
      ['--agent <name>', 'only tasks of this agent'],
      ['--count <n>', 'at most so many tasks (default 10)'],
      ['--resume', 'also tasks that were started and are held by nobody'],
      ['--why', 'why each other task is held back'],
    ],
    needs: 'repository',
    load: () => import('./commands/next.ts'),
  },
  {
    name: 'show',
    group: 'look',
    summary: 'A task with all around it, or who owns a path and what binds it',
    args: '<id-or-path>',
    options: [['--budget <words>', 'at most so many words (default 400)']],
    needs: 'repository',
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'list',
    group: 'look',
    summary: 'Tasks, filtered',
    options: [
      ['--status <status>', 'todo, in_progress, review, done or cancelled; several with commas'],
      ['--agent <name>', 'tasks of this agent'],
      ['--phase <phase>', 'tasks of this phase'],
      ['--group <group>', 'tasks of this group'],
      ['--priority <priority>', 'high, medium or low'],
      ['--kind <kind>', 'task, gate or milestone'],
      ['--ready', 'only those that can be started'],
      ['--overdue', 'only those past their deadline'],
      ['--text <words>', 'only those whose id, title or notes hold these words'],
    ],
    needs: 'repository',
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'graph',
    group: 'look',
    summary: 'What waits for what',
    options: [
      ['--format <format>', 'tree, mermaid, dot or json (default tree)'],
      ['--agents', 'between agents instead of tasks'],
      ['--from <id>', 'only this task and what waits for it'],
      ['--critical', 'only the chain that takes longest'],
    ],
    needs: 'repository',
    load: () => import('./commands/graph.ts'),
  },
  { name: 'agents', group: 'look', summary: 'The team: who does what and holds what', needs: 'repository', load: () => import('./commands/agents.ts') },
  { name: 'doctor', summary: 'Check git, the folder, the hook and the claims', needs: 'repository', load: () => import('./commands/doctor.ts') },
  { name: 'help', summary: 'All verbs; one verb; or the page of a problem', args: '[words...]', needs: 'manual', load: () => import('./commands/help.ts') },
];
