/** What a prompt can name: texts, lists, records. Plain values; nothing of them is ever read as a template. */

export type PromptValue = PromptData | PromptWord | PromptList | PromptRecord;

/** What somebody wrote: it is fenced, or marked within a line. */
export interface PromptData {
  readonly is: 'data';
  readonly text: string;
}

/** An id or a number, which cannot hold more than a word. */
export interface PromptWord {
  readonly is: 'word';
  readonly text: string;
}

export interface PromptList {
  readonly is: 'list';
  readonly items: readonly PromptValue[];
}

export interface PromptRecord {
  readonly is: 'record';
  /** False: all its fields are empty, and `#if` sees nothing. */
  readonly isThere: boolean;
  readonly fields: ReadonlyMap<string, PromptValue>;
}

export const data = (text: string | null): PromptValue => ({ is: 'data', text: text ?? '' });
export const word = (text: string | number | null): PromptValue => ({ is: 'word', text: text === null ? '' : String(text) });
export const list = (items: readonly PromptValue[]): PromptValue => ({ is: 'list', items });
export const record = (fields: Readonly<Record<string, PromptValue>>, isThere = true): PromptRecord => ({ is: 'record', isThere, fields: new Map(Object.entries(fields)) });

/** As `#if` sees it: an empty text, an empty list and what is not there are no. */
export function isTruthy(value: PromptValue): boolean {
  switch (value.is) {
    case 'data':
    case 'word':
      return value.text !== '';
    case 'list':
      return value.items.length > 0;
    case 'record':
      return value.isThere;
  }
}
