/** Whose turn it is, for programs. */
import type { Turn } from '../core/schedule/turn.ts';
import type { NextAnswer } from '../core/schemas/types.ts';

export function turnEntry(turn: Turn): NonNullable<NextAnswer['up']> {
  return { agent: turn.agent, task: turn.task, does: turn.does === 'go-on' ? 'go_on' : turn.does, branch: turn.does === 'merge' ? turn.branch : null };
}
