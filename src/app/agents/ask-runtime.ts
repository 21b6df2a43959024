/** Asks what a runtime asks, a model for most, one thing: within a run of an agent that coord is itself. */
import type { Outcome } from '../../core/dispatch/outcome.ts';
import { planRun } from '../../core/dispatch/plan-run.ts';
import type { JsonObject } from '../../core/dispatch/runtimes/json-lines.ts';
import type { Agent, Config } from '../../core/model.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { askProgram } from './ask-program.ts';
import type { Ports } from '../ports.ts';

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
  return done(await askProgram({ runner }, { mark: session, cwd: root, planned: planned.value }, tell));
}

/** It only answers: where its runtime knows tools, it may read. */
function asker(id: string, runtime: string, output: JsonObject): Agent {
  return { id, name: id, aliases: [], role: null, focus: null, owns: [], branch: null, needs: [], channel: null, lead: null, more: { runtime, output, tools: ['Read'] }, place: { file: '' } };
}
