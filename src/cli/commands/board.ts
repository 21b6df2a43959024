import { board } from '../../app/board/board.ts';
import type { Ports } from '../../app/ports.ts';
import type { BoardAnswer } from '../../core/schemas/types.ts';
import { boardText, INDENT } from '../../present/board/board-page.ts';
import { boardSections } from '../../present/board/board-sections.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { leadBoard } from '../lead-board.ts';
import { refuse } from '../refuse.ts';
import { statusEntry } from '../status-entry.ts';

/** Once, as text, it is meant to be read at one go. */
const ROWS = 10;

export async function run(ports: Ports, { json, as }: Input, screen: Screen): Promise<Reply> {
  const led = screen.colour ? await leadBoard(ports, screen) : null;
  if (led !== null) return led.ok ? { exit: 0, text: '', data: null } : refuse(led.refusal, screen);
  const answer = await board(ports, { rows: json ? Infinity : ROWS, as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { dashboard, status, costs, today, latest } = answer.value;
  const data: BoardAnswer = {
    widgets: [...dashboard.widgets],
    refresh_seconds: dashboard.refreshSeconds,
    status: statusEntry(status, screen.now),
    costs: [...costs].map(([task, usd]) => ({ task, usd })),
    today,
    latest: latest.map(({ commit, at, subject, agents, tasks }) => ({ commit, at: new Date(at).toISOString(), subject, agents: [...agents], tasks: [...tasks] })),
  };
  const text = json ? '' : boardText(boardSections(answer.value, { ...screen, columns: screen.columns - INDENT }), screen);
  return { exit: 0, text, data, problems: status.problems };
}
