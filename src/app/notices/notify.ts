/** Tells the right channels of events: each once, those that wait for an answer side by side. */
import { concernedBy } from '../../core/notice/concerned.ts';
import type { Around } from '../../core/notice/concerned.ts';
import type { Channel, Unreachable } from '../../core/notice/channel.ts';
import type { DeliveryFailure } from '../../core/notice/delivery.ts';
import { gathered } from '../../core/notice/gather.ts';
import type { Notice } from '../../core/notice/notice.ts';
import { noticeOf } from '../../core/notice/notice-of.ts';
import { routeOf } from '../../core/notice/route.ts';
import type { WatchEvent } from '../../core/watch/event.ts';
import { deliver } from './deliver.ts';
import type { DeliveryPorts, ShowNotice } from './deliver.ts';
import type { View } from '../view.ts';

/** What became of one event at one channel. */
export interface Outcome {
  readonly key: string;
  /** null: there is no channel that notices reach. */
  readonly channel: string | null;
}

export interface Skipped extends Outcome {
  /** `sent`: it was told of it already. `under-way`: another process tells it. `nowhere`: no channel is reached by notices. */
  readonly why: 'sent' | 'under-way' | 'nowhere' | Unreachable;
}

export interface Notified {
  readonly sent: readonly Outcome[];
  readonly skipped: readonly Skipped[];
  readonly failed: readonly (Outcome & { readonly failure: DeliveryFailure })[];
}

/** Those of one rule, with the channel that it names. */
export interface NotifyRequest {
  readonly events: readonly WatchEvent[];
  /** null: by the communication matrix. */
  readonly channel: string | null;
  /** For channels of kind `terminal`. */
  readonly show: ShowNotice;
  /** After it, what failed is not tried again. */
  readonly cut?: AbortSignal;
}

type Known = Pick<View, 'survey' | 'task' | 'dependents'>;

export async function notify(ports: DeliveryPorts, view: Known, { events, channel, show, cut }: NotifyRequest): Promise<Notified> {
  const around = aroundOf(view);
  const { config, agents } = view.survey;
  const byChannel = new Map<string, ForChannel>();
  const skipped: Skipped[] = [];
  for (const event of events) {
    const notice = noticeOf(event, around);
    if (notice === null) continue;
    const { to, notTo } = routeOf(event, channel, concernedBy(event, around), { config, agents });
    skipped.push(...notTo.map(({ name, fault }) => ({ key: notice.key, channel: name, why: fault })));
    if (to.length === 0) skipped.push({ key: notice.key, channel: null, why: 'nowhere' });
    for (const one of to) byChannel.set(one.name, { channel: one, notices: [...(byChannel.get(one.name)?.notices ?? []), notice] });
  }
  const told = await Promise.all([...byChannel.values()].map((one) => tellChannel(ports, one, (notice) => deliver(ports, notice, one.channel, show, cut))));
  return { sent: told.flatMap(({ sent }) => sent), skipped: [...skipped, ...told.flatMap((one) => one.skipped)], failed: told.flatMap(({ failed }) => failed) };
}

interface ForChannel {
  readonly channel: Channel;
  readonly notices: readonly Notice[];
}

/** One after the other, in their order. */
async function tellChannel(ports: DeliveryPorts, { channel, notices }: ForChannel, send: (notice: Notice) => Promise<DeliveryFailure | null>): Promise<Notified> {
  const begun = await Promise.all(notices.map(async (notice) => ({ notice, state: await ports.notices.begin(channel.name, notice.key) })));
  const sent: Outcome[] = [];
  const failed: Notified['failed'][number][] = [];
  for (const { notice, keys } of gathered(begun.filter(({ state }) => state === 'begun').map((one) => one.notice))) {
    const failure = await send(notice);
    for (const key of keys) {
      await ports.notices.end(channel.name, key, failure === null);
      if (failure === null) sent.push({ key, channel: channel.name });
      else failed.push({ key, channel: channel.name, failure });
    }
  }
  return { sent, skipped: begun.flatMap(({ notice: { key }, state }) => (state === 'begun' ? [] : [{ key, channel: channel.name, why: state }])), failed };
}

function aroundOf(view: Known): Around {
  const { config, agents } = view.survey;
  return {
    project: config.project ?? null,
    agents,
    waiting: (task) => view.dependents(task).flatMap((id) => view.task(id)?.agent ?? []),
    fileOf: (task) => view.task(task)?.place.file ?? null,
  };
}
