/** Parts of a report's page that tell where things stand. */
import type { OpenBlocker } from '../../app/blockers/open-blocker.ts';
import type { Overview } from '../../app/reports/report-overview.ts';
import type { Some, StatusAnswer } from '../../app/overview/status.ts';
import type { Task } from '../../core/model.ts';
import type { HandoffLine, ReadyTask } from '../../core/survey.ts';
import { blockerClock } from '../blockers/blocker-clock.ts';
import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import { partsOf, workLines } from './report-work.ts';
import { recordedTime, wallTime } from '../text/wall-time.ts';
import { listed } from '../text/words.ts';

export function overallPart(status: StatusAnswer): Html {
  const { counts } = status;
  const { total, working, ready, waiting } = partsOf(status);
  if (total === 0) return html`<p class="none">There are no tasks yet.</p>`;
  const parts = [['done', counts.done, 'is-done'], ['in progress', working, 'is-work'], ['ready', ready, 'is-ready'], ['waiting', waiting, 'is-waiting']] as const;
  return html`<div class="overall"><b>${Math.floor(status.completion * 100)} %</b><span class="faint">${counts.done} of ${total} tasks done</span></div>
<div class="bar" role="img" aria-label="${parts.map(([name, number]) => `${number} ${name}`).join(', ')}">${parts.filter(([, number]) => number > 0).map(([, number, kind]) => html`<i class="${kind}" style="flex:${number}"></i>`)}</div>
<ul class="legend">${parts.map(([name, number, kind]) => html`<li><i class="${kind}"></i><b>${number}</b> ${name}</li>`)}</ul>`;
}

export function blockerRows({ rows, total }: Some<OpenBlocker>, at: Date): Html | null {
  if (total === 0) return null;
  const cards = rows.map((open) => {
    const { severity, task, needed, waitsOn } = open.blocker;
    const isLate = open.due !== null && open.due < at;
    return html`<article class="${isLate ? 'card late' : 'card'}"><h3>${task} <span>${severity}</span></h3><p>${needed}</p><p class="${isLate ? 'bad' : 'faint'}">${[waitsOn === null ? '' : `waits on ${waitsOn}`, blockerClock(open, at)].filter((words) => words !== '').join('; ')}</p></article>`;
  });
  return html`<div class="cards">${cards}</div>${more(total, rows.length)}`;
}

export function agentCards({ team }: StatusAnswer): Html | null {
  if (team.length === 0) return null;
  const cards = team.map(({ agent, done, open, ready, waiting, holds }) => html`<article class="card"><h3>${agent.name} <span>${done} of ${done + open}</span></h3>
${smallBar(done, done + open)}
<p>${holds.length === 0 ? html`<span class="faint">holds nothing</span>` : html`<span class="doing">holds ${listed(holds, 3)}</span>`}</p><p class="faint">${ready} ready, ${waiting} waiting</p></article>`);
  return html`<div class="cards">${cards}</div>`;
}

function smallBar(done: number, total: number): Html {
  return html`<div class="bar small" role="img" aria-label="${done} of ${total} done">${done > 0 && html`<i class="is-done" style="width:${(100 * done) / total}%"></i>`}</div>`;
}

export function workRows(status: StatusAnswer, at: Date): Html | null {
  const { rows, total } = workLines(status, at);
  if (total === 0) return null;
  const lines = rows.map(({ id, title, agent, state }) => html`<tr><td class="id">${id}</td><td>${title}</td><td class="who">${agent}</td><td class="end wraps">${state}</td></tr>`);
  return html`<table><thead><tr><th>task</th><th>what</th><th>agent</th><th class="end">claim</th></tr></thead><tbody>${lines}</tbody></table>${more(total, rows.length)}`;
}

