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
  const tooDeep = lineTooDeep(text);
  if (tooDeep !== null) return { line: tooDeep, reason: `blocks are nested more than ${DEEPEST} deep` };
  try {
    return parse(text);
  } catch (error) {
    return faultOf(error as Error & { readonly lineNumber?: number });
  }
}

/** A block is opened or closed, another condition goes on within it, a tag ends; and brackets, which count only in tags. */
const MARKS = /\{\{~?(?<word>#|\/|\^(?=~?\s*[^\s~}])|else(?=\s+[^\s~}]))?|\}\}|[()]/g;

/** The parser itself goes down as deep as the text tells it to. null: no line is too deep. */
function lineTooDeep(text: string): number | null {
  /** Of each block that is open: how deep its conditions lead, one in the other. */
  const open: number[] = [];
  let brackets: number | null = null;
  for (const mark of text.matchAll(MARKS)) {
    const [all] = mark;
    const word = mark.groups?.['word'];
    if (word === '/') open.pop();
    else if (word === 'else') open.push((open.pop() ?? 0) + 1);
    else if (word !== undefined) open.push(1);
    if (all === '(' || all === ')') brackets = brackets === null ? null : brackets + (all === '(' ? 1 : -1);
    else brackets = all === '}}' ? null : 0;
    const depth = open.reduce((sum, one) => sum + one, brackets ?? 0);
    if (depth > DEEPEST) return lineAt(text, mark.index);
  }
  return null;
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
