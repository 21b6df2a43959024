import type { Ports } from '../../app/ports.ts';
import { release } from '../../app/release.ts';
import type { ReleaseAnswer } from '../../core/schemas/types.ts';
import { say } from '../../present/plain.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const answer = await release(ports, { id: args[0] ?? null, as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const data: ReleaseAnswer = { id: answer.value };
  return { exit: 0, text: say`${answer.value} is free again.`, data };
}
