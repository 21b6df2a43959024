/** An open blocker by the task it is on, or by the name of its file. */
import { recordName } from '../../core/documents/record-name.ts';
import type { Blocker } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { blockersOn } from './blockers-on.ts';
import { unreadableRecord } from '../unreadable-record.ts';
import type { View } from '../view.ts';

/** `verb`: what is done with it, as typed. */
export function findBlocker(view: View, name: string, verb: string): Result<Blocker> {
  const { blockers } = view.survey;
  const wanted = recordName(name);
  const named = blockers.find((blocker) => recordName(blocker.place.file) === wanted);
  if (named !== undefined) return done(named);
  const [first, ...others] = blockersOn(view, name);
  if (first === undefined) return noBlocker(view, name, wanted);
  return others.length === 0 ? done(first) : refused('which-blocker', { task: first.task, names: [first, ...others].map(({ place }) => recordName(place.file)), verb });
}

function noBlocker(view: View, name: string, wanted: string): Result<never> {
  const resolved = view.workspace().blockers.find((blocker) => recordName(blocker.place.file) === wanted);
  if (resolved !== undefined) return refused('not-open', { name, since: resolved.resolved ?? '' });
  const broken = unreadableRecord(view, 'status/blockers', (file) => recordName(file) === wanted);
  return broken ?? refused('no-such-blocker', { name: view.task(name)?.id ?? name, isTask: view.task(name) !== null, open: [...new Set(view.survey.blockers.map(({ task }) => task))] });
}
