/** Notices and channels, as a terminal shows them. */
import type { ChannelState } from '../../app/notices/send-notice.ts';
import type { Notice } from '../../core/notice/notice.ts';
import { paint } from '../text/paint.ts';
import { say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { table } from '../text/table.ts';
import { cut } from '../text/width.ts';

export function noticeText({ title, lines }: Notice, screen: Screen): string {
  const { bold, dim } = paint(screen);
  return [bold(say`${title}`), ...lines.map((line) => dim(cut(say`  ${line}`, screen.columns)))].join('\n');
}

export function channelsText(channels: readonly ChannelState[], screen: Screen): string {
  if (channels.length === 0) return 'coord.yaml has no channels.';
  const { bold } = paint(screen);
  const rows = channels.map((channel) => [channel.name, channel.kind ?? '-', stateOf(channel), channel.where ?? '']);
  return table(['channel', 'kind', 'notices', 'where'], rows, [{ paint: bold }, {}, {}, { gives: true }], screen);
}

function stateOf({ kind, missing }: ChannelState): string {
  if (kind === null) return 'none, for people';
  if (missing === null) return 'set up';
  return /^(?:run|url_env)$/.test(missing) ? `${missing} is missing` : `${missing} is not set`;
}
