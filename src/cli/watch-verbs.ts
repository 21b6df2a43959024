/** The rows of what looks on, part of the table of verbs. */
import type { Verb } from './command.ts';

export const WATCH_VERBS: readonly Verb[] = [
  {
    name: 'watch',
    group: 'look',
    summary: 'What happens in the workspace, as it happens, until Ctrl-C',
    options: [
      ['--once', 'tell what happened since the last watch, and end'],
      ['--since <time-or-commit>', 'tell what happened since then, and end: a date, a time, a length of time such as 24h, a branch or a commit'],
    ],
    streams: true,
    needs: 'repository',
    load: () => import('./commands/watch.ts'),
  },
];
