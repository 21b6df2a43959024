/** Of handlebars only the parser is used, which its own declarations do not name. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export interface SourceLocation {
    readonly start: { readonly line: number; readonly column: number };
  }

  export interface Program {
    readonly type: 'Program';
    readonly body: readonly Statement[];
    readonly blockParams?: readonly string[];
    /** Of an `{{else if}}`. */
    readonly chained?: boolean;
  }

  export type Statement =
    | { readonly type: 'ContentStatement'; readonly value: string; readonly loc: SourceLocation }
    | { readonly type: 'CommentStatement'; readonly loc: SourceLocation }
    | Mustache
    | Block
    | { readonly type: 'PartialStatement' | 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock'; readonly loc: SourceLocation };

  export interface Mustache {
    readonly type: 'MustacheStatement';
    readonly path: Expression;
    readonly params: readonly Expression[];
    readonly hash?: unknown;
    readonly loc: SourceLocation;
  }

  export interface Block {
    readonly type: 'BlockStatement';
    readonly path: Expression;
    readonly params: readonly Expression[];
    readonly hash?: unknown;
    readonly program?: Program;
    readonly inverse?: Program;
    readonly loc: SourceLocation;
  }

  export type Expression =
    | { readonly type: 'PathExpression'; readonly data: boolean; readonly depth: number; readonly parts: readonly string[]; readonly original: string }
    | { readonly type: 'SubExpression' | 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral'; readonly original?: unknown };

  export function parse(text: string): Program;
}
