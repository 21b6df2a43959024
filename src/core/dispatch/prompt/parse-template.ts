/**
 * A prompt's text as a tree, read by handlebars' own parser. Only the parser is used: what it read is walked here, so no
 * code is made of anybody's file, and nothing but the names given can be reached.
 */
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import type { Program } from 'handlebars/dist/cjs/handlebars/compiler/base.js';

export interface PromptFault {
  /** From 1, in the text of the prompt. */
  readonly line: number;
  readonly reason: string;
}

/** Deeper ones would only be there to overflow something. */
const DEEPEST = 50;
const LONGEST = 200_000;

export function parseTemplate(text: string): Program | PromptFault {
  if (text.length > LONGEST) return { line: 1, reason: `it is longer than ${LONGEST} characters` };
  const depth = deepest(text);
  if (depth.most > DEEPEST) return { line: depth.line, reason: `blocks are nested more than ${DEEPEST} deep` };
  try {
    return parse(text);
  } catch (error) {
    return faultOf(error as Error & { readonly lineNumber?: number });
  }
}

/** The parser itself goes down as deep as the text tells it to. */
function deepest(text: string): { readonly most: number; readonly line: number } {
  let depth = 0;
  let most = { most: 0, line: 1 };
  for (const mark of text.matchAll(/\{\{~?([#/(])|\(/g)) {
    depth += mark[1] === '/' ? -1 : 1;
    if (depth > most.most && most.most <= DEEPEST) most = { most: depth, line: lineAt(text, mark.index) };
  }
  return most;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** "Parse error on line 3:\n...\nExpecting 'A', 'B', got 'C'", or "if doesn't match each - 2:3". */
function faultOf({ message, lineNumber }: Error & { readonly lineNumber?: number }): PromptFault {
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const close = /^(\S+) doesn't match (\S+) -/.exec(message);
  if (close) return { line, reason: `{{#${close[1] ?? ''}}} is closed by {{/${close[2] ?? ''}}}` };
  const shown = message.split('\n')[1]?.trim();
  return { line, reason: shown === undefined ? message : `it cannot be read at "${shown.slice(-40)}"${/got 'EOF'/.test(message) ? ': a block is not closed' : ''}` };
}
