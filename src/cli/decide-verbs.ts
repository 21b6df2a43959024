/** How decisions are proposed, talked over and made. */
import type { Verb } from './command.ts';

export const DECIDE_VERBS: readonly Verb[] = [
  {
    name: 'decide propose',
    group: 'plan',
    summary: 'Propose a decision; its area says who is asked and who decides',
    args: '<title...>',
    options: [
      ['--area <area>', 'the area under ownership in coord.yaml (default: the one its scope lies in)'],
      ['--scope <globs...>', 'the paths it is to bind'],
      ['--why <words>', 'the reasons'],
      ['--supersedes <decisions...>', 'accepted decisions it is to replace'],
      ['--deadline <date>', "until when feedback is taken (default: as long as the area gives, else 24 hours)"],
    ],
    needs: 'repository',
    load: () => import('./commands/decide/propose.ts'),
  },
  { name: 'decide comment', group: 'work', summary: 'Say something on a proposal', args: '<decision> <words...>', needs: 'repository', load: () => import('./commands/decide/comment.ts') },
  {
    name: 'decide accept',
    group: 'plan',
    summary: 'Accept a proposal, if it is yours to decide',
    args: '<decision>',
    options: [
      ['--note <words>', 'the reasons, or under which conditions'],
      ['--early', 'though reviewers still have time to say something'],
    ],
    needs: 'repository',
    load: () => import('./commands/decide/accept.ts'),
  },
  { name: 'decide reject', group: 'plan', summary: 'Turn a proposal down, if it is yours to decide', args: '<decision>', options: [['--note <words>', 'the reasons']], needs: 'repository', load: () => import('./commands/decide/reject.ts') },
  { name: 'decide supersede', group: 'plan', summary: 'Say that one accepted decision replaces another', args: '<older> <newer>', needs: 'repository', load: () => import('./commands/decide/supersede.ts') },
  { name: 'decide list', group: 'look', summary: 'Decisions: what is proposed, and what binds', options: [['--all', 'also rejected and superseded ones']], needs: 'repository', load: () => import('./commands/decide/list.ts') },
];
