/** Decisions that replace one another must both exist, and once the newer one is accepted both must say so. */
import { recordName } from '../documents/record-name.ts';
import type { Workspace } from '../documents/workspace.ts';
import type { Decision } from '../model.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { fieldOf } from './field-of.ts';
import { suggestFrom } from './suggest.ts';

export function findDanglingSupersedes({ decisions }: Workspace): Problem[] {
  const byName = new Map(decisions.map((decision) => [recordName(decision.place.file), decision]));
  const suggest = suggestFrom(() => byName.keys());
  return decisions.flatMap((decision) => [...forwards(decision, byName, suggest), ...backwards(decision, byName, suggest)]);
}

type ByName = ReadonlyMap<string, Decision>;
type Suggest = (name: string) => string | null;

function forwards(decision: Decision, byName: ByName, suggest: Suggest): Problem[] {
  return decision.supersedes.flatMap((target, index) => {
    const place = fieldOf(decision.place, 'supersedes', index);
    const older = byName.get(recordName(target));
    if (older === undefined) return [problem('dangling-supersedes', place, { target, field: 'supersedes', nearest: suggest(recordName(target)), reason: 'missing' })];
    if (decision.status !== 'accepted' || (older.status === 'superseded' && names(older.supersededBy, decision))) return [];
    return [problem('dangling-supersedes', place, { target, field: 'supersedes', nearest: null, reason: 'one-sided' })];
  });
}

function backwards(decision: Decision, byName: ByName, suggest: Suggest): Problem[] {
  const target = decision.supersededBy;
  if (target === null) return [];
  const place = fieldOf(decision.place, 'superseded_by');
  const newer = byName.get(recordName(target));
  if (newer === undefined) return [problem('dangling-supersedes', place, { target, field: 'superseded_by', nearest: suggest(recordName(target)), reason: 'missing' })];
  if (newer.supersedes.some((name) => names(name, decision))) return [];
  return [problem('dangling-supersedes', place, { target, field: 'superseded_by', nearest: null, reason: 'one-sided' })];
}

function names(name: string | null, decision: Decision): boolean {
  return name !== null && recordName(name) === recordName(decision.place.file);
}
