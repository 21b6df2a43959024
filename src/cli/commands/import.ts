import { IMPORT_FORMS } from '../../app/planning/import-forms.ts';
import type { ImportFormName } from '../../app/planning/import-forms.ts';
import { importPlan } from '../../app/planning/import.ts';
import type { Ports } from '../../app/ports.ts';
import { commitTalk } from '../../present/commit-outcome.ts';
import { importText } from '../../present/planning/import.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { importEntry } from '../import-entry.ts';
import { choiceOption, isSet } from '../options.ts';
import { refuse } from '../refuse.ts';

const FORMS = Object.keys(IMPORT_FORMS) as [ImportFormName, ...ImportFormName[]];

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const from = choiceOption(input, 'from', FORMS);
  if (!from.ok) return refuse(from.refusal, screen);
  const answer = await importPlan(ports, { from: from.value, sources: input.args, dryRun: isSet(input, 'dryRun'), as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { commit } = answer.value;
  return { exit: 0, text: input.json ? '' : importText(answer.value, screen), talk: commitTalk(commit), data: importEntry(answer.value) };
}
