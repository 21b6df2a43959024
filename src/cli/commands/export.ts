import { exportFolder } from '../../app/planning/export-folder.ts';
import { exportAll } from '../../app/planning/export.ts';
import type { Ports } from '../../app/ports.ts';
import { refusal } from '../../core/problem/refusal.ts';
import type { ExportAnswer } from '../../core/schemas/types.ts';
import { CRLF_FORMS, EXPORT_FORMS } from '../../present/planning/export-forms.ts';
import type { ExportForm } from '../../present/planning/export-forms.ts';
import { say } from '../../present/text/plain.ts';
import { count, listed } from '../../present/text/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

const FORMS = Object.keys(EXPORT_FORMS) as readonly ExportForm[];
const FOLDER_FORM = 'backlog.md';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const [given = ''] = input.args;
  const out = textOption(input, 'out');
  if (given === FOLDER_FORM) return toFolder(ports, out, screen);
  const form = FORMS.find((name) => name === given);
  if (form === undefined) return refuse(refusal('bad-value', { option: 'The form', value: given, expected: listed([...FORMS, FOLDER_FORM, 'codeowners'], Infinity, 'or') }), screen);
  if (out !== null) return refuse(refusal('usage', { message: `coord export ${form} takes no --out: it prints its answer, for > and a file`, verb: 'export' }), screen);
  const answer = await exportAll(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const text = EXPORT_FORMS[form](answer.value);
  const lineEnd = CRLF_FORMS.has(form) ? '\r\n' : '\n';
  const data: ExportAnswer = { form, text: text + lineEnd, files: [] };
  return { exit: 0, text, lineEnd, data, problems: answer.value.problems };
}

async function toFolder(ports: Ports, out: string | null, screen: Screen): Promise<Reply> {
  if (out === null) return refuse(refusal('usage', { message: `coord export ${FOLDER_FORM} makes a folder of files: name it with --out <folder>`, verb: 'export' }), screen);
  const answer = await exportFolder(ports, { out });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { folder, files, problems } = answer.value;
  const data: ExportAnswer = { form: FOLDER_FORM, text: null, files: [...files] };
  return { exit: 0, text: say`${folder}/ made: ${count(files.length, 'file')}, not committed.`, data, problems };
}
