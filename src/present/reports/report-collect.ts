/** What there is of each agent, a few lines each. */
import type { AgentCollection, Collection } from '../../app/reports/report-collect.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { moment } from '../text/time.ts';
import { cut } from '../text/width.ts';
import { listed } from '../text/words.ts';

const MOST_BRANCHES = 5;

export function collectionText({ agents }: Collection, screen: Screen): string {
  if (agents.length === 0) return 'The team is empty: add members to team in coord.yaml.';
  const { bold } = paint(screen);
  return agents.map((agent) => [`${bold(plain(agent.name))}: ${agent.done} of ${agent.total} done`, ...linesOf(agent, screen).map((line) => `  ${cut(line, screen.columns - 2)}`)].join('\n')).join('\n\n');
}

function linesOf({ last, branches }: AgentCollection, screen: Screen): string[] {
  const commit = last === null ? 'no commit yet' : say`last commit ${last.commit.slice(0, 7)}, ${moment(last.at, screen)}: ${last.subject}`;
  return [commit, ...(branches.length === 0 ? [] : [say`not merged: ${listed(branches.map(({ branch }) => branch), MOST_BRANCHES)}`])];
}