export function overdueRows({ rows, total }: StatusAnswer['overdue'], timeZone: string): Html | null {
  if (total === 0) return null;
  const lines = rows.map(({ id, title, agent, due }) => html`<tr><td class="id">${id}</td><td>${title}</td><td class="who">${agent ?? 'anyone'}</td><td class="end bad" data-of="due">${wallTime(due.getTime(), timeZone)}</td></tr>`);
  return html`<table><thead><tr><th>task</th><th>what</th><th>agent</th><th class="end">due</th></tr></thead><tbody>${lines}</tbody></table>${more(total, rows.length)}`;
}

export function readyRows({ rows, total }: Some<ReadyTask>): Html | null {
  if (total === 0) return null;
  const lines = rows.map(({ id, title, agent, priority, unblocks }) => html`<tr><td class="id">${id}</td><td>${title}</td><td class="who">${agent ?? 'anyone'}</td><td>${priority}</td><td class="end" data-of="opens">${unblocks}</td></tr>`);
  return html`<table><thead><tr><th>task</th><th>what</th><th>agent</th><th>priority</th><th class="end">opens</th></tr></thead><tbody>${lines}</tbody></table>${more(total, rows.length)}`;
}

/** Gates and milestones that are open, with when the plan reaches them, and phases. */
export function milestoneRows({ status: { gates, phases }, plan: { plan }, timeZone }: Overview): Html | null {
  if (gates.total + phases.length === 0) return null;
  const ends = new Map(plan.tasks.map(({ task, end, due }) => [task.id, { end, due }]));
  const points = gates.rows.map(({ id, title, waitsFor, approvers }) => {
    const planned = ends.get(id);
    const isLate = planned !== undefined && planned.end > planned.due;
    const state = waitsFor.length > 0 ? `waits for ${listed(waitsFor, 3)}` : approvers.length > 0 ? `waits for a yes of ${listed(approvers, 3, 'or')}` : 'can be decided';
    return html`<tr><td class="id">${id}</td><td>${title}</td><td class="faint">${state}</td><td class="${isLate ? 'end bad' : 'end'}" data-of="planned for">${planned === undefined ? '' : `${wallTime(planned.end, timeZone)}${isLate ? ', late' : ''}`}</td></tr>`;
  });
  const lines = phases.map(({ id, done, total, open }) => html`<tr><td class="name">${id}</td><td>${total > 0 && smallBar(done, total)}</td><td class="faint">phase${open ? '' : ', not open yet'}</td><td class="end">${total === 0 ? 'no tasks yet' : `${done} of ${total}`}</td></tr>`);
  return html`<table><thead><tr><th>point</th><th>what</th><th>state</th><th class="end">planned for</th></tr></thead><tbody>${points}${lines}</tbody></table>${more(gates.total, gates.rows.length)}`;
}

export function handoffRows({ rows, total }: Some<HandoffLine>): Html | null {
  if (total === 0) return null;
  const lines = rows.map(({ task, from, to, nextSteps }) => html`<tr><td class="id">${task ?? 'no task'}</td><td>${from ?? 'somebody'} to ${to ?? 'anyone'}</td><td class="faint">${nextSteps[0] ?? ''}</td></tr>`);
  return html`<table><thead><tr><th>task</th><th>who</th><th>next</th></tr></thead><tbody>${lines}</tbody></table>${more(total, rows.length)}`;
}

export function doneRows({ rows, total }: Some<Task>, timeZone: string): Html | null {
  if (total === 0) return null;
  const lines = rows.map(({ id, title, agent, completed, proof }) => html`<tr><td class="id">${id}</td><td>${title}</td><td class="who">${agent ?? ''}</td><td>${proof === null || proof.verified.length === 0 ? html`<span class="mark some">unproven</span>` : html`<span class="mark good">proven</span>`}</td><td class="end">${recordedTime(completed ?? '', timeZone)}</td></tr>`);
  return html`<table><thead><tr><th>task</th><th>what</th><th>agent</th><th>proof</th><th class="end">done</th></tr></thead><tbody>${lines}</tbody></table>${more(total, rows.length)}`;
}

function more(total: number, shown: number): Html | null {
  return total > shown ? html`<p class="note">and ${total - shown} more</p>` : null;
}
