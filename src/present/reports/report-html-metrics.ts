/** Parts of a report's page that tell how the work goes. */
import type { HeldTarget } from '../../core/metrics/hold-targets.ts';
import { WEEKS } from '../../core/metrics/make-metrics.ts';
import type { Figure, Metrics } from '../../core/metrics/make-metrics.ts';
import { figureTitle, figureValue, UNKNOWN_WORDS } from './figure-words.ts';
import { Html, html } from '../text/html.ts';
import { COLOUR, rounded } from '../text/svg.ts';

export function targetRows(targets: readonly HeldTarget[]): Html | null {
  if (targets.length === 0) return null;
  const marks = { met: ['good', 'reached'], missed: ['bad', 'missed'], unknown: ['some', 'unknown'] } as const;
  const lines = targets.map(({ name, agent, target, value, unit, state, why }) => {
    const [kind, word] = marks[state];
    return html`<tr><td class="name">${name.replaceAll('_', ' ')}${agent === null ? '' : ` (${agent})`}</td><td class="end wraps" data-of="wanted">${target}</td><td class="end" data-of="is">${value === null ? '–' : figureValue(value, unit)}</td><td><span class="mark ${kind}">${word}</span></td><td class="faint">${why === null ? '' : UNKNOWN_WORDS[why]}</td></tr>`;
  });
  return html`<table><thead><tr><th>target</th><th class="end">wanted</th><th class="end">is</th><th>state</th><th>why</th></tr></thead><tbody>${lines}</tbody></table>`;
}

export function figureCards({ figures }: Metrics): Html | null {
  const known = figures.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const cards = known.map((figure) => html`<article class="card figure"><small>${figureTitle(figure.name)}</small><b>${figureValue(figure.value ?? 0, figure.unit)}</b><small>${basis(figure)}</small>${figure.trend === null ? null : bars(figure, figure.trend)}</article>`);
  const unknown = figures.filter(({ value }) => value === null).map(({ name }) => figureTitle(name));
  return html`<div class="cards figures">${cards}</div>${unknown.length === 0 ? null : html`<p class="note">Unknown: ${unknown.join(', ')}. The bars are the last ${WEEKS} weeks, the oldest first; a dot is a week in which it is unknown.</p>`}`;
}

function basis({ spread, unit, samples, leftOut }: Figure): string {
  const parts = [spread === null || samples === 1 ? '' : `19 of 20 within ${figureValue(spread.p95, unit)}`, leftOut === 0 ? '' : `${leftOut} left out`];
  return parts.filter((part) => part !== '').join(', ');
}

const BAR = 20;
const HEIGHT = 28;

function bars({ name, unit }: Figure, trend: readonly (number | null)[]): Html {
  const top = unit === 'share' ? 1 : Math.max(...trend.map((value) => value ?? 0)) || 1;
  const marks = trend.map((value, week) => {
    const x = week * BAR;
    if (value === null) return `<circle cx="${x + BAR / 2}" cy="${HEIGHT - 2}" r="1.5" fill="${COLOUR.faint}"/>`;
    const height = Math.max(1.5, rounded((value / top) * HEIGHT));
    return `<rect x="${x + 2}" y="${rounded(HEIGHT - height)}" width="${BAR - 4}" height="${height}" rx="1.5" fill="${COLOUR.work}"/>`;
  });
  const words = `${figureTitle(name)}, week by week: ${trend.map((value) => (value === null ? 'unknown' : figureValue(value, unit))).join(', ')}`;
  return html`<svg viewBox="0 0 ${WEEKS * BAR} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${words}">${new Html(marks.join(''))}</svg>`;
}
