/** A whole answer in words, as the interfaces that Codex and Gemini speak stream it. */
import type { Speech } from './model-server.ts';

type Data = Readonly<Record<string, unknown>>;

/** Lines of an event stream by the path that was asked; null: that is neither of the two. */
export function otherStream(path: string, { text = '', usage: { input = 10, output = 5, cached = 0 } = {} }: Speech): string | null {
  if (/\/responses(?:\?|$)/.test(path)) {
    const item = { type: 'message', role: 'assistant', id: 'item_1', status: 'completed', content: [{ type: 'output_text', text, annotations: [] }] };
    const usage = { input_tokens: input, input_tokens_details: { cached_tokens: cached }, output_tokens: output, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: input + output };
    const events: readonly Data[] = [
      { type: 'response.created', response: { id: 'resp_1' } },
      { type: 'response.output_item.added', output_index: 0, item: { ...item, status: 'in_progress', content: [] } },
      { type: 'response.output_text.delta', output_index: 0, content_index: 0, item_id: 'item_1', delta: text },
      { type: 'response.output_item.done', output_index: 0, item },
      { type: 'response.completed', response: { id: 'resp_1', status: 'completed', output: [item], usage } },
    ];
    return events.map((event) => `event: ${String(event['type'])}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  }
  if (!path.includes('enerateContent')) return null;
  const answer = { candidates: [{ index: 0, finishReason: 'STOP', content: { role: 'model', parts: [{ text }] } }], usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, cachedContentTokenCount: cached, totalTokenCount: input + output }, modelVersion: 'flash' };
  return path.includes('streamGenerateContent') ? `data: ${JSON.stringify(answer)}\n\n` : JSON.stringify(answer);
}
