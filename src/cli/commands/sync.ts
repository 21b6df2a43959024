import type { Ports } from '../../app/ports.ts';
import { sync } from '../../app/claims/sync.ts';
import type { SyncAnswer } from '../../core/schemas/types.ts';
import { describeClaimWarning } from '../../present/claims/describe-claim-warning.ts';
import { syncText } from '../../present/claims/sync.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, _input: Input, screen: Screen): Promise<Reply> {
  const answer = await sync(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { remote, news, branch, published, restored, dropped, overtaken, warnings } = answer.value;
  const data: SyncAnswer = {
    remote,
    news: news.map(({ what, ...rest }) => ({ ...rest, what })),
    published: [...published],
    restored: [...restored],
    dropped: [...dropped],
    overtaken: [...overtaken],
    branch,
    warnings: warnings.map((warning) => ({ code: warning.code, ids: [...warning.ids], ...describeClaimWarning(warning) })),
  };
  return { exit: 0, text: syncText(answer.value, screen), data };
}
