/** What is to be done about what happened, by the rules of coord.yaml and those that hold without it. */
import { agentIdOf, rosterOf } from '../documents/roster.ts';
import { concernedBy } from '../notice/concerned.ts';
import type { Agent, Config } from '../model.ts';
import { nearBy } from './calendar-of.ts';
import type { WatchEvent } from './event.ts';

export interface Act {
  /** Tells rules apart: an act never starts its own again. */
  readonly rule: string;
  readonly does: 'notify' | 'run' | 'dispatch' | 'report';
  /** Of the channel, the verifier or the report. */
  readonly name: string | null;
  /** What it follows: a notice may be about several, anything else is about one. */
  readonly events: readonly [WatchEvent, ...WatchEvent[]];
}

type Rule = Pick<NonNullable<Config['reactions']>[number], 'on' | 'do' | 'channel' | 'verifier' | 'report' | 'agents' | 'severities' | 'within'>;

/** People are told of these, unless a rule says what else is done about one. */
const TOLD: readonly Rule['on'][] = ['task.ready', 'claim.expired', 'handoff.created', 'blocker.raised', 'blocker.overdue', 'gate.open', 'deadline.near', 'sync.due', 'validation.failed', 'feedback.due'];

/** A stand-up that is over by so much calls nobody together any more. */
const LATE = 3_600_000;

export interface Known {
  readonly config: Config;
  readonly agents: readonly Agent[];
  readonly waiting: (task: string) => readonly string[];
  readonly now: number;
}

interface OneRule {
  readonly rule: Rule;
  readonly id: string;
  /** Of coord.yaml; else it holds without it. */
  readonly isOwn: boolean;
}

/** `barred`: rules whose acts brought these events, directly or through others. */
export function actsFor(events: readonly WatchEvent[], known: Known, barred: ReadonlySet<string>): readonly Act[] {
  const rules = rulesOf(known.config);
  return rules
    .filter(({ id }) => !barred.has(id))
    .flatMap(({ rule, id, isOwn }) => inActs(rule, events.filter((event) => isMeant(rule, event, known) && (isOwn || !isHeard(event, rules)))).map((meant) => ({ rule: id, does: rule.do, name: nameOf(rule), events: meant })));
}

function rulesOf({ reactions }: Config): readonly OneRule[] {
  const own = (reactions ?? []).map((rule: Rule, at) => ({ rule, id: `reactions[${at}]`, isOwn: true }));
  const others = TOLD.filter((on) => own.every(({ rule }) => rule.on !== on));
  return [...own, ...others.map((on) => ({ rule: { on, do: 'notify' as const }, id: `notify of ${on}`, isOwn: false }))];
}

/** Who comes together after an event is told of the event itself, on the same channel (notice/route). */
function isHeard(event: WatchEvent, rules: readonly OneRule[]): boolean {
  if (event.event !== 'sync.due' || event.follows === null) return false;
  return rules.some(({ rule }) => rule.on === event.follows && rule.do === 'notify' && (rule.channel ?? null) === null && (rule.agents ?? rule.severities ?? null) === null);
}

/** People are told of all at once, so that a burst can be one notice. */
function inActs({ do: does }: Rule, events: readonly WatchEvent[]): readonly Act['events'][] {
  if (does !== 'notify') return events.map((event) => [event]);
  const [first, ...others] = events;
  return first === undefined ? [] : [[first, ...others]];
}

function nameOf({ do: does, channel, verifier, report }: Rule): string | null {
  return (does === 'notify' ? channel : does === 'run' ? verifier : does === 'report' ? report : null) ?? null;
}

function isMeant({ on, agents, severities, within }: Rule, event: WatchEvent, known: Known): boolean {
  if (event.event !== on) return false;
  if (event.event === 'sync.due' && event.at < known.now - LATE) return false;
  if (event.event === 'deadline.near' && event.due - event.at !== nearBy(within)) return false;
  if (severities && 'severity' in event && !severities.includes(event.severity)) return false;
  if (!agents) return true;
  const roster = rosterOf(known.agents);
  const meant = new Set(agents.map((name) => agentIdOf(roster, name)));
  return concernedBy(event, known).some((name) => meant.has(name));
}
