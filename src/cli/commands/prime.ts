import type { Ports } from '../../app/ports.ts';
import { prime } from '../../app/overview/prime.ts';
import type { PrimeAnswer } from '../../core/schemas/types.ts';
import { primeText } from '../../present/overview/prime.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const answer = await prime(ports, input.as);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const text = primeText(answer.value, { ...screen, terminal: false, colour: false });
  const data: PrimeAnswer = { agent: answer.value.agent?.id ?? null, text };
  return { exit: 0, text, data };
}
