/** The board for somebody who looks on: each reading also tells what happened since the one before. */
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import { happened } from '../../core/watch/events-between.ts';
import type { Standing } from '../../core/watch/standing.ts';
import { watchedFiles } from '../../core/watch/take-standing.ts';
import type { BoardRequest } from '../ports/board-port.ts';
import { boardOf } from './board.ts';
import type { BoardAnswer } from './board.ts';
import { keepFigures } from './keep-figures.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { OpenedWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { claimStandings } from '../watch/claim-standings.ts';
import { standingOf } from '../watch/standing-of.ts';

const MOST_EVENTS = 10;

export function lookOn(ports: Ports, request: BoardRequest): () => Promise<Result<BoardAnswer>> {
  const figures = keepFigures(ports);
  let events: readonly WatchEvent[] = [];
  let before: Standing | null = null;
  const look = async (): Promise<Result<BoardAnswer>> => {
    const opened = await openWithClaims(ports);
    if (!opened.ok) return opened;
    const answer = await boardOf(ports, opened.value, request, figures);
    if (!answer.ok) return answer;
    const now = await standingNow(ports, opened.value, before);
    const { events: fresh, standing } = before === null ? { events: [], standing: now } : happened(before, now);
    before = standing;
    // That a file changed is no news on a board: what it means is.
    const told = fresh.filter(({ event }) => !event.startsWith('record.')).reverse();
    events = [...told, ...events].slice(0, MOST_EVENTS);
    return done({ ...answer.value, events });
  };
  return () => look().catch(refusalOf);
}

async function standingNow(ports: Ports, { view }: OpenedWithClaims, before: Standing | null): Promise<Standing> {
  const moment = { at: ports.clock.now().getTime(), commit: null, claims: await claimStandings(ports, view) };
  return before !== null && hasSameFiles(before, view, ports.location.folder) ? { ...before, ...moment } : standingOf(view, moment, before);
}

/** Then only time and claims went on, and no file has to be taken apart. */
function hasSameFiles({ files }: Standing, view: View, folder: string): boolean {
  const now = watchedFiles(view.blobs(), folder);
  return now.length === Object.keys(files).length && now.every(([file, blob]) => files[file] === blob);
}

/** Of the machine, too: it may be over when somebody looks again. */
function refusalOf(error: unknown): Result<never> {
  if (error instanceof EnvironmentFailure) return { ok: false, refusal: error.refusal };
  throw error;
}
