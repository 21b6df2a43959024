/** Each agent's tasks as a list to tick off, with dates. */
import type { AgentProgress, ProgressReport } from '../../app/reports/report-progress.ts';
import { columns, indented } from '../text/columns.ts';
import { paint } from '../text/paint.ts';
import { plain } from '../text/plain.ts';
import type { Screen } from '../screen.ts';

const INDENT = 2;

export function progressReportText({ agents }: ProgressReport, screen: Screen): string {
  if (agents.length === 0) return 'There are no tasks yet: coord task add "..."';
  return agents.map((agent) => partOf(agent, screen)).join('\n\n');
}

function partOf({ member, done, total, tasks }: AgentProgress, screen: Screen): string {
  const { bold } = paint(screen);
  const title = `${bold(plain(member?.name ?? 'Anyone'))}: ${done} of ${total} done`;
  const rows = tasks.map(({ task: { id, title: about, status, progress, completed }, started }) => [
    status === 'done' ? '[x]' : '[ ]',
    id,
    about,
    status === 'cancelled' ? 'cancelled' : status === 'done' || progress === null ? '' : `${progress} %`,
    started === null ? '' : `started ${started.slice(0, 10)}`,
    completed === null ? '' : `completed ${completed.slice(0, 10)}`,
  ]);
  return rows.length === 0 ? title : `${title}\n${indented(columns(rows, [{}, { paint: bold }, { gives: true }, { right: true }, {}, {}], screen.columns - INDENT), INDENT)}`;
}
