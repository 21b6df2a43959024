/** What came of one run of an agent. */
import type { RunAnswer } from '../../app/agents/run-agent.ts';
import { readGenerated } from '../../core/generate/generated.ts';
import { generatedText } from './generate.ts';
import { plainLines, say } from '../text/plain.ts';
import { duration } from '../text/time.ts';
import { count, listed, onLines, unstopped } from '../text/words.ts';

/** The answer itself, as its runtime gave it; what the program printed where it gave none. */
export function runText({ kind, outcome, tail }: RunAnswer): string {
  const { output } = outcome;
  const generated = kind === 'generator' ? readGenerated(output) : null;
  if (generated !== null) return generatedText(generated);
  if (output === null) return plainLines(tail);
  return plainLines(typeof output === 'string' ? output : JSON.stringify(output, null, 2)).trimEnd();
}

export function runTalk(run: RunAnswer): string {
  const { job, agent, changed, outside, leftovers, seconds } = run;
  return onLines(
    say`${agent} ${verdict(run)} in ${duration(seconds * 1000)}${cost(run)}.`,
    run.outcome.reason === 'no-program' ? say`Install it, or correct what runs ${agent}: runtimes in coord.yaml` : changed.length === 0 ? 'It changed no files.' : say`It changed ${listed(changed, 8)}.`,
    outside.length === 0 ? '' : say`Out of its bounds: ${listed(outside, 8)}. Nothing was taken back: git diff shows it.`,
    leftovers === 0 ? '' : `It left ${count(leftovers, 'process', 'processes')} running, which ${leftovers === 1 ? 'was' : 'were'} stopped.`,
    say`Job ${job}.`,
  );
}

function verdict({ state, outcome, outside }: RunAnswer): string {
  if (state === 'success') return 'succeeded';
  if (state === 'cancelled') return 'was stopped';
  return outcome.reason === 'ok' && outside.length > 0 ? 'failed (outside-scope)' : `failed (${outcome.reason}${outcome.message === null ? '' : `: ${unstopped(outcome.message)}`})`;
}

function cost({ outcome }: RunAnswer): string {
  const { cost_usd: dollars, cost_basis: basis, tokens } = outcome;
  const read = tokens === null ? '' : `, ${tokens.input + tokens.cached} tokens in and ${tokens.output} out`;
  return `${read}${dollars === null || (dollars === 0 && tokens === null) ? '' : `, $${dollars.toFixed(dollars < 0.1 ? 4 : 2)}${basis === 'priced' ? ' by price' : ''}`}`;
}
