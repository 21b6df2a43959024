/** The rows of plans, brought in, looked at, given out: part of the table of verbs. */
import type { Verb } from './command.ts';

export const PLANNING_VERBS: readonly Verb[] = [
  {
    name: 'import',
    group: 'plan',
    summary: 'Turn plans written as Markdown into tasks, agents, phases and groups',
    args: '<files...>',
    options: [
      ['--dry-run', 'only show what would be written, and what was left out and why'],
      ['--from <form>', 'what the files are: markdown, backlog.md, task-master, beads, tbd, spec-kit or github (default markdown)'],
    ],
    needs: 'repository',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'plan',
    group: 'plan',
    summary: 'Who does what when, when it ends and why, what will be late, what would help',
    options: [
      ['--from <date>', 'plan from this date or time on (default: now)'],
      ['--agent <name>', 'show only what this agent does'],
      ['--format <format>', 'text, json, mermaid, svg or ics (default text)'],
      ['--conflicts', 'only where work is about to collide: tasks that may touch the same files, branches that will not merge'],
    ],
    needs: 'repository',
    load: () => import('./commands/plan.ts'),
  },
  {
    name: 'export',
    group: 'plan',
    summary: 'The tasks in another form: mermaid, dot, csv, ics, queue, progress, github, task-master, backlog.md',
    args: '<form>',
    options: [['--out <folder>', 'with backlog.md: the folder to make']],
    needs: 'repository',
    load: () => import('./commands/export.ts'),
  },
  { name: 'export codeowners', group: 'plan', summary: 'Who owns which paths, as a CODEOWNERS file for the hosting site', options: [['--check', 'only whether the file there is says the same']], needs: 'repository', load: () => import('./commands/export/codeowners.ts') },
];
