/** One request to the Anthropic interface by its own library: streamed, never repeated, its failures as values. */
import type Anthropic from '@anthropic-ai/sdk';
import type { ModelAnswer, ModelFailure, ModelTokens } from '../../core/dispatch/model/message.ts';
import type { ModelQuestion } from '../../app/ports/model-port.ts';
import type { JsonObject } from '../../core/dispatch/runtimes/json-lines.ts';
import { failureOf } from './failure-of.ts';

export type Asker = (question: ModelQuestion) => Promise<{ readonly answer: ModelAnswer } | { readonly failure: ModelFailure }>;

/** `service`: its address; empty: the library's own. `silence`: milliseconds without a word after which it is given up. */
export async function createAsker(key: string, service: string, silence: number): Promise<Asker> {
  const { default: Client } = await import('@anthropic-ai/sdk');
  // Everything is said here that it would else look for in the environment or on the disk.
  const client = new Client({ apiKey: key, authToken: null, baseURL: service === '' ? null : service, maxRetries: 0, timeout: silence, logLevel: 'off', openTelemetry: false });
  return async (question) => {
    const quiet = whenQuiet(silence);
    try {
      return { answer: await answerOf(client, question, quiet) };
    } catch (error) {
      return { failure: failureOf(error, quiet.isOver(), key) };
    } finally {
      quiet.end();
    }
  };
}

async function answerOf(client: Anthropic, { request, onText }: ModelQuestion, quiet: Quiet): Promise<ModelAnswer> {
  // What a request may hold is the service's to say, of which the library's types are one version.
  const stream = client.messages.stream(request as unknown as Anthropic.MessageStreamParams, { signal: quiet.signal });
  const inputs = new Map<number, string>();
  stream.on('text', (text) => onText(text));
  stream.on('streamEvent', (event) => {
    quiet.heard();
    if (event.type === 'content_block_delta' && event.delta.type === 'input_json_delta') inputs.set(event.index, (inputs.get(event.index) ?? '') + event.delta.partial_json);
  });
  const { content, stop_reason: stopReason, usage } = await stream.finalMessage();
  return { content: content.map((block, index) => withInput(block, inputs.get(index))), stopReason, tokens: tokensOf(usage) };
}

/** The library mends JSON that was cut off; a file that is half written would pass for a whole one. */
function withInput(block: Anthropic.ContentBlock, json: string | undefined): JsonObject {
  if (block.type !== 'tool_use') return { ...block };
  const { id, name } = block;
  return { type: 'tool_use', id, name, input: json === undefined || json === '' ? block.input : (JSON.parse(json) as unknown) };
}

function tokensOf({ input_tokens: input, output_tokens: output, cache_read_input_tokens: cached, cache_creation_input_tokens: written }: Anthropic.Usage): ModelTokens {
  return { input: input + (written ?? 0), output, cached: cached ?? 0, written: written ?? 0 };
}

interface Quiet {
  readonly signal: AbortSignal;
  readonly heard: () => void;
  readonly isOver: () => boolean;
  readonly end: () => void;
}

function whenQuiet(milliseconds: number): Quiet {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  return { signal: controller.signal, heard: () => timer.refresh(), isOver: () => controller.signal.aborted, end: () => clearTimeout(timer) };
}
