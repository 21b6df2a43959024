/** What the process that talks with a model is told by the coord that starts it, as JSON on its standard input. */
import type { Verifier } from '../../documents/verifier.ts';
import type { ModelPrice } from '../../schemas/types.ts';
import type { JsonObject } from '../runtimes/json-lines.ts';
import type { Grounds } from '../scope.ts';
import { entry, GROUNDS, ownForm, text, texts } from '../own-forms.ts';
import { TOOL_NAMES } from './tools.ts';
import type { ToolName } from './tools.ts';

export interface Assignment {
  readonly prompt: string;
  readonly model: string;
  /** Name of the variable that holds the key. */
  readonly key: string;
  readonly session: string;
  readonly turns: number | null;
  readonly costUsd: number | null;
  readonly prices: Readonly<Record<string, ModelPrice>>;
  readonly requestsPerMinute: number;
  /** Whether answers that were given to the same questions in the last hour will do. */
  readonly recalls: boolean;
  readonly tools: readonly ToolName[];
  /** What it may run, by name. */
  readonly commands: readonly Verifier[];
  /** JSON Schema of its answer; null: it may say what it likes. */
  readonly output: JsonObject | null;
  /** What it may change. */
  readonly grounds: Grounds;
}

const bound = { type: ['number', 'null'], exclusiveMinimum: 0 };

export const { print: printAssignment, read: readAssignment } = ownForm<Assignment>(
  entry({
    prompt: text,
    model: { ...text, minLength: 1 },
    key: { ...text, minLength: 1 },
    session: text,
    turns: bound,
    costUsd: { type: ['number', 'null'], minimum: 0 },
    prices: { type: 'object', additionalProperties: { type: 'object' } },
    requestsPerMinute: { type: 'number', exclusiveMinimum: 0 },
    recalls: { type: 'boolean' },
    tools: { type: 'array', items: { enum: [...TOOL_NAMES] } },
    commands: { type: 'array', items: entry({ name: text, command: { ...texts, minItems: 1 }, timeoutSeconds: { type: 'number' } }) },
    output: { type: ['object', 'null'] },
    grounds: GROUNDS,
  }),
);
