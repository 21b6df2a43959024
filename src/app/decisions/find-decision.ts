/** A decision by its file's name, or by a part of it that no other has. */
import { recordName } from '../../core/documents/record-name.ts';
import type { Decision } from '../../core/model.ts';
import { nearest } from '../../core/nearest.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { unreadableRecord } from '../unreadable-record.ts';
import type { View } from '../view.ts';

export const nameOfDecision = ({ place }: Decision): string => recordName(place.file);

/** `verb`: who asks, for words. */
export function findDecision(view: View, name: string, verb: string): Result<Decision> {
  const { decisions } = view.survey;
  const exact = decisionNamed(view, name);
  if (exact !== null) return done(exact);
  const part = recordName(name).toLowerCase();
  const isMeant = (file: string): boolean => part !== '' && recordName(file).toLowerCase().includes(part);
  const [first, ...others] = decisions.filter(({ place }) => isMeant(place.file));
  if (first === undefined) return unreadableRecord(view, 'decisions', isMeant) ?? refused('no-such-decision', { name, nearest: nearest(part, decisions.map(nameOfDecision)) });
  return others.length === 0 ? done(first) : refused('which-decision', { name, names: [first, ...others].map(nameOfDecision), verb });
}

/** By its whole name. */
export function decisionNamed({ survey }: View, name: string): Decision | null {
  return survey.decisions.find((decision) => nameOfDecision(decision) === recordName(name)) ?? null;
}
