import type { Ports } from '../../app/ports.ts';
import { release } from '../../app/release.ts';
import type { ReleaseAnswer } from '../../core/schemas/types.ts';
import { notSharedWords } from '../../present/not-shared.ts';
import { say } from '../../present/plain.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { notSharedEntry } from '../entries.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const answer = await release(ports, { id: args[0] ?? null, as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { id, notShared } = answer.value;
  const data: ReleaseAnswer = { id, not_shared: notSharedEntry(notShared) };
  return { exit: 0, text: say`${id} is free again.`, talk: notShared === null ? '' : notSharedWords(notShared), data };
}
