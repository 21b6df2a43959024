/** Whose turn it is in a pipeline, and what they have to know to take it. */
import type { Task } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { turnOf } from '../../core/schedule/turn.ts';
import type { Turn } from '../../core/schedule/turn.ts';
import { freeTasks } from '../claims/free-tasks.ts';
import { openWithClaims } from '../open-with-claims.ts';
import type { Ports } from '../ports.ts';
import { briefingOf } from './prime.ts';
import type { Briefing } from './prime.ts';

export interface Brief {
  readonly turn: Turn;
  readonly task: Task | null;
  readonly briefing: Briefing;
}

export async function brief(ports: Ports): Promise<Result<Brief>> {
  const opened = await openWithClaims(ports);
  if (!opened.ok) return opened;
  const { view, claims } = opened.value;
  const offer = freeTasks(view, claims, true);
  const turn = turnOf(view.survey, offer);
  if (turn === null) return refused('nobody-up', { free: offer.free.length });
  const briefing = briefingOf(ports, opened.value, turn.agent, []);
  return done({ turn, task: view.task(turn.task), briefing });
}
