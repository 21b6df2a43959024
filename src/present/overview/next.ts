/** What can be started now, and why not the rest. */
import type { HeldBackTask, NextAnswer } from '../../app/overview/next.ts';
import type { Priority } from '../../core/model.ts';
import type { Turn } from '../../core/schedule/turn.ts';
import { asCaller } from '../as-words.ts';
import { columns, indented } from '../text/columns.ts';
import type { Column } from '../text/columns.ts';
import { describeHolds, describeWithheld } from './describe-hold.ts';
import type { Painter } from '../text/paint.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { shellWord } from '../text/shell-word.ts';
import { widthOf, wrap } from '../text/width.ts';

export interface NextRow {
  readonly id: string;
  readonly agent: string | null;
  readonly priority: Priority;
  readonly title: string;
  readonly unblocks: number;
}

export function nextText(answer: NextAnswer, screen: Screen): string {
  const { tasks, more, heldBack, why, isCallerKnown, turn } = answer;
  const parts = [
    tasks.length === 0 ? emptyText(answer) : nextTable(tasks, screen, 0),
    more > 0 ? `and ${more} more (coord next --count ${tasks.length + more})` : '',
    turn === null ? '' : turnText(turn),
    why === null && heldBack > 0 ? `held back: ${heldBack} (coord next --why)` : '',
    why !== null && why.length > 0 ? `held back: ${heldBack}\n${whyTable(why, asCaller(screen, isCallerKnown), screen)}` : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** Whose turn it is, with what to type. */
export function turnText(turn: Turn): string {
  switch (turn.does) {
    case 'work':
      return say`Up: ${turn.agent ?? 'anyone'}, with ${turn.task}. Start it with what this prints: coord next --brief`;
    case 'go-on':
      return say`Up: ${turn.agent ?? 'anyone'}, at ${turn.task}`;
    case 'merge':
      return say`Up: whoever merges. ${turn.agent} did ${turn.task}${turn.branch === null ? ' on no branch' : `: git merge ${shellWord(turn.branch)}`}`;
    case 'approve':
      return say`Up: ${turn.agent}, to approve ${turn.task}: coord approve ${turn.task} --as ${shellWord(turn.agent)}`;
  }
}

/** Rows of ready tasks, indented. */
export function nextTable(tasks: readonly NextRow[], screen: Screen, indent: number): string {
  const painter = paint(screen);
  const rows = tasks.map(({ id, agent, priority, title, unblocks }) => [id, agent ?? 'anyone', priority, title, unblocks === 0 ? '' : `unblocks ${unblocks}`]);
  const shape: Column[] = [{ paint: painter.bold }, {}, { paint: (cell) => urgency(cell, painter) }, { gives: true }, { apart: true, paint: painter.dim }];
  return indented(columns(rows, shape, screen.columns - indent), indent);
}

function emptyText({ open }: NextAnswer): string {
  return open === 0 ? 'Nothing is left to do. New work: coord task add "..."' : 'Nothing can be started now.';
}

/** The reasons go on below themselves where the line is too short. */
function whyTable(why: readonly HeldBackTask[], as: string, screen: Screen): string {
  const rows = why.map(({ id, agent, holds, withheld }) => [id, agent ?? 'anyone', [...(withheld ? [describeWithheld(withheld, as)] : []), ...describeHolds(id, holds)].join('; ')] as const);
  const room = screen.columns - widest(rows.map(([id]) => id)) - widest(rows.map(([, agent]) => agent)) - 4;
  const lines = rows.flatMap(([id, agent, reasons]) => wrapped(reasons, Math.max(room, 24)).map((line, at) => (at === 0 ? [id, agent, line] : ['', '', line])));
  return columns(lines, [{}, {}, {}], Infinity);
}

/** A command to type stays on one line. */
function wrapped(reasons: string, room: number): string[] {
  const whole = reasons.replace(/(?<=: )coord [^;]+/g, (command) => command.replaceAll(' ', '\u00A0'));
  return wrap(whole, room).map((line) => line.replaceAll('\u00A0', ' '));
}

const widest = (cells: readonly string[]): number => cells.reduce((most, cell) => Math.max(most, widthOf(plain(cell))), 0);

function urgency(priority: string, { red, dim }: Painter): string {
  return priority === 'high' ? red(priority) : priority === 'low' ? dim(priority) : priority;
}
