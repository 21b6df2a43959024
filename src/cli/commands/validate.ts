import type { Ports } from '../../app/ports.ts';
import { validate } from '../../app/validate.ts';
import type { Validation } from '../../app/validate.ts';
import { done, refusal } from '../../core/problem/refusal.ts';
import { githubAnnotations } from '../../present/github-annotations.ts';
import { validationSummary, validationText } from '../../present/validation.ts';
import { count } from '../../present/words.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { envelope } from '../envelope.ts';
import { choiceOption, isSet } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const format = choiceOption(input, 'format', ['text', 'json', 'github']);
  if (!format.ok) return refuse(format.refusal, screen);
  const staged = isSet(input, 'staged');
  const mends = isSet(input, 'fix');
  if (staged && mends) return refuse(refusal('usage', { message: '--fix changes the files of the work tree, so it does not go with --staged', verb: 'validate' }), screen);
  const fixed = mends ? await (await import('../../app/fix.ts')).fix(ports) : done(0);
  if (!fixed.ok) return refuse(fixed.refusal, screen);
  const result = await validate(ports, { staged, strict: isSet(input, 'strict') });
  if (!result.ok) return refuse(result.refusal, screen);
  const reply = replyOf(result.value, fixed.value);
  if (input.json) return reply;
  if (format.value === 'json') return { ...reply, text: envelope(reply), problems: [] };
  return { ...reply, talk: talkOf(result.value, fixed.value, ports, screen), problems: [], text: format.value === 'github' ? githubText(result.value) : validationText(result.value, screen) };
}

function replyOf(validation: Validation, fixed: number): Reply {
  const { filesChecked, errors, warnings, others, failed, findings } = validation;
  return { exit: failed ? 1 : 0, text: '', data: { files: filesChecked, errors, warnings, others, fixed }, problems: findings.map(({ problem }) => problem) };
}

function talkOf({ findings }: Validation, fixed: number, { location }: Ports, { terminal }: Screen): string {
  const first = findings[0]?.problem.code;
  const renamed = fixed === 0 ? [] : [`${count(fixed, 'older name')} renamed in ${location.folder}/coord.yaml.`];
  return [...renamed, ...(terminal && first ? [`What a code means: coord help ${first}`] : [])].join('\n');
}

function githubText(validation: Validation): string {
  return [githubAnnotations(validation.findings.map(({ problem }) => problem)), validationSummary(validation)].filter((part) => part !== '').join('\n');
}
