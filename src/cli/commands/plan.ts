import { plan } from '../../app/planning/plan.ts';
import type { PlanAnswer } from '../../app/planning/plan.ts';
import { planConflicts } from '../../app/planning/plan-conflicts.ts';
import type { Ports } from '../../app/ports.ts';
import { refusal } from '../../core/problem/refusal.ts';
import { conflictsText } from '../../present/planning/conflicts.ts';
import { planIcs } from '../../present/planning/plan-ics.ts';
import { planMermaid } from '../../present/planning/plan-mermaid.ts';
import { planSvg } from '../../present/planning/plan-svg.ts';
import { planTalk } from '../../present/planning/plan-words.ts';
import { planText } from '../../present/planning/plan-text.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { conflictsEntry } from '../conflicts-entry.ts';
import { choiceOption, isSet, textOption } from '../options.ts';
import { planEntry } from '../plan-entry.ts';
import { refuse } from '../refuse.ts';

const FORMATS = {
  text: planText,
  json: (answer: PlanAnswer): string => JSON.stringify(planEntry(answer), null, 2),
  mermaid: planMermaid,
  svg: (answer: PlanAnswer) => planSvg(answer),
  ics: planIcs,
} as const;

/** Pairs of tasks that a person sees, and a program. */
const ROWS = { text: 20, json: 1000 } as const;

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  if (isSet(input, 'conflicts')) return runConflicts(ports, input, screen);
  const format = choiceOption(input, 'format', ['text', 'json', 'mermaid', 'svg', 'ics']);
  if (!format.ok) return refuse(format.refusal, screen);
  const answer = await plan(ports, { from: textOption(input, 'from'), agent: textOption(input, 'agent') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const isTold = format.value === 'text' || format.value === 'json';
  return { exit: 0, text: FORMATS[format.value](answer.value, screen), talk: isTold ? '' : planTalk(answer.value), data: input.json ? planEntry(answer.value) : null, problems: answer.value.problems };
}

async function runConflicts(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const other = ['from', 'agent', 'format'].find((name) => textOption(input, name) !== null);
  if (other !== undefined) return refuse(refusal('usage', { message: `coord plan --conflicts takes no --${other}, which is about the schedule`, verb: 'plan' }), screen);
  const answer = await planConflicts(ports, input.json ? ROWS.json : ROWS.text);
  if (!answer.ok) return refuse(answer.refusal, screen);
  return { exit: 0, text: conflictsText(answer.value, screen), data: conflictsEntry(answer.value), problems: answer.value.problems };
}
