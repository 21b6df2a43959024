/** A notice as programs read it: the body of a webhook, the standard input of a command. */
import { isoSeconds } from '../dates.ts';
import type { NoticeMessage } from '../schemas/types.ts';
import type { Notice } from './notice.ts';

export function noticeMessage({ event, at, key, project, title, lines, severity, agents, task, links, commit }: Notice): NoticeMessage {
  return {
    type: event,
    timestamp: isoSeconds(new Date(at)),
    data: { key, project, title, lines: [...lines], severity, agents: [...agents], task, links: [...links], commit },
  };
}

export function printNotice(notice: Notice): string {
  return JSON.stringify(noticeMessage(notice));
}
