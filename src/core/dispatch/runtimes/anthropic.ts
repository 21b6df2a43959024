/**
 * The Anthropic interface directly. The conversation is led by coord itself, as a process like any other agent (`coord
 * converse`): so it has a group, bounds, a log and an end that a crash of the dispatcher does not hide. What it is to do
 * is on its standard input; its last line of output is the result.
 */
import { printAssignment } from '../model/assignment.ts';
import { toolNames } from '../model/tools.ts';
import { readOwnResult } from './own-result.ts';
import type { RunPlan, RunRequest, Runtime } from './runtime.ts';
import { signsOfConversation } from './signs.ts';

export const DEFAULT_KEY = 'ANTHROPIC_API_KEY';

export const anthropic: Runtime = {
  program: null,
  isOwn: true,
  env: ['ANTHROPIC_BASE_URL'],
  keys: [DEFAULT_KEY],
  plan,
  signs: signsOfConversation,
  read: readOwnResult,
};

function plan({ run, prompt, model, turns, costUsd, tools, output, session, own }: RunRequest): RunPlan | null {
  if (model === null || model === '') return null;
  const { program, attempt, key, prices, requestsPerMinute, commands, grounds } = own;
  const assignment = { key, prices, requestsPerMinute, commands, grounds, prompt, model, session, turns, costUsd, recalls: attempt === 1, tools: toolNames(tools), output };
  return { argv: [...(run ?? [program]), 'converse'], stdin: printAssignment(assignment) };
}
