/** The team as a table. */
import type { TeamLoad } from '../app/team-loads.ts';
import { columns } from './columns.ts';
import { paint } from './paint.ts';
import type { Screen } from './screen.ts';
import { listed } from './words.ts';

export function agentsText(team: readonly TeamLoad[], screen: Screen): string {
  if (team.length === 0) return 'The team is empty: add members to team in coord.yaml.';
  const { bold, dim } = paint(screen);
  const head = ['agent', 'open', 'ready', 'done', 'holds', 'role'];
  const rows = team.map(({ id, open, ready, done, holds, agent }) => [id, `${open}`, `${ready}`, `${done}`, listed(holds, 3) || '-', agent.role ?? agent.focus ?? '']);
  const heading = (cell: string, row: number): string => (row === 0 ? dim(cell) : cell);
  const number = { right: true, paint: heading } as const;
  return columns([head, ...rows], [{ paint: (cell, row) => (row === 0 ? dim(cell) : bold(cell)) }, number, number, number, { paint: heading }, { gives: true, paint: heading }], screen.columns);
}
