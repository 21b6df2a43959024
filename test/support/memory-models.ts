/** Models in memory: what they answer is in a script, what is asked of them is kept, nobody waits. */
import type { Models } from '../../src/app/ports/model-port.ts';
import type { ModelAnswer, ModelFailure, ModelRequest } from '../../src/core/dispatch/model/message.ts';

export interface MemoryModels extends Models {
  readonly asked: readonly ModelRequest[];
  /** Requests whose answers are remembered. */
  readonly kept: ReadonlyMap<string, ModelAnswer>;
}

export type Reply = { readonly answer: ModelAnswer } | { readonly failure: ModelFailure };

/** `waits`: milliseconds that each asking for admission is told, one after the other; then none. */
export function memoryModels(script: readonly Reply[], { waits = [], hasKey = true }: { readonly waits?: readonly number[]; readonly hasKey?: boolean } = {}): MemoryModels {
  const asked: ModelRequest[] = [];
  const kept = new Map<string, ModelAnswer>();
  const left = [...waits];
  const name = (request: ModelRequest): string => JSON.stringify(request);
  return {
    asked,
    kept,
    takeKey: () => Promise.resolve(hasKey),
    ask({ request, onText }) {
      const reply = script[asked.length] ?? { failure: { kind: 'refused', message: 'the script is over', retryAfterSeconds: null } };
      asked.push(request);
      if ('answer' in reply) for (const { text } of reply.answer.content) if (typeof text === 'string') onText(text);
      return Promise.resolve(reply);
    },
    admit: () => Promise.resolve(left.shift() ?? 0),
    recall: (request) => Promise.resolve(kept.get(name(request)) ?? null),
    keep(request, answer) {
      kept.set(name(request), answer);
      return Promise.resolve();
    },
    forget(request) {
      kept.delete(name(request));
      return Promise.resolve();
    },
  };
}
