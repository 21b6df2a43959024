/** Tasks, a line each. */
import type { Task } from '../core/model.ts';
import { columns } from './columns.ts';
import type { Column } from './columns.ts';
import { paint } from './paint.ts';
import type { Screen } from './screen.ts';

export function listText(tasks: readonly Task[], screen: Screen): string {
  if (tasks.length === 0) return 'No task is like that. All tasks: coord list';
  const { bold, dim, green } = paint(screen);
  const rows = tasks.map(({ id, status, agent, priority, title, deadline }) => [id, status.replace('_', ' '), agent ?? 'anyone', priority, title, deadline === null ? '' : `due ${deadline}`]);
  const shape: Column[] = [{ paint: bold }, { paint: (cell) => (cell === 'done' ? green(cell) : cell) }, {}, {}, { gives: true }, { paint: dim }];
  return columns(rows, shape, screen.columns);
}
