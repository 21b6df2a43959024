import type { Ports } from '../../../app/ports.ts';
import { reportMetrics } from '../../../app/reports/report-metrics.ts';
import { openMetrics } from '../../../present/reports/openmetrics.ts';
import { metricsText } from '../../../present/reports/report-metrics.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { metricsEntry } from '../../metrics-entry.ts';
import { choiceOption, isSet, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';
import { toOutlet } from '../../to-outlet.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const format = choiceOption(input, 'format', ['text', 'json', 'openmetrics']);
  if (!format.ok) return refuse(format.refusal, screen);
  const answer = await reportMetrics(ports, { since: textOption(input, 'since'), coverage: textOption(input, 'coverage'), runs: isSet(input, 'measure') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { metrics, problems, project } = answer.value;
  const forms = {
    text: () => metricsText(answer.value, screen),
    json: () => JSON.stringify(metricsEntry(metrics, null), null, 2),
    openmetrics: () => openMetrics(metrics, project).trimEnd(),
  };
  return toOutlet(ports, input, screen, { text: forms[format.value](), problems, data: (file) => metricsEntry(metrics, file) });
}
