import { estimateCost } from '../../../app/reports/estimate-cost.ts';
import type { Ports } from '../../../app/ports.ts';
import { reportCost } from '../../../app/reports/report-cost.ts';
import { refusal } from '../../../core/problem/refusal.ts';
import { COST_KEYS } from '../../../core/reports/costs.ts';
import { estimateText } from '../../../present/reports/cost-estimate.ts';
import { costTalk, costText } from '../../../present/reports/report-cost.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { costEntry, estimateEntry } from '../../cost-entries.ts';
import { choiceOption, isSet, textOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  if (isSet(input, 'plan')) return runPlan(ports, input, screen);
  const by = choiceOption(input, 'by', COST_KEYS);
  if (!by.ok) return refuse(by.refusal, screen);
  const answer = await reportCost(ports, { by: by.value, since: textOption(input, 'since') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  return { exit: 0, text: costText(answer.value, screen), talk: costTalk(answer.value), data: costEntry(answer.value), problems: answer.value.problems };
}

async function runPlan(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const other = ['by', 'since'].find((name) => textOption(input, name) !== null);
  if (other !== undefined) return refuse(refusal('usage', { message: `coord report cost --plan takes no --${other}, which is about what was run`, verb: 'report cost' }), screen);
  const answer = await estimateCost(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  return { exit: 0, text: estimateText(answer.value, screen), talk: costTalk(answer.value), data: estimateEntry(answer.value), problems: answer.value.problems };
}
