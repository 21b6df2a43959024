/** Whether a job that changed nothing may still count: what nobody can look at, and nothing proves, is not done. */
import { agentList } from '../agent-list.ts';
import { fileKind } from '../documents/file-kind.ts';
import type { Agent, Task } from '../model.ts';

/** By a verifier, by what it was to leave, or by an answer that was held to a form: a review changes nothing, and may be done. */
export function provesItself({ verify, artifacts }: Task, agent: Agent): boolean {
  return verify.length > 0 || artifacts.length > 0 || agentList(agent, 'verifiers').length > 0 || (agent.more['output'] ?? null) !== null;
}

/** Its own task's file and what it handed over say what was done; they are not what was done. */
export function changesAnything(paths: readonly string[], { place }: Task, folder: string): boolean {
  const isTalk = (path: string): boolean => path === place.file || (path.startsWith(`${folder}/`) && fileKind(path.slice(folder.length + 1)) === 'handoff');
  return !paths.every(isTalk);
}

export const NO_CHANGE = { reason: 'no-change', message: 'it changed nothing, and no verifier and no artifact shows that its task is done' } as const;
