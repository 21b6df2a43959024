/** What a run cost by the tokens it used, where its runtime tells these and no cost. Never guessed: without a price it is unknown. */
import type { ModelPrice } from '../schemas/types.ts';
import type { Outcome } from './outcome.ts';

/** As published in November 2026, US dollars per million tokens. What is read from a cache has no price here: it differs. */
const PUBLISHED: Readonly<Record<string, ModelPrice>> = {
  'claude-opus-5-5': { input: 4, output: 20 },
  'claude-sonnet-5-5': { input: 2, output: 10 },
  'claude-haiku-5-5': { input: 0.1, output: 0.5 },
  'claude-fable-5-2': { input: 8, output: 40 },
};

/** `prices`: by model, as coord.yaml has them; they count before what was published. */
export function priced(outcome: Outcome, model: string | null, prices: Readonly<Record<string, ModelPrice>>): Outcome {
  const { tokens, cost_basis: basis } = outcome;
  const price = model === null ? undefined : [prices, PUBLISHED].find((some) => Object.hasOwn(some, model))?.[model];
  if (basis !== 'unknown' || tokens === null || price === undefined) return outcome;
  const cached = price.cached ?? null;
  if (tokens.cached > 0 && cached === null) return outcome;
  const micro = tokens.input * price.input + tokens.output * price.output + tokens.cached * (cached ?? 0);
  return { ...outcome, cost_usd: micro / 1e6, cost_basis: 'priced' };
}
