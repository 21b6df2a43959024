import { decideSupersede } from '../../../app/decisions/decide-supersede.ts';
import type { Ports } from '../../../app/ports.ts';
import type { DecideSupersedeAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { supersedeText } from '../../../present/decisions/decision.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const answer = await decideSupersede(ports, { older: args[0] ?? '', newer: args[1] ?? '', as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { older, newer, commit } = answer.value;
  const data: DecideSupersedeAnswer = { older, newer, commit: commitEntry(commit) };
  return { exit: 0, text: supersedeText(answer.value), talk: commitTalk(commit), data };
}
