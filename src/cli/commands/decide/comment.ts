import { decideComment } from '../../../app/decisions/decide-comment.ts';
import type { Ports } from '../../../app/ports.ts';
import { refusal } from '../../../core/problem/refusal.ts';
import type { DecideCommentAnswer } from '../../../core/schemas/types.ts';
import { commitTalk } from '../../../present/commit-outcome.ts';
import { commentText } from '../../../present/decisions/decision.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { commitEntry } from '../../commit-entry.ts';
import { decisionStandingEntry } from '../../entries.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, { args, as }: Input, screen: Screen): Promise<Reply> {
  const [name = '', ...words] = args;
  if (words.join('').trim() === '') return refuse(refusal('usage', { message: 'coord decide comment needs words to say', verb: 'decide comment' }), screen);
  const answer = await decideComment(ports, { name, words: words.join(' '), as });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { by, file, standing, commit } = answer.value;
  const data: DecideCommentAnswer = { by, file, standing: decisionStandingEntry(standing), commit: commitEntry(commit) };
  return { exit: 0, text: commentText(answer.value, screen), talk: commitTalk(commit), data };
}
