import { heldBack } from '../../core/schedule/held-back.ts';
import type { Hold } from '../../core/schedule/readiness.ts';
import type { View } from '../view.ts';

/** What holds back one task, as far as files go; a milestone that is reached is one still. Reads the whole workspace: for refusals and writes only. */
export function holdsOn(view: View, id: string): readonly Hold[] {
  return heldBack(view.workspace(), view.graph()).find(({ task }) => task.id === id)?.holds ?? (view.task(id)?.kind === 'milestone' ? [{ why: 'milestone' }] : []);
}
