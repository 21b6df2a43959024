/** An agent's program that nobody committed stands where its dispatcher is, and in no worktree. */
import { runtimeOf } from '../../core/dispatch/plan-run.ts';
import type { Job } from '../../core/dispatch/job.ts';
import type { Outcome } from '../../core/dispatch/outcome.ts';
import { commandFiles } from '../../core/documents/command-files.ts';
import type { Ports } from '../ports.ts';

/** Why its run came to nothing, where that is so; null: it is not. */
export async function notCommitted(ports: Ports, { agent: id }: Job, { reason }: Outcome, worktree: string): Promise<string | null> {
  if (reason !== 'exit' && reason !== 'no-program') return null;
  const [opened, there] = await Promise.all([ports.store.open(), ports.at(worktree)]);
  const agent = opened.ok ? opened.value.survey.agents.find((one) => one.id === id) : undefined;
  if (!opened.ok || !there.ok || agent === undefined) return null;
  const runtime = runtimeOf(agent, opened.value.survey.config);
  const named = runtime.ok ? commandFiles(runtime.value.settings.run ?? [], ports.location.root) : [];
  const found = await Promise.all(named.map(async (path) => ((await ports.files.has(path)) && !(await there.value.files.has(path)) ? [path] : [])));
  const lacking = found.flat();
  const isOne = lacking.length === 1;
  return lacking.length === 0 ? null : `${lacking.join(', ')}, by which it is run, ${isOne ? 'is' : 'are'} not in the commit that its worktree was made from: commit ${isOne ? 'it' : 'them'} first`;
}
