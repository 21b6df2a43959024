/** A path of the repository: who owns it, what binds it, who is about to change it. */
import { isOpen } from '../../core/model.ts';
import type { Config, Decision, Task } from '../../core/model.ts';
import { touches } from '../../core/policy/overlap.ts';
import { compareIds } from '../../core/schedule/ranking.ts';
import { agentIdOf, rosterOf } from '../../core/documents/roster.ts';
import type { Roster } from '../../core/documents/roster.ts';
import type { View } from '../view.ts';

export interface Area {
  readonly name: string;
  readonly owner: string | null;
  readonly decisionMaker: string | null;
  readonly reviewers: readonly string[];
}

export interface PathSurroundings {
  readonly what: 'path';
  readonly path: string;
  /** Members of the team whose globs hold it. */
  readonly owners: readonly string[];
  readonly areas: readonly Area[];
  /** Accepted ones bind it, proposed ones may soon. */
  readonly decisions: readonly Decision[];
  readonly tasks: readonly Task[];
}

export function showPath(view: View, path: string): PathSurroundings {
  const { config, agents, decisions } = view.survey;
  const inGlobs = (globs: readonly string[]): boolean => globs.some((glob) => touches(glob, path));
  return {
    what: 'path',
    path,
    owners: agents.filter(({ owns }) => inGlobs(owns)).map(({ id }) => id),
    areas: areasOf(config, rosterOf(agents), inGlobs),
    decisions: decisions.filter((decision) => isLive(decision) && inGlobs(scopeOf(decision, config))),
    tasks: view.workspace().tasks.filter((task) => isOpen(task) && inGlobs(task.files)).sort((one, other) => compareIds(one.id, other.id)),
  };
}

function isLive({ status }: Decision): boolean {
  return status === 'accepted' || status === 'proposed';
}

/** A decision that names no paths binds those of its area. */
function scopeOf({ scope, area }: Decision, { ownership }: Config): readonly string[] {
  if (scope.length > 0 || area === null) return scope;
  return ownership?.[area]?.paths ?? [];
}

function areasOf({ ownership }: Config, roster: Roster, inGlobs: (globs: readonly string[]) => boolean): Area[] {
  const named = (name: string | null | undefined): string | null => (name ? agentIdOf(roster, name) : null);
  return Object.entries(ownership ?? {})
    .filter(([, { paths }]) => inGlobs(paths ?? []))
    .map(([name, { owner, decision_maker, reviewers }]) => ({
      name,
      owner: named(owner),
      decisionMaker: named(decision_maker ?? owner),
      reviewers: (reviewers ?? []).map((reviewer) => agentIdOf(roster, reviewer)),
    }));
}
