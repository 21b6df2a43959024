/** Carries out a rule that tells people of what happened. */
import { refusal } from '../../core/problem/refusal.ts';
import type { ActFailure } from '../../core/watch/act-failure.ts';
import type { Act } from '../../core/watch/reactions.ts';
import { notify } from '../notices/notify.ts';
import type { Notified } from '../notices/notify.ts';
import type { Ports } from '../ports.ts';
import { unreachable } from '../notices/send-notice.ts';
import type { View } from '../view.ts';
import type { Acting, Carried } from './acting.ts';

export async function tellPeople(ports: Ports, view: View, { events, name }: Act, acting: Acting): Promise<Carried> {
  const told = await notify(ports, view, { events, channel: name, show: acting.show, cut: acting.cut });
  const channels = view.survey.config.channels ?? {};
  const failure = failureOf(told, name, Object.keys(channels));
  const mayWrite = [...told.sent, ...told.failed].some(({ channel }) => channel !== null && channels[channel]?.kind === 'command');
  return { end: failure ?? (told.sent.length > 0 ? 'done' : 'nothing'), mayWrite };
}

/** That nobody is reached is a failure only where the rule names a channel that is meant to be. */
function failureOf({ sent, failed, skipped }: Notified, name: string | null, channels: readonly string[]): ActFailure | null {
  const refusals = failed.map(({ channel, failure }) => refusal('notice-failed', { channel: channel ?? '', failure }));
  if (refusals.length > 0) return { why: 'refused', refusals };
  if (sent.length > 0 || skipped.some(({ why }) => why === 'sent' || why === 'under-way')) return null;
  const [fault] = skipped.flatMap(({ channel, why }) => (channel === name && typeof why === 'object' && why.why !== 'people-only' ? [why] : []));
  return name === null || fault === undefined ? null : { why: 'refused', refusals: [unreachable(name, fault, channels)] };
}
