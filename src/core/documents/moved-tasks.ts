/** A task that one side moved to another list of its queue is the same task: it is brought together before it is merged. */
import type { Outline, Piece } from './outline.ts';
import { changedSide, eachOf } from './versions.ts';
import type { Side, Versions } from './versions.ts';

/** null where the two sides moved a task to different lists, or a list has no lines of its own to move it to. */
export function joinMoved(versions: Versions<Outline>): Versions<Outline> | null {
  const places = eachOf(versions, listOfEach);
  const moves = new Map<string, Piece>();
  for (const id of places.ours.keys()) {
    const lists = eachOf(places, (byId) => byId.get(id)?.key);
    if (lists.theirs === undefined || lists.ours === lists.theirs) continue;
    const side: Side | null = changedSide(lists, Object.is);
    const to = side && places[side].get(id);
    if (!to) return null;
    moves.set(id, to);
  }
  if (moves.size === 0) return versions;
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map((outline) => withMoves(outline, moves));
  return base && ours && theirs ? { base, ours, theirs } : null;
}

/** By id, the list it stands in. */
function listOfEach(outline: Outline): ReadonlyMap<string, Piece> {
  return new Map(listsOf(outline).flatMap((list) => (list.outline?.pieces ?? []).map((task) => [task.key, list] as const)));
}

function listsOf(outline: Outline): readonly Piece[] {
  return queueOf(outline)?.outline?.pieces ?? [];
}

function queueOf({ pieces }: Outline): Piece | undefined {
  return pieces.find(({ key }) => key === 'task_queue');
}

/** `moves`: by id, the list a task goes to, as the side has it that moved it. */
function withMoves(outline: Outline, moves: ReadonlyMap<string, Piece>): Outline | null {
  const queue = queueOf(outline);
  if (!queue?.outline) return outline;
  const lists = new Map(queue.outline.pieces.map((list) => [list.key, list]));
  for (const [id, to] of moves) {
    const from = [...lists.values()].find((list) => list.outline?.pieces.some(({ key }) => key === id));
    const task = from?.outline?.pieces.find(({ key }) => key === id);
    if (!from?.outline || !task || from.key === to.key) continue;
    const into = lists.get(to.key);
    if (into && !into.outline && !isEmptyList(into)) return null;
    const target = into?.outline ? into : { ...to, lead: into?.lead ?? to.lead, outline: { kind: 'list' as const, pieces: [], tail: '' } };
    lists.set(from.key, withPieces(from, from.outline.pieces.filter((piece) => piece !== task)));
    lists.set(to.key, withPieces(target, [...(target.outline?.pieces ?? []), task]));
  }
  const pieces = outline.pieces.map((piece) => (piece === queue ? withPieces(queue, [...lists.values()]) : piece));
  return { ...outline, pieces };
}

const isEmptyList = ({ value }: Piece): boolean => value === null || (Array.isArray(value) && value.length === 0);

function withPieces(piece: Piece, pieces: readonly Piece[]): Piece {
  return piece.outline ? { ...piece, outline: { ...piece.outline, pieces } } : piece;
}
