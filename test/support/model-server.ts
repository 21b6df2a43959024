/** A service that speaks the Messages interface on this machine: real HTTP, real streams, and what it says is in a script. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { onLoopback } from './loopback.ts';
import { otherStream } from './other-interfaces.ts';

export interface Usage {
  readonly input?: number;
  readonly output?: number;
  readonly cached?: number;
  readonly written?: number;
}

/** A whole answer of a model. */
export interface Speech {
  readonly text?: string;
  readonly tools?: readonly { readonly name: string; readonly input: unknown }[];
  readonly stop?: string;
  readonly usage?: Usage;
}

export type Scripted =
  | (Speech & { readonly is: 'speech' })
  /** The stream ends after so many of its events, as if the line had been cut. */
  | (Speech & { readonly is: 'cut'; readonly after: number })
  /** An error in the middle of a stream. */
  | { readonly is: 'broken'; readonly type: string; readonly message: string }
  | { readonly is: 'refusal'; readonly status: number; readonly type: string; readonly message: string; readonly headers?: Readonly<Record<string, string>> }
  /** Nothing comes: before the first event, or after it. */
  | { readonly is: 'silence'; readonly after: 'nothing' | 'start' }
  /** What is no JSON, in the input of a tool or as a whole event. */
  | { readonly is: 'garbage'; readonly where: 'tool' | 'event' };

export interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: HeardBody;
}

export interface HeardBody {
  readonly model: string;
  readonly system?: unknown;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly tools?: readonly { readonly name: string }[];
  readonly output_config?: unknown;
  readonly cache_control?: unknown;
  readonly stream?: boolean;
}

export interface ModelServer {
  readonly url: string;
  /** Requests for messages, in their order. */
  readonly heard: readonly Heard[];
  close(): Promise<void>;
}

export const speech = (text: string, more: Speech = {}): Scripted => ({ is: 'speech', text, ...more });
export const toolUse = (name: string, input: unknown, more: Speech = {}): Scripted => ({ is: 'speech', tools: [{ name, input }], ...more });

/** `script`: what it says, one a request; or what it says to a request. Past its end every request is refused. */
export async function startModelServer(script: readonly Scripted[] | ((heard: Heard, index: number) => Scripted)): Promise<ModelServer> {
  const heard: Heard[] = [];
  const says = (one: Heard, index: number): Scripted => (typeof script === 'function' ? script(one, index) : (script[index] ?? { is: 'refusal', status: 400, type: 'invalid_request_error', message: 'the script is over' }));
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? '';
      const one: Heard = { path, headers: request.headers, body: body as HeardBody };
      if (/\/messages(?:\?|$)/.test(path)) answer(response, says(one, heard.push(one) - 1), one.body);
      else if (otherStream(path, {}) !== null) answerOther(response, says(one, heard.push(one) - 1), path);
      else json(response, 404, { type: 'error', error: { type: 'not_found_error', message: 'there is no such thing here' } });
    });
  });
  return { heard, ...(await onLoopback(server)) };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += String(piece);
  return text === '' ? {} : (JSON.parse(text) as unknown);
}

function json(response: ServerResponse, status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1', ...headers }).end(JSON.stringify(value));
}

function answer(response: ServerResponse, scripted: Scripted, { model, stream }: HeardBody): void {
  if (scripted.is === 'refusal') json(response, scripted.status, { type: 'error', error: { type: scripted.type, message: scripted.message } }, scripted.headers);
  else if (scripted.is === 'speech' && stream !== true) json(response, 200, wholeMessage(scripted, model));
  else if (scripted.is !== 'silence' || scripted.after !== 'nothing') streamed(response, scripted, model);
}

function answerOther(response: ServerResponse, scripted: Scripted, path: string): void {
  if (scripted.is === 'refusal') json(response, scripted.status, { error: { code: scripted.status, status: scripted.type, message: scripted.message } });
  else if (scripted.is === 'speech') response.writeHead(200, { 'content-type': path.includes(':generateContent') ? 'application/json' : 'text/event-stream' }).end(otherStream(path, scripted));
}

