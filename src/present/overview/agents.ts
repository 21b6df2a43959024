/** The team as a table. */
import type { TeamLoad } from '../../app/overview/team-loads.ts';
import { paint } from '../text/paint.ts';
import type { Screen } from '../screen.ts';
import { table } from '../text/table.ts';
import { listed } from '../text/words.ts';

export function agentsText(team: readonly TeamLoad[], screen: Screen): string {
  if (team.length === 0) return 'The team is empty: add members to team in coord.yaml.';
  const { bold } = paint(screen);
  const head = ['agent', 'open', 'ready', 'done', 'holds', 'role'];
  const rows = team.map(({ id, open, ready, done, holds, agent }) => [id, `${open}`, `${ready}`, `${done}`, listed(holds, 3) || '-', agent.role ?? agent.focus ?? '']);
  return table(head, rows, [{ paint: bold }, { right: true }, { right: true }, { right: true }, {}, { gives: true }], screen);
}
