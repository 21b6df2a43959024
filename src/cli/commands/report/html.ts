import type { Ports } from '../../../app/ports.ts';
import { reportOverview } from '../../../app/reports/report-overview.ts';
import { reportHtml } from '../../../present/reports/report-html.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { overviewEntry } from '../../overview-entry.ts';
import { textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';
import { toOutlet } from '../../to-outlet.ts';

const ROWS = 25;
const BOXES = 60;

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await reportOverview(ports, { since: textOption(input, 'since'), coverage: textOption(input, 'coverage'), rows: ROWS, boxes: BOXES });
  if (!answer.ok) return refuse(answer.refusal, screen);
  return toOutlet(ports, input, screen, { text: reportHtml(answer.value), problems: answer.value.status.problems, data: (file) => overviewEntry(answer.value, file) });
}
