/** A workspace in the forms of other tools. */
import type { ExportAnswer } from '../../app/planning/export.ts';
import { printGithub } from '../../core/export/print-github.ts';
import { printQueue } from '../../core/export/print-queue.ts';
import { printTaskMaster } from '../../core/export/print-task-master.ts';
import { drawTasks } from '../../core/graph/drawing.ts';
import type { Drawing } from '../../core/graph/drawing.ts';
import { progressBlock } from '../../core/pages/progress-page.ts';
import { deadlineEvents, syncEvents } from './calendar-events.ts';
import { graphDot } from '../overview/graph-dot.ts';
import { graphMermaid } from '../overview/graph-mermaid.ts';
import { calendarText } from './ics.ts';
import { escapedHidden } from '../text/plain.ts';
import { taskCsv } from './task-csv.ts';

export const EXPORT_FORMS = {
  mermaid: (answer: ExportAnswer): string => graphMermaid(drawingOf(answer)),
  dot: (answer: ExportAnswer): string => graphDot(drawingOf(answer)),
  csv: ({ graph }: ExportAnswer): string => taskCsv(graph.tasks),
  ics: calendarOf,
  queue: ({ graph }: ExportAnswer): string => escapedHidden(printQueue(graph.tasks).trimEnd()),
  github: ({ graph }: ExportAnswer): string => escapedHidden(printGithub(graph.tasks)),
  'task-master': ({ graph }: ExportAnswer): string => escapedHidden(printTaskMaster(graph.tasks)),
  progress: (facts: ExportAnswer): string => `# Progress\n\n${progressBlock(facts)}`,
} as const;

export type ExportForm = keyof typeof EXPORT_FORMS;

/** Those whose standards prescribe how lines end. */
export const CRLF_FORMS: ReadonlySet<ExportForm> = new Set(['csv', 'ics']);

function drawingOf({ graph }: ExportAnswer): Drawing {
  return drawTasks(graph, { from: null, critical: false });
}

function calendarOf({ workspace: { config }, graph, now }: ExportAnswer): string {
  return calendarText([...deadlineEvents(graph.tasks, config), ...syncEvents(config, now)], { name: config.project ?? 'coord', now });
}
