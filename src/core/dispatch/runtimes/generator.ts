/**
 * The generator: coord itself, as a process like any other agent (`coord generate`), so that it has bounds, a log and an
 * end. It takes its own input and no prompt; its last line of output is the result. What is called its model is the name of
 * the runtime that makes an entity of prose.
 */
import { GENERATOR_INPUTS, printGeneration } from '../../generate/generation.ts';
import { runtimeBehind } from '../own-kinds.ts';
import type { JsonObject } from './json-lines.ts';
import { readOwnResult } from './own-result.ts';
import type { RunPlan, RunRequest, Runtime } from './runtime.ts';
import { signsOfLines } from './signs.ts';

export const generator: Runtime = {
  program: null,
  isOwn: true,
  env: [],
  keys: [],
  agent: {
    description: 'Makes the files of a module from the description of an entity, and runs their tests.',
    inputs: GENERATOR_INPUTS,
  },
  plan,
  read: readOwnResult,
  signs: signsOfLines,
};

function plan({ run, model, session, own, input, config }: RunRequest): RunPlan {
  const through = model === null ? null : runtimeBehind(model, config);
  const generation = {
    input: { entity: textIn(input, 'entity'), describe: textIn(input, 'describe'), set: textIn(input, 'set') || 'node', into: textIn(input, 'into'), force: input['force'] === true, dry_run: input['dry_run'] === true },
    cwd: own.cwd,
    model,
    session,
    grounds: own.grounds,
  };
  return { argv: [...(run ?? [own.program]), 'generate'], stdin: printGeneration(generation), ...(through === null ? {} : { through }) };
}

/** '' where nothing is said: an entry of somebody's own may take less. */
function textIn(input: JsonObject, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : '';
}
