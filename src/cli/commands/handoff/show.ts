import { handoffShow } from '../../../app/handoffs/handoff-show.ts';
import type { ShownHandoff } from '../../../app/handoffs/handoff-show.ts';
import type { Ports } from '../../../app/ports.ts';
import type { HandoffShowAnswer } from '../../../core/schemas/types.ts';
import { withinBudget } from '../../../present/text/budget.ts';
import { handoffLines } from '../../../present/handoffs/handoff.ts';
import { plain } from '../../../present/text/plain.ts';
import type { Input, Reply, Screen } from '../../command.ts';
import { handoffEntry } from '../../entries.ts';
import { countOption } from '../../options.ts';
import { refuse } from '../../refuse.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const budget = countOption(input, 'budget', 1000);
  if (!budget.ok) return refuse(budget.refusal, screen);
  const name = input.args[0] ?? '';
  const answer = await handoffShow(ports, name);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { handoffs, problems } = answer.value;
  const lines = handoffs.flatMap((shown, index) => [...(index === 0 ? [] : ['']), ...handoffLines(shown, screen)]);
  const text = withinBudget(lines, budget.value, `cut after ${budget.value} words: coord handoff show ${plain(name)} --budget ${4 * budget.value}`);
  const data: HandoffShowAnswer = { handoffs: handoffs.map(entry) };
  return { exit: 0, text, data, problems };
}

function entry({ handoff, title, touched, missing, changed, unknown }: ShownHandoff): HandoffShowAnswer['handoffs'][number] {
  const { completed, ready, blockers, artifacts, base, head, branch, tree, token, verification, ruledOut, notes, place } = handoff;
  return {
    ...handoffEntry({ ...handoff, file: place.file }),
    title,
    task_completed: [...completed],
    dependencies_ready: [...ready],
    blockers: [...blockers],
    artifacts: artifacts.map((artifact) => ({ ...artifact })),
    base,
    head,
    branch,
    tree,
    token,
    verification: verification.map(({ name, command, exitCode, at, ranChanged }) => ({ name, command, exit_code: exitCode, at, ran_changed: [...(ranChanged ?? [])] })),
    ruled_out: [...ruledOut],
    notes,
    touched: touched && [...touched],
    missing: [...missing],
    changed: [...changed],
    unknown: [...unknown],
  };
}
