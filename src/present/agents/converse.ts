/** What goes on in a conversation with a model, for the log: a line each, marked by who says it, so that no model can speak as coord. */
import type { ConversationNews } from '../../app/agents/converse.ts';
import { countedLine } from '../../core/dispatch/runtimes/signs.ts';
import { say } from '../text/plain.ts';
import { duration } from '../text/time.ts';
import { unstopped } from '../text/words.ts';

/** Of what a tool was given and answered. */
const MOST = 120;

export function conversationLine(news: ConversationNews): string {
  switch (news.is) {
    case 'said':
      return say`model: ${news.line}`;
    case 'recalled':
      return 'coord: it was asked the same within the last hour: that answer is taken';
    case 'counted':
      return countedLine(news.turns, news.cost);
    case 'used':
      return say`tool:  ${news.use.name} ${short(JSON.stringify(news.use.input))}${news.result.isFault ? `: ${short(news.result.text)}` : ''}`;
    case 'waiting':
      return say`coord: waits ${duration(Math.ceil(news.milliseconds / 1000) * 1000)}${news.failure === null ? ', since as many requests were made in this minute as may be' : `: ${unstopped(news.failure.message)}`}`;
  }
}

function short(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}...` : text;
}
