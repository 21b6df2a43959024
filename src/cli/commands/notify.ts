import type { Ports } from '../../app/ports.ts';
import { listChannels, sendNotice } from '../../app/notices/send-notice.ts';
import { noticeMessage } from '../../core/notice/print-notice.ts';
import type { NotifyAnswer } from '../../core/schemas/types.ts';
import { channelsText, noticeText } from '../../present/notices/notice.ts';
import { say as words } from '../../present/text/plain.ts';
import type { Input, Reply, Say, Screen } from '../command.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, { args: [channel, ...said] }: Input, screen: Screen, say: Say): Promise<Reply> {
  if (channel === undefined) return runList(ports, screen);
  const answer = await sendNotice(ports, { channel, words: said.length === 0 ? null : said.join(' '), show: (notice) => say(noticeText(notice, screen)) });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { channel: name, notice } = answer.value;
  const data: NotifyAnswer = { channels: [], sent: { channel: name, notice: noticeMessage(notice) } };
  return { exit: 0, text: words`Sent to ${name}.`, data };
}

async function runList(ports: Ports, screen: Screen): Promise<Reply> {
  const answer = await listChannels(ports);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const data: NotifyAnswer = { channels: answer.value.map((channel) => ({ ...channel })), sent: null };
  return { exit: 0, text: channelsText(answer.value, screen), data };
}
