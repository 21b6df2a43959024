/** Tasks, a line each. */
import type { ListedTask } from '../../app/overview/list.ts';
import { claimedStatus } from '../../core/schedule/claimed-status.ts';
import { columns } from '../text/columns.ts';
import type { Column } from '../text/columns.ts';
import { paint } from '../text/paint.ts';
import type { Screen } from '../screen.ts';

export function listText(tasks: readonly ListedTask[], screen: Screen): string {
  if (tasks.length === 0) return 'No task is like that. All tasks: coord list';
  const { bold, dim, green } = paint(screen);
  const rows = tasks.map((task) => [task.id, standing(task), task.agent ?? 'anyone', task.priority, task.title, task.deadline === null ? '' : `due ${task.deadline}`]);
  const shape: Column[] = [{ paint: bold }, { paint: (cell) => (cell === 'done' ? green(cell) : cell) }, {}, {}, { gives: true }, { paint: dim }];
  return columns(rows, shape, screen.columns);
}

/** As `show` has it, in fewer words. */
function standing(task: ListedTask): string {
  return task.claim?.state === 'done' && task.status !== 'done' ? 'done elsewhere' : claimedStatus(task).replace('_', ' ');
}
