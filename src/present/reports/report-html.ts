/** The report as one page that stands alone: nothing is fetched, no script runs, and it reads on paper too. */
import type { Overview } from '../../app/reports/report-overview.ts';
import { placeDrawing } from '../../core/graph/place-drawing.ts';
import { graphSvg, graphWidth } from '../overview/graph-svg.ts';
import { Html, html } from '../text/html.ts';
import { planSvg, PLAN_WIDTH } from '../planning/plan-svg.ts';
import { nothingPlanned } from '../planning/plan-words.ts';
import { figureCards, targetRows } from './report-html-metrics.ts';
import { agentCards, blockerRows, doneRows, handoffRows, milestoneRows, overallPart, overdueRows, readyRows, workRows } from './report-html-parts.ts';
import { STYLE } from './report-html-style.ts';
import { wallTime } from '../text/wall-time.ts';
import { count } from '../text/words.ts';

/** Tasks in the schedule: a page is read, not searched. */
const SOONEST = 60;
/** Pictures are made no smaller than that: their words are read. */
const READABLE = 0.76;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function reportHtml(overview: Overview): string {
  const { status, at, commit, branch, timeZone, plan } = overview;
  const name = status.project ?? 'Report';
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="coord">
<title>${name}: ${Math.floor(status.completion * 100)} % done</title>
<style>
${new Html(STYLE)}
</style>
</head>
<body>
<header>
<h1>${name}</h1>
<p class="meta">${wallTime(at.getTime(), timeZone)} (${timeZone})${branch === null ? '' : `, branch ${branch}`}${commit === null ? '' : `, commit ${commit.slice(0, 10)}`}</p>
${overallPart(status)}
</header>
<main>
${section('Blockers', blockerRows(status.blockers, at), 'Nothing is blocked.')}
${section('In progress', workRows(status, at), 'Nobody is at work.')}
${section('Overdue', overdueRows(status.overdue, timeZone), null)}
${section('Agents', agentCards(status), 'coord.yaml names no team.')}
${section('Ready to start', readyRows(status.ready), 'Nothing is ready.')}
${section('Milestones', milestoneRows(overview), null)}
${section('Handed over, not taken over yet', handoffRows(status.handoffs), null)}
${section(`Done since ${wallTime(overview.period.from, timeZone).slice(0, 10)}`, doneRows(overview.done, timeZone), 'Nothing yet.')}
${section('Targets', targetRows(overview.metrics.targets), null)}
${section('Figures', figureCards(overview.metrics), 'Nothing was measured.')}
${section('What waits for what', graphPart(overview), null)}
${section('Schedule', plan.plan.tasks.length === 0 ? null : picture('The schedule', planSvg(plan, SOONEST), PLAN_WIDTH), nothingPlanned(plan) || 'Nothing is planned.')}
${section('Problems in files', status.problems.length === 0 ? null : html`<p>${count(status.problems.length, 'problem')}: <code>coord validate</code> tells them with their places.</p>`, null)}
</main>
<footer>Made by coord from the records of the repository. Figures are explained in docs/metrics.md.</footer>
</body>
</html>`.markup;
}

/** `otherwise` null: without anything in it, it is not there. */
function section(title: string, body: Html | null, otherwise: string | null): Html | null {
  if (body === null && otherwise === null) return null;
  return html`<section><h2>${title}</h2>
${body ?? html`<p class="none">${otherwise ?? ''}</p>`}
</section>`;
}

function graphPart({ drawing }: Overview): Html | null {
  if (drawing.nodes.length === 0 || drawing.edges.length === 0) return null;
  const left = drawing.left === 0 ? null : html`<p class="note">${count(drawing.left, 'more task')} ${drawing.left === 1 ? 'is' : 'are'} not in it: <code>coord graph</code> draws all of them.</p>`;
  const placed = placeDrawing(drawing);
  return html`${picture('The graph of tasks', graphSvg(placed), graphWidth(placed))}
<p class="note">A thick line: on the longest chain of what waits for each other. A dashed one: not begun; a blue one: in progress. ✓: done.</p>${left}`;
}

/** What is wider than the page is moved in its own frame, also by keys. */
function picture(label: string, svg: string, width: number): Html {
  return html`<div class="picture" style="--least:${Math.round(width * READABLE)}px" tabindex="0" role="region" aria-label="${label}">${new Html(svg)}</div>`;
}
