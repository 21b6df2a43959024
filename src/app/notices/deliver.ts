/** Brings a notice to a channel: by its kind, and again where that may help. */
import type { Channel } from '../../core/notice/channel.ts';
import { nextTry } from '../../core/notice/delivery.ts';
import type { DeliveryFailure } from '../../core/notice/delivery.ts';
import type { Notice } from '../../core/notice/notice.ts';
import { printNotice } from '../../core/notice/print-notice.ts';
import { printSlack } from '../../core/notice/print-slack.ts';
import { printSummary } from '../../core/notice/print-summary.ts';
import type { Ports } from '../ports.ts';

export type DeliveryPorts = Pick<Ports, 'notices' | 'ci' | 'dispatching' | 'random' | 'digest'>;

/** Shows a notice to whoever looks on. */
export type ShowNotice = (notice: Notice) => void;

/** null: it arrived. After `cut` it is tried no more. */
export async function deliver(ports: DeliveryPorts, notice: Notice, channel: Channel, show: ShowNotice, cut?: AbortSignal): Promise<DeliveryFailure | null> {
  for (let tries = 1; ; tries++) {
    const failure = await attempt(ports, notice, channel, show);
    const milliseconds = failure === null ? null : nextTry(failure, tries, Number.parseInt(ports.random.hex(4), 16) / 0xffffffff);
    if (milliseconds === null) return failure;
    await ports.dispatching.pause(milliseconds, cut);
    if (cut?.aborted === true) return failure;
  }
}

async function attempt(ports: DeliveryPorts, notice: Notice, channel: Channel, show: ShowNotice): Promise<DeliveryFailure | null> {
  const id = `msg_${ports.digest(JSON.stringify([channel.name, notice.key])).slice(0, 32)}`;
  switch (channel.kind) {
    case 'terminal':
      show(notice);
      return null;
    case 'webhook':
      return ports.notices.post({ id, url: channel.url, secret: channel.secret, body: printNotice(notice) });
    case 'slack':
      return ports.notices.post({ id, url: channel.url, secret: null, body: printSlack(notice) });
    case 'command':
      return ports.notices.run({ command: channel.run, env: channel.env, body: printNotice(notice) });
    case 'summary':
      if ((await ports.ci.run())?.service !== 'github') return { why: 'no-summary' };
      await ports.ci.summarize(printSummary(notice));
      return null;
  }
}
