/** A prompt's tree and the values it may name, to text. */
import { nearest } from '../../nearest.ts';
import { fence, inlineData } from './fence.ts';
import type { Block, Expression, Mustache, Program, Statement } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { data, isTruthy, record, word } from './value.ts';
import type { PromptData, PromptList, PromptRecord, PromptValue } from './value.ts';
import type { PromptFault } from './parse-template.ts';

export type Rendered = { readonly text: string; readonly faults: readonly PromptFault[] };

/** What names mean at a place: the value in hand, what is around it, and `@index` and the like. */
interface Scope {
  readonly here: PromptValue;
  readonly outer: Scope | null;
  readonly marks: Readonly<Record<string, PromptValue>>;
}

const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** `everywhere`: goes into both branches of every condition, to find all faults and not only those of these values. */
export function renderPrompt(program: Program, values: PromptRecord, everywhere = false): Rendered {
  const writing = new Writing(everywhere);
  writing.program(program, { here: values, outer: null, marks: {} });
  return { text: writing.text(), faults: writing.faults };
}

class Writing {
  readonly faults: PromptFault[] = [];
  private readonly everywhere: boolean;
  private out = '';
  /** A fence was closed: what follows has to begin a line. */
  private isAfterFence = false;
  /** Of blocks around the place in hand. */
  private depth = 0;

  constructor(everywhere: boolean) {
    this.everywhere = everywhere;
  }

  text(): string {
    return this.out;
  }

  program({ body, blockParams }: Program, scope: Scope): void {
    if (blockParams !== undefined) this.faults.push({ line: body[0]?.loc.start.line ?? 1, reason: `"as |${blockParams.join(' ')}|" is not supported; the item is {{this}}` });
    for (const [index, statement] of body.entries()) this.statement(statement, body.slice(index + 1, index + 3), scope);
  }

  private statement(statement: Statement, next: readonly Statement[], scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement':
        this.add(statement.value);
        break;
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        this.mustache(statement, next, scope);
        break;
      case 'BlockStatement':
        this.block(statement, scope);
        break;
      case 'PartialStatement':
      case 'PartialBlockStatement':
      case 'Decorator':
      case 'DecoratorBlock':
        this.fault(statement, 'other templates ({{> ...}}) are not supported');
    }
  }

  private mustache(statement: Mustache, next: readonly Statement[], scope: Scope): void {
    const name = nameOf(statement.path);
    const isCall = statement.params.length > 0 || statement.hash !== undefined;
    const value = isCall ? this.fault(statement, `{{${name} ...}}: there are no functions but #if, #unless, #each and #with`) : this.find(statement.path, scope, statement);
    if (value?.is === 'record') this.fault(statement, `{{${name}}} has fields, as in {{${name}.${[...value.fields.keys()][0] ?? 'id'}}}; name one`);
    else if (value?.is === 'word') this.add(value.text);
    else if (value !== null) this.data(value, this.endsLine(next));
  }

  /** Within a block the line may go on behind it. */
  private endsLine([next, after]: readonly Statement[]): boolean {
    if (next === undefined) return this.depth === 0;
    return next.type === 'ContentStatement' && (/^[ \t]*\r?\n/.test(next.value) || (next.value.trim() === '' && after === undefined && this.depth === 0));
  }

  /** Data that has a line for itself is fenced; within a line it stands between marks. */
  private data(value: PromptData | PromptList, endsLine: boolean): void {
    const texts = value.is === 'data' ? [value.text] : value.items.flatMap((item) => (item.is === 'data' || item.is === 'word' ? [item.text] : []));
    if (texts.every((text) => text === '')) return;
    const indent = this.out.slice(this.out.lastIndexOf('\n') + 1);
    const isAlone = endsLine && !this.isAfterFence && indent.trim() === '';
    const lines = value.is === 'data' ? value.text : texts.map((text) => `- ${text.replace(/\r?\n/g, '\n  ')}`).join('\n');
    this.add(isAlone ? fence(lines).replaceAll('\n', `\n${indent}`) : texts.map(inlineData).join(', '));
    this.isAfterFence = isAlone;
  }

  private block(block: Block, scope: Scope): void {
    const name = nameOf(block.path);
    const value = this.subject(name, block, scope);
    if (value === null) return;
    const { program, inverse } = block;
    const holds = isTruthy(value) !== (name === 'unless');
    this.depth++;
    if (program !== undefined && (holds || this.everywhere)) this.body(name, program, value, scope);
    if (inverse !== undefined && (!holds || this.everywhere)) this.program(inverse, scope);
    this.depth--;
  }

  private subject(name: string, block: Block, scope: Scope): PromptValue | null {
    const [param] = block.params;
    if (!BLOCKS.has(name)) return this.fault(block, `{{#${name}}}: there are only #if, #unless, #each and #with`);
    if (param === undefined || block.params.length > 1 || block.hash !== undefined) return this.fault(block, `{{#${name}}} needs one name after it`);
    const value = this.find(param, scope, block);
    return name === 'each' && value !== null && value.is !== 'list' ? this.fault(block, '{{#each}} needs a list') : value;
  }

  private body(name: string, program: Program, value: PromptValue, scope: Scope): void {
    if (name === 'each' && value.is === 'list') this.items(program, value.items, scope);
    else this.program(program, name === 'with' ? { here: value, outer: scope, marks: scope.marks } : scope);
  }

  private items(program: Program, items: readonly PromptValue[], scope: Scope): void {
    const all = items.length === 0 && this.everywhere ? [data('')] : items;
    for (const [index, here] of all.entries()) {
      const marks = { index: word(index), first: word(index === 0 ? 'true' : ''), last: word(index === all.length - 1 ? 'true' : '') };
      this.program(program, { here, outer: scope, marks });
    }
  }

  /** null where there is no such name, which is a fault. */
  private find(path: Expression, scope: Scope, at: Mustache | Block): PromptValue | null {
    if (path.type !== 'PathExpression') return this.unknown(nameOf(path), [], at);
    let from: Scope | null = scope;
    for (let left = path.depth; left > 0 && from !== null; left--) from = from.outer;
    if (from === null) return this.unknown(path.original, [], at);
    let value: PromptValue = path.data ? record({ ...from.marks, root: outermost(scope) }) : from.here;
    for (const part of path.parts) {
      const names: ReadonlyMap<string, PromptValue> = value.is === 'record' ? value.fields : new Map<string, PromptValue>();
      const next = names.get(part);
      if (next === undefined) return this.unknown(path.original, nearest(part, [...names.keys()]) ?? [...names.keys()], at);
      value = next;
    }
    return value;
  }

  private unknown(name: string, instead: string | readonly string[], at: Mustache | Block): null {
    const hint = typeof instead === 'string' ? ` (did you mean ${instead}?)` : instead.length === 0 ? '' : `; there are ${instead.slice(0, 12).join(', ')}`;
    return this.fault(at, `there is no {{${name}}}${hint}`);
  }

  private fault({ loc }: Pick<Statement, 'loc'>, reason: string): null {
    this.faults.push({ line: loc.start.line, reason });
    return null;
  }

  private add(text: string): void {
    if (text === '') return;
    if (this.isAfterFence && !/^[ \t]*\r?\n/.test(text)) this.out += '\n';
    this.isAfterFence = false;
    this.out += text;
  }
}

function nameOf(path: Expression): string {
  return path.type === 'PathExpression' ? path.original : '(...)';
}

function outermost(scope: Scope): PromptValue {
  return scope.outer === null ? scope.here : outermost(scope.outer);
}
