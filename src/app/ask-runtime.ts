/** Asks what a runtime asks, a model for most, one thing: within a run of an agent that coord is itself. */
import { keepLines } from '../core/dispatch/kept-lines.ts';
import { outcome } from '../core/dispatch/outcome.ts';
import type { Outcome } from '../core/dispatch/outcome.ts';
import { planRun } from '../core/dispatch/plan-run.ts';
import type { JsonObject } from '../core/dispatch/runtimes/json-lines.ts';
import type { Agent, Config } from '../core/model.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';
import { outcomeOf } from './run-once.ts';

export interface Question {
  /** Who asks, by id. */
  readonly agent: string;
  /** By name. */
  readonly runtime: string;
  readonly prompt: string;
  /** JSON Schema of the answer. */
  readonly output: JsonObject;
  /** A UUID of this question alone. */
  readonly session: string;
}

/** `tell`: what its program prints, a line each. */
export async function askRuntime({ runner, adoption, location }: Ports, config: Config, { agent, runtime, prompt, output, session }: Question, tell: (line: string) => void): Promise<Result<Outcome>> {
  const { root, folder } = location;
  const planned = planRun(asker(agent, runtime, output), config, { prompt, worktree: root, task: null, territory: { owned: [], folder }, session, program: await adoption.program(), attempt: 1, input: {}, cwd: root, model: null, timeoutSeconds: null });
  if (!planned.ok) return planned;
  const { argv, stdin, env, set, timeoutSeconds, memoryMb } = planned.value;
  const lines = keepLines();
  const started = await runner.start({ job: session, argv, cwd: root, stdin, env, set, timeoutSeconds, memoryMb, onLine: ({ stream, text }) => {
    tell(text);
    if (stream === 'stdout') lines.add(text);
  } });
  if (!started.ok) return done(outcome('no-program', started.refusal.code === 'no-program' ? started.refusal.facts.reason : started.refusal.code));
  const end = await started.value.ended;
  return done(outcomeOf(planned.value, end, lines.all()));
}

/** It only answers: where its runtime knows tools, it may read. */
function asker(id: string, runtime: string, output: JsonObject): Agent {
  return { id, name: id, aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: { runtime, output, tools: ['Read'] }, place: { file: '' } };
}
