/** Bounds the nesting of YAML before anything recursive reads it: deep input aborts the process inside the composer. */
import { Lexer, Parser } from 'yaml';
import { MAX_DEPTH } from './limits.ts';

/** Offset of the token that goes too deep, or null. */
export function findTooDeep(text: string): number | null {
  if (depthBound(text) <= MAX_DEPTH) return null;
  const parser = new Parser();
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) void token;
    if (parser.stack.length > MAX_DEPTH) return offset;
    if (lexeme !== '\u0002' && lexeme !== '\u0018' && lexeme !== '\u001f') offset += lexeme.length;
  }
  return null;
}

/**
 * A cheap upper bound of the depth: open brackets, quoted or not, plus two levels a column of indentation
 * (a sequence may stand at the column of its key).
 */
function depthBound(text: string): number {
  let brackets = 0;
  let deepestBrackets = 0;
  let deepestColumn = 0;
  let column = 0;
  let indenting = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      column = 0;
      indenting = true;
      continue;
    }
    if (indenting) {
      if (code === 32 || code === 45 || code === 63 || code === 58 || code === 9) column++;
      else {
        indenting = false;
        if (column > deepestColumn) deepestColumn = column;
      }
    }
    if (code === 91 || code === 123) {
      brackets++;
      if (brackets > deepestBrackets) deepestBrackets = brackets;
    } else if ((code === 93 || code === 125) && brackets > 0) brackets--;
  }
  if (column > deepestColumn) deepestColumn = column;
  return deepestBrackets + 2 * deepestColumn + 2;
}
