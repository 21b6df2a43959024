import { exportCodeowners } from '../../../app/planning/export-codeowners.ts';
import type { Ports } from '../../../app/ports.ts';
import type { ExportCodeownersAnswer } from '../../../core/schemas/types.ts';
import { say } from '../../../present/text/plain.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { isSet } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await exportCodeowners(ports, { check: isSet(input, 'check') });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { text, path } = answer.value;
  const data: ExportCodeownersAnswer = { text: `${text}\n`, path };
  return { exit: 0, text: path === null ? text : say`${path} says what coord.yaml says.`, data };
}
