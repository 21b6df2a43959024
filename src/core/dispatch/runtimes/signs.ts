/** What can be told of a run while it goes on, by the lines it prints. What it does not say is not known: nothing is guessed. */
import { isRecord } from '../../documents/with-value.ts';
import { fieldIn, jsonOf, textIn } from './json-lines.ts';
import type { JsonObject } from './json-lines.ts';

export interface RunSigns {
  /** What it said or did last, in a line. */
  readonly said: string | null;
  /** Turns of its model so far; null: it does not tell. */
  readonly turns: number | null;
  /** US dollars so far; null: it does not tell. */
  readonly cost: number | null;
  /** Which turn it told of last: of one it may tell in several lines. */
  readonly turn: string | null;
}

export const NO_SIGNS: RunSigns = { said: null, turns: null, cost: null, turn: null };

/** A program of which nothing is known but that it prints lines. */
export function signsOfLines(signs: RunSigns, line: string): RunSigns {
  return line.trim() === '' ? signs : { ...signs, said: line };
}

/** Claude Code: one object a piece of a message, which has an id. */
export function signsOfClaude(signs: RunSigns, line: string): RunSigns {
  const message = fieldIn(jsonOf(line), 'message');
  const turn = message['role'] === 'assistant' ? textIn(message, 'id') : null;
  if (turn === null) return signs;
  const { content } = message;
  const pieces: readonly unknown[] = Array.isArray(content) ? content : [];
  const said = pieces.filter(isRecord).map(saidIn).findLast((text) => text !== null) ?? signs.said;
  return { ...signs, said, turn, turns: (signs.turns ?? 0) + (turn === signs.turn ? 0 : 1) };
}

function saidIn(piece: JsonObject): string | null {
  const tool = piece['type'] === 'tool_use' ? textIn(piece, 'name') : null;
  return tool === null ? textIn(piece, 'text') : `uses ${tool}`;
}

/** Codex: what it says and runs are items, and a turn has an end. */
export function signsOfCodex(signs: RunSigns, line: string): RunSigns {
  const event = jsonOf(line);
  const item = fieldIn(event, 'item');
  const said = textIn(item, 'text') ?? textIn(item, 'command') ?? signs.said;
  const isTurn = isRecord(event) && event['type'] === 'turn.completed';
  return { ...signs, said, turns: isTurn ? (signs.turns ?? 0) + 1 : signs.turns };
}

/** A conversation that coord leads: it marks who says a line, so that no model can speak of turns and costs. */
export function countedLine(turns: number, cost: number | null): string {
  return `coord: so far ${turns} ${turns === 1 ? 'turn' : 'turns'}${cost === null ? '' : `, $${cost.toFixed(4)}`}`;
}

const COUNTED = /^coord: so far (\d+) turns?(?:, \$(\d+\.\d+))?$/;

export function signsOfConversation(signs: RunSigns, line: string): RunSigns {
  const [whole, turns, cost] = COUNTED.exec(line) ?? [];
  if (whole === undefined) return signsOfLines(signs, line.replace(/^(?:model|tool|coord): +/, ''));
  return { ...signs, turns: Number(turns), cost: cost === undefined ? null : Number(cost) };
}
