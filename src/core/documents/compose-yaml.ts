/** YAML text to documents with positions, bounded on the way: what is too deep is never composed, hopeless text is given up early. */
import { Composer, Lexer, Parser } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { MAX_DEPTH, MAX_SYNTAX_PROBLEMS, MAX_TOKENS } from './limits.ts';

export type Composed =
  /** At most two documents: one is read, a second is one too many. */
  | { readonly documents: readonly Document.Parsed[]; readonly errors: readonly Pick<YAMLError, 'pos' | 'message'>[] }
  /** Offset of the token that goes too deep. */
  | { readonly tooDeep: number };

const OPTIONS = { uniqueKeys: false, merge: true, prettyErrors: false, logLevel: 'silent' } as const;

export function composeYaml(text: string): Composed {
  const parser = new Parser();
  const composer = givingUp(new Composer(OPTIONS));
  const documents: Document.Parsed[] = [];
  let offset = 0;
  let faults = 0;
  let tokens = 0;
  try {
    for (const lexeme of new Lexer().lex(text)) {
      if (++tokens > MAX_TOKENS) return { documents: [], errors: [{ pos: [offset, offset + 1], message: TOO_MANY }] };
      for (const token of parser.next(lexeme)) {
        documents.push(...composer.next(token));
        if (token.type === 'error') faults++;
      }
      // The parser's stack is the nesting: past the bound its own recursion, and the composer's, would end the process.
      if (parser.stack.length > MAX_DEPTH) return { tooDeep: offset };
      if (documents.length > 1 || faults >= MAX_SYNTAX_PROBLEMS) break;
      if (!MARKS.has(lexeme)) offset += lexeme.length;
    }
    if (documents.length < 2) for (const token of parser.end()) documents.push(...composer.next(token));
    documents.push(...composer.end(true, text.length));
  } catch (error) {
    if (!(error instanceof Hopeless)) throw error;
    return { documents: [], errors: error.errors };
  }
  const kept = documents.slice(0, 2);
  return { documents: kept, errors: kept.flatMap((document) => document.errors) };
}

const TOO_MANY = `here it comes to more than ${MAX_TOKENS} words and marks, too many for one file`;

/** Lexemes that stand for no text: document, flow error, scalar. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

class Hopeless extends Error {
  readonly errors: readonly YAMLError[];

  constructor(errors: readonly YAMLError[]) {
    super('too many faults');
    this.errors = errors;
  }
}

/** The library has no bound of its own: it would compose a quarter of a million faults one by one, for seconds. */
function givingUp(composer: Composer): Composer {
  const report = Reflect.get(composer, 'onError') as (...fault: unknown[]) => void;
  Reflect.set(composer, 'onError', (...fault: readonly [place: unknown, code: string, message: string, isWarning?: boolean]) => {
    if (fault[3] === true) return;
    report(...fault);
    const errors = Reflect.get(composer, 'errors') as readonly YAMLError[];
    if (errors.length >= MAX_SYNTAX_PROBLEMS) throw new Hopeless(errors);
  });
  return composer;
}
