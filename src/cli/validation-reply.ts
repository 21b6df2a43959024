/** What `coord validate` answers, in the form that was asked for: checks that were made, and why others could not be. */
import type { Validation } from '../app/checks/validation.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { ValidateAnswer } from '../core/schemas/types.ts';
import { validationSummary } from '../present/checks/validation-summary.ts';
import { count, onLines } from '../present/text/words.ts';
import type { Reply, Screen } from './command.ts';
import { refuse } from './refuse.ts';

export const FORMAT_NAMES = ['text', 'json', 'github', 'sarif', 'junit'] as const;

export interface ReplyOptions {
  readonly format: (typeof FORMAT_NAMES)[number];
  /** Problems mended before. */
  readonly fixed: number;
  readonly folder: string;
  /** What else to say; empty: nothing. */
  readonly note: string;
}

/** `json` as a format is what --json prints. */
export async function validationReply(checks: readonly Result<Validation>[], { format, fixed, folder, note }: ReplyOptions, screen: Screen): Promise<Reply> {
  const validations = checks.flatMap((check) => (check.ok ? [check.value] : []));
  const refusals = checks.flatMap((check) => (check.ok ? [] : [refuse(check.refusal, screen)]));
  const [refused] = refusals;
  if (refused !== undefined && validations.length === 0) return refused;
  const problems = validations.flatMap(({ findings }) => findings.map(({ problem }) => problem));
  const reply: Reply = { ...refused, exit: refused?.exit ?? Number(validations.some(({ failed }) => failed)), text: '', data: answerOf(validations, fixed), problems };
  if (format === 'json') return reply;
  const { text, talk = '' } = format === 'text' && problems.length === 0 ? { text: validations.map(validationSummary).join('\n\n') } : (await import('../present/checks/validation-formats.ts')).FORMATS[format](validations, screen);
  const mended = fixed === 0 ? '' : `${count(fixed, 'older name')} renamed in ${folder}/coord.yaml.`;
  const hint = screen.terminal && format === 'text' && problems[0] ? `What a code means: coord help ${problems[0].code}` : '';
  return { ...reply, problems: [], text, talk: onLines(mended, talk, note, hint) };
}

function answerOf(validations: readonly Validation[], fixed: number): ValidateAnswer {
  const sum = (name: 'errors' | 'warnings' | 'others'): number => validations.reduce((total, one) => total + one[name], 0);
  const parts = validations.flatMap(({ of }) => (typeof of === 'string' ? [] : [of]));
  const sides = parts.flatMap((part) => ('ours' in part ? [part] : []))[0];
  const scope = parts.flatMap((part) => ('agents' in part ? [{ agents: [...part.agents], tasks: [...part.tasks], since: part.since }] : []))[0];
  return { files: validations[0]?.filesChecked ?? 0, errors: sum('errors'), warnings: sum('warnings'), others: sum('others'), fixed, merge: sides ?? null, scope: scope ?? null };
}
