/** Handoffs by the name of their file, whole or a part that only one has, or by the task they are about. */
import { handoffName } from '../../core/documents/handoff-name.ts';
import type { Handoff } from '../../core/model.ts';
import { nearestOf } from '../../core/nearest.ts';
import { newestFirst } from '../../core/policy/handoff-inbox.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { HandoffLine } from '../../core/survey.ts';
import { unreadableRecord } from '../unreadable-record.ts';
import type { View } from '../view.ts';

/** Letters of a part of a name, at least: the random mark in it has as many. */
const LEAST = 4;

/** One by its name, or all of a task, newest first. `verb`: who asks, for words. */
export function findHandoffs(view: View, name: string, verb: string): Result<readonly Handoff[]> {
  const lines = [...view.survey.handoffs].sort(newestFirst);
  const wanted = handoffName(name).toLowerCase();
  const exact = lines.filter(({ file }) => handoffName(file).toLowerCase() === wanted);
  const ofTask = lines.filter(({ task }) => task?.toLowerCase() === name.toLowerCase());
  const inPart = wanted.length < LEAST ? [] : lines.filter(({ file }) => handoffName(file).toLowerCase().includes(wanted));
  const found = [exact, ofTask, inPart].find((some) => some.length > 0) ?? [];
  if (found.length === 0) return noneLike(view, name, wanted);
  if (found === inPart && found.length > 1) return refused('which-handoff', { names: found.map(({ file }) => handoffName(file)), verb });
  return done(handoffsOf(view, found));
}

/** Whole, in the order of the lines. */
export function handoffsOf(view: View, lines: readonly HandoffLine[]): readonly Handoff[] {
  const byFile = new Map(view.workspace().handoffs.map((handoff) => [handoff.place.file, handoff]));
  return lines.flatMap(({ file }) => byFile.get(file) ?? []);
}

function noneLike(view: View, name: string, wanted: string): Result<never> {
  const broken = unreadableRecord(view, 'handoffs', (file) => handoffName(file).toLowerCase() === wanted);
  if (broken !== null) return broken;
  const names = view.survey.handoffs.map(({ file }) => handoffName(file));
  return refused('no-such-handoff', { name, isTask: view.task(name) !== null, nearest: nearestOf(wanted, names, 3) });
}
