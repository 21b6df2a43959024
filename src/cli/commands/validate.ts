import type { Ports } from '../../app/ports.ts';
import { validate } from '../../app/validate.ts';
import type { Validation } from '../../app/validation.ts';
import { done, refusal } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { githubAnnotations } from '../../present/github-annotations.ts';
import { validationSummary, validationText } from '../../present/validation.ts';
import { count } from '../../present/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { envelope } from '../envelope.ts';
import { choiceOption, isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const format = choiceOption(input, 'format', ['text', 'json', 'github']);
  if (!format.ok) return refuse(format.refusal, screen);
  const wrong = wrongUse(input);
  if (wrong !== null) return refuse(refusal('usage', { message: wrong, verb: 'validate' }), screen);
  const fixed = isSet(input, 'fix') ? await (await import('../../app/fix.ts')).fix(ports) : done(0);
  if (!fixed.ok) return refuse(fixed.refusal, screen);
  const result = await check(ports, input);
  if (!result.ok) return refuse(result.refusal, screen);
  const reply = replyOf(result.value, fixed.value);
  if (input.json) return reply;
  if (format.value === 'json') return { ...reply, text: envelope(reply), problems: [] };
  return { ...reply, talk: talkOf(result.value, fixed.value, ports, screen), problems: [], text: format.value === 'github' ? githubText(result.value) : validationText(result.value, screen) };
}

function wrongUse(input: Input): string | null {
  const [part, other] = [textOption(input, 'merge') === null ? [] : ['--merge'], isSet(input, 'staged') ? ['--staged'] : []].flat();
  if (part !== undefined && other !== undefined) return `${part} and ${other} check different things: ask for one after the other`;
  return part !== undefined && isSet(input, 'fix') ? `--fix changes the files of the work tree, so it does not go with ${part}` : null;
}

async function check(ports: Ports, input: Input): Promise<Result<Validation>> {
  const strict = isSet(input, 'strict');
  const other = textOption(input, 'merge');
  if (other === null) return validate(ports, { staged: isSet(input, 'staged'), strict });
  const { mergeWith, validateMerge } = await import('../../app/validate-merge.ts');
  return validateMerge(ports, await mergeWith(ports, other, strict));
}

function replyOf(validation: Validation, fixed: number): Reply {
  const { filesChecked, errors, warnings, others, failed, findings, of } = validation;
  return { exit: failed ? 1 : 0, text: '', data: { files: filesChecked, errors, warnings, others, fixed, merge: typeof of === 'string' ? null : of }, problems: findings.map(({ problem }) => problem) };
}

function talkOf({ findings }: Validation, fixed: number, { location }: Ports, { terminal }: Screen): string {
  const first = findings[0]?.problem.code;
  const renamed = fixed === 0 ? [] : [`${count(fixed, 'older name')} renamed in ${location.folder}/coord.yaml.`];
  return [...renamed, ...(terminal && first ? [`What a code means: coord help ${first}`] : [])].join('\n');
}

function githubText(validation: Validation): string {
  return [githubAnnotations(validation.findings.map(({ problem }) => problem)), validationSummary(validation)].filter((part) => part !== '').join('\n');
}
