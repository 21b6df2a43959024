/** What is said to a model and what it answers, as far as coord looks into it. Blocks go back to it as they came. */
import type { JsonObject } from '../runtimes/json-lines.ts';

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: readonly JsonObject[];
}

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly input_schema: JsonObject;
}

/** As the interface takes it. */
export interface ModelRequest {
  readonly model: string;
  readonly max_tokens: number;
  readonly system: string;
  readonly tools: readonly ModelTool[];
  readonly messages: readonly Message[];
  /** What was said before is read from the service's cache as far as it can be. */
  readonly cache_control: { readonly type: 'ephemeral' };
  readonly output_config?: { readonly format: { readonly type: 'json_schema'; readonly schema: JsonObject } };
}

export interface ModelTokens {
  /** Read, but for those from a cache. */
  readonly input: number;
  readonly output: number;
  /** Read from a cache. */
  readonly cached: number;
  /** Those of `input` that were written to a cache, too. */
  readonly written: number;
}

export interface ModelAnswer {
  readonly content: readonly JsonObject[];
  readonly stopReason: string | null;
  readonly tokens: ModelTokens;
}

/**
 * Why there is no answer. `refused`: it would be refused again. All others may pass: the service has too much to do
 * (`busy`), was not reached, broke off, said nothing for too long, or answered what nobody can read.
 */
export type FailureKind = 'refused' | 'busy' | 'unreachable' | 'cut-off' | 'silent' | 'unreadable';

export interface ModelFailure {
  readonly kind: FailureKind;
  /** For people. */
  readonly message: string;
  /** How long the service wants to be left alone; null: it does not say. */
  readonly retryAfterSeconds: number | null;
}

/** Of the answer's blocks those of one kind. */
export function blocksOf({ content }: Pick<ModelAnswer, 'content'>, type: string): readonly JsonObject[] {
  return content.filter((block) => block['type'] === type);
}

export function textOf(answer: Pick<ModelAnswer, 'content'>): string {
  return blocksOf(answer, 'text').map(({ text }) => (typeof text === 'string' ? text : '')).join('').trim();
}
