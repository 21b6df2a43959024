import type { Ports } from '../../app/ports.ts';
import { show } from '../../app/overview/show.ts';
import type { ShowAnswer as Answer } from '../../app/overview/show.ts';
import type { PathSurroundings } from '../../app/overview/show-path.ts';
import type { TaskNeighbourhood } from '../../app/overview/show-task.ts';
import type { ShowAnswer, ShowPath, ShowTask } from '../../core/schemas/types.ts';
import { withinBudget } from '../../present/text/budget.ts';
import { decisionLines } from '../../present/decisions/decision.ts';
import { plain } from '../../present/text/plain.ts';
import { showPathLines } from '../../present/overview/show-path.ts';
import { showTaskLines } from '../../present/overview/show-task.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { blockerEntry, claimEntry, decisionEntry, decisionStandingEntry, handoffEntry, taskEntry, taskRow } from '../entries.ts';
import { countOption } from '../options.ts';
import { refuse } from '../refuse.ts';

type Shown = Answer['shown'];

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const budget = countOption(input, 'budget', 400);
  if (!budget.ok) return refuse(budget.refusal, screen);
  const name = input.args[0] ?? '';
  const answer = await show(ports, name, input.as);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { shown, problems } = answer.value;
  const { lines, data } = partsOf(shown, screen);
  const text = withinBudget(lines, budget.value, `cut after ${budget.value} words: coord show ${plain(name)} --budget ${4 * budget.value}`);
  return { exit: 0, text, data, problems };
}

function partsOf(shown: Shown, screen: Screen): { readonly lines: readonly string[]; readonly data: ShowAnswer } {
  switch (shown.what) {
    case 'task':
      return { lines: showTaskLines(shown, screen), data: taskData(shown) };
    case 'decision':
      return { lines: decisionLines(shown, screen), data: { what: 'decision', standing: decisionStandingEntry(shown), why: shown.why } };
    case 'path':
      return { lines: showPathLines(shown, screen), data: pathData(shown) };
  }
}

function taskData({ task, dependencies, dependents, claim, handoffs, blockers }: TaskNeighbourhood): ShowTask {
  return {
    what: 'task',
    task: taskEntry(task),
    dependencies: [...dependencies],
    dependents: [...dependents],
    claim: claim && claimEntry(claim),
    handoffs: handoffs.map(handoffEntry),
    blockers: blockers.map(blockerEntry),
  };
}

function pathData({ path, owners, areas, decisions, tasks }: PathSurroundings): ShowPath {
  return {
    what: 'path',
    path,
    owners: [...owners],
    areas: areas.map(({ name, owner, decisionMaker, reviewers }) => ({ name, owner, decision_maker: decisionMaker, reviewers: [...reviewers] })),
    decisions: decisions.map(decisionEntry),
    tasks: tasks.map(taskRow),
  };
}
