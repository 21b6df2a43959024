/** Targets of coord.yaml held against figures: reached, missed, or unknown, and why. */
import type { TargetSettings } from '../schemas/types.ts';
import { figureNamed, FIGURES } from './figures.ts';
import type { FigureName } from './figures.ts';
import type { Measured, Unit, Unmeasured } from './measured.ts';
import { inUnit, readGoal, readQuantity } from './quantity.ts';
import type { Goal, Quantity } from './quantity.ts';

/** What a verifier that was run for its figure answered. */
export type Verified = Quantity | 'verifier-failed' | 'no-number' | 'no-verifier';

/**
 * no-goal: what the target says cannot be compared. no-value: nothing measures it, and nobody entered it. unreadable-value:
 * what was entered is no figure. not-run: a verifier measures it, and was not asked to. other-unit: the figure counts in another unit.
 */
export type Untold = Unmeasured | Exclude<Verified, Quantity> | 'no-goal' | 'no-value' | 'unreadable-value' | 'not-run' | 'other-unit';

export interface HeldTarget {
  /** As coord.yaml names it. */
  readonly name: string;
  readonly figure: FigureName | null;
  /** Whose it is; null: of all. */
  readonly agent: string | null;
  /** As written. */
  readonly target: string;
  readonly by: Exclude<Goal['by'], null> | null;
  readonly goal: number | null;
  readonly value: number | null;
  readonly unit: Unit | 'plain';
  /** records: worked out by coord. */
  readonly from: 'records' | 'verifier' | 'hand' | null;
  readonly state: 'met' | 'missed' | 'unknown';
  readonly why: Untold | null;
}

export interface TargetSources {
  /** `agent` null: of all. */
  readonly measure: (figure: FigureName, agent: string | null) => Measured;
  /** By name of the target; those whose verifier was run. */
  readonly verified: ReadonlyMap<string, Verified>;
  readonly idOf: (name: string) => string;
}

export function holdTargets(targets: Readonly<Record<string, TargetSettings>>, sources: TargetSources): readonly HeldTarget[] {
  return Object.entries(targets).map(([name, target]) => holdTarget(name, target, sources));
}

interface Found {
  readonly quantity: Quantity | { readonly value: number; readonly unit: Unit };
  readonly from: 'records' | 'verifier' | 'hand';
}

function holdTarget(name: string, settings: TargetSettings, sources: TargetSources): HeldTarget {
  const figure = figureNamed(name);
  const agent = settings.agent ? sources.idOf(settings.agent) : null;
  const goal = readGoal(settings.target);
  const by = goal === null ? null : (goal.by ?? wished(goal, figure));
  const common = { name, figure, agent, target: String(settings.target), by, goal: goal?.value ?? null };
  const found = findValue(name, settings, { figure, agent }, sources);
  const unknown = (why: Untold): HeldTarget => ({ ...common, value: null, unit: goal?.unit ?? 'plain', from: null, state: 'unknown', why });
  if ('why' in found) return unknown(found.why);
  const { from } = found;
  // A bare number counts in what the target counts in: 180 of "< 200ms" are milliseconds.
  const { value, unit } = (found.quantity.unit === 'plain' && goal !== null ? inUnit(found.quantity.value, goal.written) : null) ?? found.quantity;
  if (goal === null || by === null) return { ...unknown('no-goal'), value, unit, from };
  const compared = comparable(goal, unit);
  if (compared === null) return { ...unknown('other-unit'), value, unit, from };
  return { ...common, goal: compared, value, unit, from, state: holds(value, by, compared) ? 'met' : 'missed', why: null };
}

/** Coord's own figure before what a verifier says, and that before what was entered. */
function findValue(name: string, { verifier, value }: TargetSettings, { figure, agent }: Pick<HeldTarget, 'figure' | 'agent'>, { measure, verified }: TargetSources): Found | { readonly why: Untold } {
  const own = figure === null ? null : measure(figure, agent);
  const known = own?.value ?? null;
  if (figure !== null && known !== null) return { quantity: { value: known, unit: FIGURES[figure].unit }, from: 'records' };
  const answer = verified.get(name);
  if (typeof answer === 'object') return { quantity: answer, from: 'verifier' };
  if (value !== null && value !== undefined && value !== '') {
    const entered = readQuantity(value);
    return entered === null ? { why: 'unreadable-value' } : { quantity: entered, from: 'hand' };
  }
  return { why: answer ?? (verifier ? 'not-run' : (own?.unknown ?? 'no-value')) };
}

/** A share is to be at least so much, a length of time or an amount of money at most, and so is none of something. */
function wished({ value, unit }: Goal, figure: FigureName | null): Exclude<Goal['by'], null> {
  if (figure !== null) return FIGURES[figure].better === 'more' ? '>=' : '<=';
  if (unit === 'share') return '>=';
  return unit === 'plain' && value !== 0 ? '>=' : '<=';
}

/** The goal in the unit of the figure; null: they cannot be compared. */
function comparable({ value, unit }: Goal, of: Unit | 'plain'): number | null {
  if (unit === of) return value;
  if (unit !== 'plain') return null;
  return of === 'share' ? value / 100 : value;
}

function holds(value: number, by: Exclude<Goal['by'], null>, goal: number): boolean {
  switch (by) {
    case '<':
      return value < goal;
    case '<=':
      return value <= goal;
    case '>':
      return value > goal;
    case '>=':
      return value >= goal;
    case '=':
      return value === goal;
  }
}