function streamed(response: ServerResponse, scripted: Streamed, model: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_1' });
  for (const [type, data] of eventsOf(scripted, model)) response.write(`event: ${type}\ndata: ${typeof data === 'string' ? data : JSON.stringify({ type, ...data })}\n\n`);
  if (scripted.is === 'cut') response.socket?.end();
  else if (scripted.is !== 'silence') response.end();
}

type Streamed = Exclude<Scripted, { readonly is: 'refusal' }>;
type Event = readonly [type: string, data: Readonly<Record<string, unknown>> | string];

function eventsOf(scripted: Streamed, model: string): readonly Event[] {
  const start = startOf(model, {});
  switch (scripted.is) {
    case 'speech':
      return speechEvents(scripted, model);
    case 'cut':
      return speechEvents(scripted, model).slice(0, scripted.after);
    case 'silence':
      return [start];
    case 'broken':
      return [start, ['error', { error: { type: scripted.type, message: scripted.message } }]];
    case 'garbage':
      return scripted.where === 'event' ? [start, ['content_block_start', '{"type":"content_block_start","index":']] : [start, ...block(0, { type: 'tool_use', id: 'toolu_0', name: 'write_file', input: {} }, [{ type: 'input_json_delta', partial_json: '{"path":"a.txt","text":"hal' }]), ...endOf('tool_use', {})];
  }
}

function speechEvents({ text, tools = [], stop, usage = {} }: Speech, model: string): readonly Event[] {
  const words = text === undefined ? [] : block(0, { type: 'text', text: '' }, (text.match(/[^]{1,7}/g) ?? []).map((piece) => ({ type: 'text_delta', text: piece })));
  const first = text === undefined ? 0 : 1;
  const uses = tools.flatMap(({ name, input }, index) => {
    const whole = JSON.stringify(input);
    const half = Math.ceil(whole.length / 2);
    return block(first + index, { type: 'tool_use', id: idOf(index), name, input: {} }, [whole.slice(0, half), whole.slice(half)].map((piece) => ({ type: 'input_json_delta', partial_json: piece })));
  });
  return [startOf(model, usage), ['ping', {}], ...words, ...uses, ...endOf(stop ?? (tools.length > 0 ? 'tool_use' : 'end_turn'), usage)];
}

const idOf = (index: number): string => `toolu_${index}`;

const usageOf = ({ input = 10, output = 5, cached = 0, written = 0 }: Usage) => ({ input_tokens: input, output_tokens: output, cache_read_input_tokens: cached, cache_creation_input_tokens: written });

const startOf = (model: string, usage: Usage): Event => ['message_start', { message: { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null, usage: { ...usageOf(usage), output_tokens: 1 } } }];

function block(index: number, started: Readonly<Record<string, unknown>>, deltas: readonly Readonly<Record<string, unknown>>[]): readonly Event[] {
  return [['content_block_start', { index, content_block: started }], ...deltas.map((delta): Event => ['content_block_delta', { index, delta }]), ['content_block_stop', { index }]];
}

const endOf = (stop: string, usage: Usage): readonly Event[] => [['message_delta', { delta: { stop_reason: stop, stop_sequence: null }, usage: { output_tokens: usageOf(usage).output_tokens } }], ['message_stop', {}]];

function wholeMessage({ text, tools = [], stop, usage = {} }: Speech, model: string) {
  const content = [...(text === undefined ? [] : [{ type: 'text', text }]), ...tools.map(({ name, input }, index) => ({ type: 'tool_use', id: idOf(index), name, input }))];
  return { id: 'msg_1', type: 'message', role: 'assistant', model, content, stop_reason: stop ?? (tools.length > 0 ? 'tool_use' : 'end_turn'), stop_sequence: null, usage: usageOf(usage) };
}
