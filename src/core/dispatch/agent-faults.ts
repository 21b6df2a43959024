/**
 * Errors in what says how an agent is run. A setting that is of no use is left out when files are read: without it
 * the agent would run otherwise than somebody meant, perhaps without its bounds. So it does not run.
 */
import type { Agent, Pointer } from '../model.ts';
import { severityOf } from '../problem/problem.ts';
import type { PlacedProblem } from '../problem/problem.ts';

export function agentFaults(problems: readonly PlacedProblem[], folder: string, agent: Agent): readonly PlacedProblem[] {
  return problems.filter((found) => {
    const { file, pointer } = found.place;
    if (severityOf(found) !== 'error') return false;
    return file === agentFile(folder, agent.id) || (file === `${folder}/coord.yaml` && isAbout(agent, pointer ?? []));
  });
}

export function agentFile(folder: string, id: string): string {
  return `${folder}/agents/${id}.md`;
}

/** Whom else an agent needs something from has nothing to do with its run. */
function isAbout({ id, more }: Agent, [part, name, field]: Pointer): boolean {
  switch (part) {
    case 'team':
      return name === undefined || (name === id && field !== 'needs');
    case 'runtimes':
      return name === undefined || name === more['runtime'];
    default:
      return part === 'limits';
  }
}
