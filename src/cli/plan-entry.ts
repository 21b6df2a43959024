/** The plan, as `--json` has it. */
import type { PlanAnswer } from '../app/planning/plan.ts';
import type { Gain } from '../core/schedule/plan/gains.ts';
import type { Plan, PlannedTask } from '../core/schedule/plan/make-plan.ts';
import { isoSeconds } from '../core/dates.ts';
import type { PlanSchedule } from '../core/schemas/types.ts';

export function planEntry({ plan, agent: asked }: PlanAnswer): PlanSchedule {
  return {
    from: iso(plan.start),
    finish: iso(plan.finish),
    least: iso(plan.least),
    timezone: plan.timeZone,
    ranges: plan.ranges && { runs: plan.ranges.runs, p50: iso(plan.ranges.p50), p80: iso(plan.ranges.p80) },
    tasks: plan.tasks.filter(({ agent }) => asked === null || agent === asked).map(taskEntry),
    critical_path: { tasks: [...plan.critical.ids], minutes: minutes(plan.critical.work) },
    because: plan.chain.map(({ id, because }) => ({ task: id, because })),
    phases: plan.phases.map(({ id, end, due }) => ({ id, end: iso(end), due: isoOrNull(due), late_minutes: lateness(end, due ?? Infinity) })),
    agents: plan.crew.map((member) => agentEntry(member, plan)),
    gains: plan.gains.map(gainEntry),
    sync_points: plan.syncPoints.map(({ at, about }) => ({ at: iso(at), about })),
    unplaced: plan.unplaced.map(({ task, why, ids }) => ({ id: task.id, why, ids: [...ids] })),
    blocked: [...plan.blocked],
  };
}

function taskEntry({ task, agent, start, end, work, measure, wave, slack, critical, underway, because, after, due, risk }: PlannedTask): PlanSchedule['tasks'][number] {
  return {
    id: task.id,
    title: task.title,
    kind: task.kind,
    agent,
    phase: task.phase,
    start: iso(start),
    end: iso(end),
    minutes: minutes(work),
    measure,
    wave,
    slack_minutes: minutes(slack),
    critical,
    underway,
    because,
    after,
    due: isoOrNull(due),
    late_minutes: lateness(end, due),
    risk,
  };
}

function agentEntry({ id, hours }: Plan['crew'][number], { tasks }: Plan): PlanSchedule['agents'][number] {
  const own = tasks.filter(({ agent }) => agent === id);
  const end = own.reduce((last, task) => Math.max(last, task.end), -Infinity);
  return { id, hours, minutes: minutes(own.reduce((sum, { work }) => sum + work, 0)), end: isoOrNull(end) };
}

function gainEntry({ change, wins }: Gain): PlanSchedule['gains'][number] {
  const about = { task: null, agent: null, phase: null, minutes: minutes(wins) };
  switch (change.what) {
    case 'shorten':
    case 'part-files':
      return { what: change.what, ...about, task: change.task };
    case 'reassign':
      return { what: change.what, ...about, task: change.task, agent: change.from };
    case 'add-agent':
      return { what: change.what, ...about, agent: change.agent };
    case 'open-phase':
      return { what: change.what, ...about, phase: change.phase };
    case 'raise-limit':
      return { what: change.what, ...about };
  }
}

function iso(instant: number): string {
  return isoSeconds(new Date(instant));
}

function isoOrNull(instant: number | null): string | null {
  return instant === null || !Number.isFinite(instant) ? null : iso(instant);
}

function minutes(milliseconds: number): number {
  return Math.round(milliseconds / 60_000);
}

function lateness(end: number, due: number): number {
  return end > due ? minutes(end - due) : 0;
}
