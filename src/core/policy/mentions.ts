/** Every place in the records where somebody is named. */
import type { Workspace } from '../documents/workspace.ts';
import type { Place, Pointer } from '../model.ts';

export interface Mention {
  readonly name: string;
  readonly record: Place;
  /** The way to the name, from its record. */
  readonly steps: Pointer;
}

type Names = string | null | undefined | readonly string[];

export function* mentions(workspace: Workspace): Generator<Mention> {
  const { tasks, agents, decisions, feedback, handoffs, blockers } = workspace;
  for (const { agent, approvers, place } of tasks) {
    if (agent !== null) yield { name: agent, record: place, steps: ['agent'] };
    if (approvers.length > 0) yield* named(approvers, place, 'approvers');
  }
  for (const { needs, place } of agents) yield* needs.flatMap(({ from }, index) => named(from, place, 'needs', index, 'from'));
  yield* inConfig(workspace);
  for (const { owner, reviewers, decisionMaker, decidedBy, place } of decisions) {
    yield* [...named(owner, place, 'owner'), ...named(reviewers, place, 'reviewers'), ...named(decisionMaker, place, 'decision_maker'), ...named(decidedBy, place, 'decided_by')];
  }
  for (const { by, place } of feedback) yield* named(by, place, 'by');
  for (const { from, to, place } of handoffs) yield* [...named(from, place, 'from_agent'), ...named(to, place, 'to_agent')];
  for (const { by, waitsOn, resolvedBy, place } of blockers) yield* [...named(by, place, 'by'), ...named(waitsOn, place, 'waits_on'), ...named(resolvedBy, place, 'resolved_by')];
}

function* inConfig({ config, folder }: Workspace): Generator<Mention> {
  const file: Place = { file: `${folder}/coord.yaml` };
  for (const [area, { owner, reviewers, decision_maker }] of Object.entries(config.ownership ?? {})) {
    yield* [...named(owner, file, 'ownership', area, 'owner'), ...named(reviewers, file, 'ownership', area, 'reviewers')];
    yield* named(decision_maker, file, 'ownership', area, 'decision_maker');
  }
  for (const [index, { approvers }] of (config.phases ?? []).entries()) yield* named(approvers, file, 'phases', index, 'approvers');
  for (const severity of ['P0', 'P1', 'P2', 'P3'] as const) {
    yield* named(config.severities?.[severity]?.agents, file, 'severities', severity, 'agents');
  }
}

function named(names: Names, record: Place, ...steps: Pointer): Mention[] {
  if (typeof names === 'string') return [{ name: names, record, steps }];
  return (names ?? []).map((name, index) => ({ name, record, steps: [...steps, index] }));
}
