/** Somebody's own words to one channel; and what can be seen of channels without sending anything. */
import { findChannel } from '../../core/notice/channel.ts';
import type { Found, Unreachable } from '../../core/notice/channel.ts';
import { bounded } from '../../core/notice/notice.ts';
import type { Notice } from '../../core/notice/notice.ts';
import { nearest } from '../../core/nearest.ts';
import { done, refusal, refused } from '../../core/problem/refusal.ts';
import type { Refusal, Result } from '../../core/problem/refusal.ts';
import { deliver } from './deliver.ts';
import type { ShowNotice } from './deliver.ts';
import type { Ports } from '../ports.ts';

export interface ChannelState {
  readonly name: string;
  readonly kind: 'terminal' | 'command' | 'webhook' | 'slack' | 'summary' | null;
  readonly where: string | null;
  /** A field of coord.yaml or a variable without which no notice reaches it; null: none is seen to be missing. */
  readonly missing: string | null;
}

export async function listChannels(ports: Pick<Ports, 'store' | 'runner'>): Promise<Result<readonly ChannelState[]>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { config } = opened.value.survey;
  const states = Object.entries(config.channels ?? {}).map(async ([name, { kind, where }]) => ({ name, kind: kind ?? null, where: where ?? null, missing: await missingOf(ports, findChannel(name, config)) }));
  return done(await Promise.all(states));
}

async function missingOf({ runner }: Pick<Ports, 'runner'>, found: Found): Promise<string | null> {
  if ('fault' in found) return found.fault.why === 'unfinished' ? found.fault.field : null;
  const { channel } = found;
  const names = channel.kind === 'webhook' ? [channel.url, ...(channel.secret === null ? [] : [channel.secret])] : channel.kind === 'slack' ? [channel.url] : [];
  const set = new Set(await runner.areSet(names));
  return names.find((name) => !set.has(name)) ?? null;
}

export interface NoticeRequest {
  readonly channel: string;
  /** null: only to see whether it arrives. */
  readonly words: string | null;
  readonly show: ShowNotice;
}

export async function sendNotice(ports: Ports, { channel: name, words, show }: NoticeRequest): Promise<Result<{ readonly channel: string; readonly notice: Notice }>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const { config } = opened.value.survey;
  const found = findChannel(name, config);
  if ('fault' in found) return { ok: false, refusal: unreachable(name, found.fault, Object.keys(config.channels ?? {})) };
  const { channel } = found;
  const notice = bounded({
    key: `message/${ports.random.hex(8)}`,
    event: 'message',
    at: ports.clock.now().getTime(),
    project: config.project ?? null,
    title: words ?? `A test of the channel ${channel.name}: notices arrive here`,
    lines: [],
    severity: null,
    agents: [],
    task: null,
    links: [],
    commit: null,
  });
  const failure = await deliver(ports, notice, channel, show);
  return failure === null ? done({ channel: channel.name, notice }) : refused('notice-failed', { channel: channel.name, failure });
}

/** Why no notice reaches a channel that was named. */
export function unreachable(name: string, fault: Unreachable, channels: readonly string[]): Refusal {
  switch (fault.why) {
    case 'unknown':
      return refusal('no-such-channel', { name, nearest: nearest(name, channels), channels });
    case 'people-only':
      return refusal('channel-for-people', { name });
    case 'unfinished':
      return refusal('channel-unfinished', { name, field: fault.field });
  }
}
