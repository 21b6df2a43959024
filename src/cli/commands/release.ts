import type { Ports } from '../../app/ports.ts';
import { releaseAbandoned } from '../../app/claims/release-abandoned.ts';
import { release } from '../../app/claims/release.ts';
import type { ReleaseAnswer } from '../../core/schemas/types.ts';
import { abandonedText } from '../../present/claims/abandoned.ts';
import { notSharedWords } from '../../present/claims/not-shared.ts';
import { say } from '../../present/text/plain.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { notSharedEntry } from '../entries.ts';
import { isSet } from '../options.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  if (isSet(input, 'abandoned')) return sweep(ports, input, screen);
  const answer = await release(ports, { id: input.args[0] ?? null, as: input.as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id, notShared } = answer.value;
  const data: ReleaseAnswer = { id, abandoned: [], not_shared: notSharedEntry(notShared) };
  return { exit: 0, text: say`${id} is free again.`, talk: notSharedWords(notShared), data };
}

async function sweep(ports: Ports, { args }: Input, screen: Screen): Promise<Reply> {
  const answer = await releaseAbandoned(ports, args[0] ?? null);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { released, notShared } = answer.value;
  const data: ReleaseAnswer = { id: null, abandoned: released.map((one) => ({ ...one, left: [...one.left] })), not_shared: notSharedEntry(notShared) };
  return { exit: 0, text: abandonedText(answer.value, screen), talk: notSharedWords(notShared), data };
}
