/** What a check found, and how much of it. */
import { tally } from '../../core/policy/tally.ts';
import type { Tally } from '../../core/policy/tally.ts';
import type { PlacedProblem, Problem } from '../../core/problem/problem.ts';
import type { Finding } from './findings.ts';
import type { MergeNames, View } from '../view.ts';

export interface Validation extends Tally {
  /** By file, then line. */
  readonly findings: readonly Finding[];
  readonly filesChecked: number;
  /** Of a part: problems that are not its own, and do not count. */
  readonly others: number;
  /** Those of them that the work tree does not show: of a merge, what the other side has alone. */
  readonly elsewhere: number;
  /** What was checked: all files of the work tree, what is staged, what a merge would make of two sides, or whose paths a change touches. */
  readonly of: 'files' | 'staged' | MergeNames | ScopeNames;
  /** Whether warnings fail it too. */
  readonly strict: boolean;
}

/** Who made a change, and for which tasks; nobody where that is unknown. */
export interface ScopeNames {
  readonly agents: readonly string[];
  readonly tasks: readonly string[];
  /** The branch it is compared with; null: it is what is staged. */
  readonly since: string | null;
}

export interface Found {
  readonly problems: readonly PlacedProblem[];
  /** Those that the view does not know of, not yet placed. */
  readonly beyond: readonly Problem[];
  readonly others: number;
  readonly elsewhere?: number;
  readonly of: Validation['of'];
}

export async function report(view: View, { problems, beyond, others, elsewhere = 0, of }: Found, strict: boolean): Promise<Validation> {
  const isClean = problems.length + beyond.length === 0;
  const findings = isClean ? [] : await (await import('./findings.ts')).findingsOf(view, problems, beyond);
  return { findings, ...tally(findings.map(({ problem }) => problem), strict), filesChecked: view.files().length, others, elsewhere, of, strict };
}
