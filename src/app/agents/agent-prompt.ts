/** The prompt of an agent, for a task or for none. */
import { agentFile } from '../../core/dispatch/agent-faults.ts';
import { checkAgent } from '../../core/dispatch/check-agent.ts';
import { promptOf } from '../../core/dispatch/prompt/prompt-of.ts';
import type { Agent, Handoff, Task } from '../../core/model.ts';
import { newestFirst } from '../../core/policy/handoff-inbox.ts';
import { placeProblems } from '../../core/documents/place-problems.ts';
import type { PlacedProblem, Problem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { handoffsOf } from '../handoffs/find-handoff.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface PromptRequest {
  readonly agent: Agent;
  readonly task: Task | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly branch: string | null;
  readonly worktree: string;
  readonly handoffs: readonly Handoff[];
}

const MOST_HANDOFFS = 8;

/** Refused where its file has a mistake: half a prompt is none. */
export async function agentPrompt({ location }: Pick<Ports, 'location'>, view: View, request: PromptRequest): Promise<Result<string>> {
  const { agent } = request;
  const { config } = view.survey;
  const file = agentFile(location.folder, agent.id);
  const text = await view.text(file);
  const configFile = `${location.folder}/coord.yaml`;
  const problems = checkAgent(agent, { file, text, configFile, config });
  if (problems.length > 0) return refused('bad-agent', { agent: agent.id, problems: await placed(view, problems) });
  const prompt = promptOf({ ...request, project: config.project ?? null });
  return 'text' in prompt ? done(prompt.text) : refused('bad-agent', { agent: agent.id, problems: [] });
}

/** What was handed over of a task and of what it waited for, newest first. */
export function handoffsFor(view: View, task: Task): readonly Handoff[] {
  const about = new Set([task.id, ...task.dependencies.map(({ id }) => id)].map((id) => id.toLowerCase()));
  const lines = view.survey.handoffs.filter((line) => line.task !== null && about.has(line.task.toLowerCase())).sort(newestFirst);
  return handoffsOf(view, lines.slice(0, MOST_HANDOFFS));
}

async function placed(view: View, problems: readonly Problem[]): Promise<readonly PlacedProblem[]> {
  const files = [...new Set(problems.map(({ place }) => place.file))];
  const texts = new Map(await Promise.all(files.map(async (file) => [file, await view.text(file)] as const)));
  return placeProblems(problems, (file) => texts.get(file) ?? null);
}
