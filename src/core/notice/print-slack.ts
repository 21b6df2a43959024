/**
 * A notice in the form of Slack's incoming webhooks, which others understand too. Nothing in its texts makes a link, a
 * mention or a picture: `<` and `>`, which would, are written as Slack asks, and nothing is looked for in what is left (`verbatim`).
 */
import { cutTo } from './notice.ts';
import type { Notice } from './notice.ts';

/** Of the text of a section, in characters as they are sent: https://docs.slack.dev/reference/block-kit/blocks. */
const MOST_OF_SECTION = 3000;

export function printSlack(notice: Notice): string {
  const { project, title, lines, agents, links } = notice;
  const about = [project, agents.length === 0 ? null : `for ${agents.join(', ')}`, links.join(', ')].filter((part) => part !== null && part !== '');
  const blocks = [
    { type: 'section', text: words(`*${escaped(title)}*`) },
    ...(lines.length === 0 ? [] : [{ type: 'section', text: words(fitting(lines.join('\n'))) }]),
    ...(about.length === 0 ? [] : [{ type: 'context', elements: [words(fitting(about.join(' · ')))] }]),
  ];
  return JSON.stringify({ text: escaped(title), blocks, unfurl_links: false, unfurl_media: false });
}

const words = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
/** What was escaped is not cut in its middle. */
const fitting = (text: string): string => cutTo(escaped(text), MOST_OF_SECTION).replace(/&[a-z]*…$/, '…');

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
