/** A stretch of text without its marks: most hold nothing that means anything, and are not looked into. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Inline } from './outline.ts';
import { NO_TEXT } from './outline.ts';

/** Links and HTML are text here; nothing is ever rendered. */
const PARSER = new MarkdownIt({ html: true, linkify: false, typographer: false });

/** The targets of links that a document names, in `references`; absent: it names none. */
export type Links = Parameters<typeof PARSER.parseInline>[1] & {};

/** Where no link can begin and no sign stands, the text is what is written. */
export function readInline(content: string, links: Links): Inline {
  const isPlain = !SIGN.test(content) && (links.references === undefined || !content.includes('['));
  return isPlain ? { ...NO_TEXT, text: unbroken(content) } : inlineOf(PARSER.parseInline(content, links)[0]?.children ?? []);
}

/** What may begin or end anything but text; brackets only begin a link where its target follows or is named elsewhere. */
const SIGN = /[\\`*_~]|&#?\w|<[A-Za-z/!?]|\]\(/;

const unbroken = (content: string): string => (content.includes('\n') ? content.replace(/ *\n[ \t]*/g, '\n') : content).trim();

function inlineOf(parts: readonly Token[]): Inline {
  const text = parts.map(textOf).join('').trim();
  const code = parts.filter(({ type }) => type === 'code_inline').map(({ content }) => content);
  const first = parts.findIndex((part) => textOf(part).replace(/^\s*\[[ xX~/>-]?\]\s/, '').trim() !== '' || part.type === 'strong_open' || part.type === 's_open');
  const isStruck = parts[first]?.type === 's_open' && parts.findIndex(({ type }) => type === 's_close') >= parts.length - 2;
  return { text, lead: leadOf(parts), code, struck: isStruck };
}

function textOf({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return type === 'text' || type === 'code_inline' || type === 'text_special' || type === 'image' ? content : '';
}

/** What is bold at the beginning, boxes and marks before it aside. */
function leadOf(parts: readonly Token[]): string | null {
  const start = parts.findIndex(({ type }) => type === 'strong_open');
  if (start === -1 || !/^[^\p{L}\p{N}]*(?:\[[ xX~/>-]?\])?[^\p{L}\p{N}]*$/u.test(parts.slice(0, start).map(textOf).join(''))) return null;
  const end = parts.findIndex(({ type }, index) => index > start && type === 'strong_close');
  const lead = parts.slice(start, end === -1 ? undefined : end).map(textOf).join('').trim();
  return lead === '' ? null : lead;
}
