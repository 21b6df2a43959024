/** Lets the model of a runtime look at a change: one run of that runtime, which may read and change nothing. */
import { NOTHING_TOLD, outcome } from '../../core/dispatch/outcome.ts';
import type { Outcome } from '../../core/dispatch/outcome.ts';
import { keysOf, seenBy } from '../../core/dispatch/plan-run.ts';
import { RUNTIMES } from '../../core/dispatch/runtimes/by-kind.ts';
import type { RuntimeSettings } from '../../core/schemas/types.ts';
import { changeForModel } from '../../core/review/change-for-model.ts';
import type { ReviewModel } from '../../core/review/assignment.ts';
import type { ChangedFile } from '../../core/review/change.ts';
import { notMade, told } from '../../core/review/finding.ts';
import type { Finding } from '../../core/review/finding.ts';
import { MODEL_OUTPUT, MODEL_TOOLS, modelPrompt, readModelReview } from '../../core/review/model-review.ts';
import type { Checked } from '../../core/review/review.ts';
import { askProgram } from '../agents/ask-program.ts';
import type { Ports } from '../ports.ts';

export interface ModelChecked extends Checked {
  /** What it used and cost. */
  readonly outcome: Outcome;
}

/** `tell`: each line that it prints while it works. */
export async function askModel(ports: Ports, model: ReviewModel, changed: readonly ChangedFile[], tell: (line: string) => void): Promise<ModelChecked> {
  const { name, settings } = model;
  const { text, leftOut } = changeForModel(changed);
  if (text === '') return { name, state: 'idle', findings: unseen(name, leftOut), dropped: 0, known: 0, outcome: FREE };
  const ran = settings === null ? outcome('no-program', 'coord.yaml has no runtime of that name that asks a model') : await run(ports, model, settings, modelPrompt(model.preface, text), tell);
  if (ran.reason !== 'ok') return { name, state: 'failed', findings: [notMade(name, `${name} did not review the change (${ran.reason}${ran.message === null ? '' : `: ${ran.message}`}).`, 'coord jobs logs tells what it said; --no-ask-model leaves it out.')], dropped: 0, known: 0, outcome: ran };
  const { findings, dropped } = readModelReview(ran.output, changed, name);
  return { name, state: 'done', findings: [...unseen(name, leftOut), ...findings], dropped, known: 0, outcome: ran };
}

/** Nothing was asked, so nothing was used. */
const FREE: Outcome = outcome('ok', null, { ...NOTHING_TOLD, cost_usd: 0, cost_basis: 'reported' });

function unseen(by: string, paths: readonly string[]): readonly Finding[] {
  return paths.map((file) => ({ file, line: null, severity: 'info', category: 'review', message: told(`${by} did not see this file: too much of it changed for one look.`), suggestion: 'Look at it yourself, or review the change in parts by --range.', by }));
}

async function run(ports: Ports, { model, session, turns, costUsd, requestsPerMinute, attempt }: ReviewModel, settings: RuntimeSettings, prompt: string, tell: (line: string) => void): Promise<Outcome> {
  const runtime = RUNTIMES[settings.kind];
  const { root, folder } = ports.location;
  const prices = settings.prices ?? {};
  const own = { program: await ports.adoption.program(), key: keysOf({ settings, runtime })[0] ?? '', prices, requestsPerMinute, attempt, commands: [], grounds: { agent: 'reviewer', writes: [], task: null, territory: { owned: [], folder } }, cwd: root };
  const plan = runtime.plan({ run: settings.run ?? null, prompt, model, turns, costUsd, worktree: root, tools: MODEL_TOOLS, output: MODEL_OUTPUT, session, own, input: {}, config: {} });
  if (plan === null) return outcome('no-program', 'nothing says which command or model that is');
  const planned = { ...plan, env: seenBy({ settings, runtime }), set: {}, timeoutSeconds: Infinity, memoryMb: null, runtime, output: MODEL_OUTPUT, model, prices };
  return askProgram(ports, { mark: `review-${session}`, cwd: root, planned }, tell);
}
