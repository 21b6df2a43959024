import type { CiRun } from '../../app/ports/ci-port.ts';
import type { Ports } from '../../app/ports.ts';
import { validate } from '../../app/checks/validate.ts';
import type { Validation } from '../../app/checks/validation.ts';
import { done, refusal } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { choiceOption, isSet, textOption } from '../options.ts';
import { refuse } from '../refuse.ts';
import { FORMAT_NAMES, validationReply } from '../validation-reply.ts';

/** In a run for no change, or on the branch that changes are merged into. */
const FILES_ALONE = 'The files alone were checked: there is nothing here to merge (else: --merge <branch>).';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const wrong = wrongUse(input);
  if (wrong !== null) return refuse(refusal('usage', { message: wrong, verb: 'validate' }), screen);
  const ciRun = isSet(input, 'ci') ? await ports.ci.run() : null;
  const format = choiceOption(input, 'format', ciRun?.service === 'github' ? ['github', ...FORMAT_NAMES] : FORMAT_NAMES);
  if (!format.ok) return refuse(format.refusal, screen);
  const fixed = isSet(input, 'fix') ? await (await import('../../app/checks/fix.ts')).fix(ports) : done(0);
  if (!fixed.ok) return refuse(fixed.refusal, screen);
  const checks = await checksAsked(ports, input, ciRun);
  if (isSet(input, 'ci')) await ports.ci.summarize((await import('../../present/checks/ci-summary.ts')).ciSummary(checks, screen));
  const [first, ...more] = checks;
  const alone = isSet(input, 'ci') && first?.ok === true && more.length === 0 ? FILES_ALONE : '';
  const reply = await validationReply(checks, { format: input.json ? 'json' : format.value, fixed: fixed.value, folder: ports.location.folder, note: alone }, screen);
  return input.json || format.value !== 'json' ? reply : { exit: reply.exit, data: reply.data, text: (await import('../envelope.ts')).envelope(reply) };
}

/** What to check is one of these; only the files of the work tree can be mended. */
function wrongUse(input: Input): string | null {
  const merge = textOption(input, 'merge') !== null && !isSet(input, 'ci');
  const parts = [...(merge ? ['--merge'] : []), ...(isSet(input, 'staged') ? ['--staged'] : []), ...(isSet(input, 'ci') ? ['--ci'] : []), ...(isSet(input, 'scope') && !isSet(input, 'staged') && !isSet(input, 'ci') ? ['--scope'] : [])];
  const [first, second] = parts;
  if (second !== undefined) return `${parts.join(' and ')} check different things: ask for one after the other`;
  return first !== undefined && isSet(input, 'fix') ? `--fix changes the files of the work tree, so it does not go with ${first}` : null;
}

async function checksAsked(ports: Ports, input: Input, ciRun: CiRun | null): Promise<readonly Result<Validation>[]> {
  const [strict, target, staged, as] = [isSet(input, 'strict'), textOption(input, 'merge'), isSet(input, 'staged'), input.as];
  if (isSet(input, 'ci')) return (await import('../../app/checks/validate-ci.ts')).validateCi(ports, ciRun, { target, strict, as });
  if (target !== null) {
    const { mergeWithNamed, validateMerge } = await import('../../app/checks/validate-merge.ts');
    const sides = await mergeWithNamed(ports, target);
    return [sides.ok ? await validateMerge(ports, sides.value, strict) : sides];
  }
  if (!isSet(input, 'scope')) return [await validate(ports, { staged, strict })];
  const { validateScope } = await import('../../app/checks/validate-scope.ts');
  if (staged) return [await validate(ports, { staged, strict }), await validateScope(ports, { sides: null, as, strict })];
  return [await validateScope(ports, { sides: await (await import('../../app/checks/validate-ci.ts')).ownRequest(ports), as, strict })];
}
