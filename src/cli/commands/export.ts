import { exportAll } from '../../app/export.ts';
import type { Ports } from '../../app/ports.ts';
import { refusal } from '../../core/problem/refusal.ts';
import type { ExportAnswer } from '../../core/schemas/types.ts';
import { CRLF_FORMS, EXPORT_FORMS } from '../../present/export-forms.ts';
import type { ExportForm } from '../../present/export-forms.ts';
import { listed } from '../../present/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

const FORMS = Object.keys(EXPORT_FORMS) as readonly ExportForm[];

export async function run(ports: Ports, { args: [given = ''] }: Input, screen: Screen): Promise<Reply> {
  const form = FORMS.find((name) => name === given);
  if (form === undefined) return refuse(refusal('bad-value', { option: 'The form', value: given, expected: listed([...FORMS, 'codeowners'], Infinity, 'or') }), screen);
  const answer = await exportAll(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const text = EXPORT_FORMS[form](answer.value);
  const lineEnd = CRLF_FORMS.has(form) ? '\r\n' : '\n';
  const data: ExportAnswer = { form, text: text + lineEnd };
  return { exit: 0, text, lineEnd, data, problems: answer.value.problems };
}
