/** Handoffs in full: one by its name, or all of a task. */
import type { PlacedProblem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { findHandoffs } from './find-handoff.ts';
import { standingsOf } from './handoff-standing.ts';
import type { HandoffStanding } from './handoff-standing.ts';
import type { Ports } from '../ports.ts';

export interface ShownHandoff extends HandoffStanding {
  /** Of its task; null where no file defines it. */
  readonly title: string | null;
  /** Files that differ between its commits, the workspace's own left out; null where they cannot be compared here. */
  readonly touched: readonly string[] | null;
}

export interface HandoffShowAnswer {
  /** Newest first. */
  readonly handoffs: readonly ShownHandoff[];
  readonly problems: readonly PlacedProblem[];
}

export async function handoffShow(ports: Ports, name: string): Promise<Result<HandoffShowAnswer>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const found = findHandoffs(view, name, 'handoff show');
  if (!found.ok) return found;
  const shown: ShownHandoff[] = [];
  for (const standing of await standingsOf(ports, found.value)) {
    const { task } = standing.handoff;
    shown.push({ ...standing, title: task === null ? null : (view.task(task)?.title ?? null), touched: await touchedIn(ports, standing) });
  }
  return done({ handoffs: shown, problems: view.survey.problems });
}

async function touchedIn({ git, location }: Ports, { handoff: { base, head } }: HandoffStanding): Promise<readonly string[] | null> {
  if (base === null || head === null) return null;
  const known = await git.knownObjects([base, head]);
  if (!known.has(base) || !known.has(head)) return null;
  return (await git.changedPaths(base, head)).map(({ path }) => path).filter((path) => !path.startsWith(`${location.folder}/`));
}
