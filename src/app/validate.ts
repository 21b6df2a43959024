/** Checks everything: files, how records fit together, git and the clock. Writes nothing. */
import { placeProblems } from '../core/documents/place-problems.ts';
import type { Position } from '../core/documents/position.ts';
import type { Handoff, Place } from '../core/model.ts';
import { causedBy } from '../core/policy/caused-by.ts';
import { checkClock, checkHandoffs } from '../core/policy/check-workspace.ts';
import { relatedPlaces } from '../core/policy/related-places.ts';
import type { RelatedPlace } from '../core/policy/related-places.ts';
import { tally } from '../core/policy/tally.ts';
import type { Tally } from '../core/policy/tally.ts';
import type { PlacedProblem, Problem } from '../core/problem/problem.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { gatherEvidence } from './handoff-evidence.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

export interface ValidateRequest {
  readonly staged: boolean;
  readonly strict: boolean;
}

/** A problem with what is shown around it. */
export interface Finding {
  readonly problem: PlacedProblem;
  readonly related: readonly (RelatedPlace & { readonly at: Position })[];
  /** The file's text; null where it could not be read. */
  readonly text: string | null;
}

export interface Validation extends Tally {
  /** By file, then line. */
  readonly findings: readonly Finding[];
  readonly filesChecked: number;
  /** With `staged`: problems that were there before and do not count. */
  readonly others: number;
}

export async function validate(ports: Ports, request: ValidateRequest): Promise<Result<Validation>> {
  return request.staged ? validateStaged(ports, request.strict) : validateAll(ports, request.strict);
}

async function validateAll(ports: Ports, strict: boolean): Promise<Result<Validation>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const beyond = [...(await problemsInGit(ports, view.workspace().handoffs)), ...checkClock(view.survey, ports.clock.now().getTime())];
  const problems = [...view.problems, ...(await placed(view, beyond))];
  return done(await report(view, problems, strict));
}

/** What is staged answers for itself only: git's objects and the clock are asked no more than that needs. */
async function validateStaged(ports: Ports, strict: boolean): Promise<Result<Validation>> {
  const opened = await ports.store.openStaged();
  if (!opened.ok) return opened;
  const { base, staged, changed } = opened.value;
  const { own, others } = causedBy(changed, staged.problems, base.problems);
  const isStaged = ({ place }: { readonly place: Place }): boolean => changed.has(place.file);
  const touches = (folder: string): boolean => [...changed].some((file) => file.includes(folder));
  const handoffs = touches('/handoffs/') ? staged.workspace().handoffs.filter(isStaged) : [];
  const late = touches('/decisions/') || touches('/blockers/') ? checkClock(staged.survey, ports.clock.now().getTime()) : [];
  const beyond = [...(await problemsInGit(ports, handoffs)), ...late.filter(isStaged)];
  const found = await report(staged, [...own, ...(await placed(staged, beyond))], strict);
  return done({ ...found, others: others.length });
}

async function problemsInGit(ports: Ports, handoffs: readonly Handoff[]): Promise<Problem[]> {
  return handoffs.length === 0 ? [] : checkHandoffs(handoffs, await gatherEvidence(ports, handoffs));
}

async function placed(view: View, problems: readonly Problem[]): Promise<PlacedProblem[]> {
  const texts = await textsOf(view, problems.map(({ place }) => place.file));
  return placeProblems(problems, (file) => texts.get(file) ?? null);
}

async function report(view: View, problems: readonly PlacedProblem[], strict: boolean): Promise<Validation> {
  const ordered = [...problems].sort(byPosition);
  const related = ordered.map((found) => relatedPlaces(found));
  const files = [...ordered.map(({ place }) => place.file), ...related.flat().map(({ place }) => place.file)];
  const texts = await textsOf(view, files);
  const textOf = (file: string): string | null => texts.get(file) ?? null;
  const findings = ordered.map((problem, index): Finding => {
    const others = related[index] ?? [];
    const positions = placeProblems(others.map(({ place }) => ({ ...problem, place })), textOf);
    return { problem, text: textOf(problem.place.file), related: others.map((other, at) => ({ ...other, at: positions[at]?.at ?? problem.at })) };
  });
  return { findings, ...tally(ordered, strict), filesChecked: view.files().length, others: 0 };
}

async function textsOf(view: View, files: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const texts = new Map<string, string | null>();
  for (const file of files) if (!texts.has(file)) texts.set(file, await view.text(file));
  return texts;
}

function byPosition(one: PlacedProblem, other: PlacedProblem): number {
  if (one.place.file !== other.place.file) return one.place.file < other.place.file ? -1 : 1;
  return one.at.line - other.at.line || one.at.column - other.at.column;
}
