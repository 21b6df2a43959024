/** What must hold before a held task may be called done, checked in the order of docs/protocol.md, "Done". */
import type { Verifier } from '../../core/documents/verifier.ts';
import type { Task } from '../../core/model.ts';
import { lackingApprovers } from '../../core/policy/approval.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { branchFor } from '../../core/schedule/branch-pattern.ts';
import { criteriaText } from '../../core/schedule/criteria.ts';
import type { Held } from '../claims/held-task.ts';
import type { Ports } from '../ports.ts';
import { taskVerifiers } from './task-verifiers.ts';
import type { View } from '../view.ts';
import { whatIsLeft } from './what-is-left.ts';

/** The commit that is to be proven. */
export interface Work {
  readonly head: string;
  readonly tree: string;
  readonly branch: string | null;
  /** The commit that it began at; null: that is not known. */
  readonly since: string | null;
  readonly verifiers: readonly Verifier[];
}

/** What proves the work of a job, which is not for the settings at hand to say. All is committed there, and nobody else stages anything. */
export type Ground = Pick<Work, 'since' | 'verifiers'>;

export async function checkDone(ports: Ports, view: View, held: Held, task: Task, ground: Ground | null): Promise<Result<Work>> {
  const against = whatForbids(ports, view, held, task);
  if (against !== null) return against;
  const { commit: head, tree, branch } = await ports.git.head();
  if (head === null || tree === null) return refused('no-first-commit', { verb: 'done' });
  if (branch === null) return refused('no-branch', { branch: branchFor(held.claim.agent, task.id, view.survey.agents) });
  if (ground !== null) return done({ head, tree, branch, ...ground });
  const paths = await ports.git.uncommitted(ports.location.folder);
  if (paths.length > 0) return refused('uncommitted-work', { paths });
  const verifiers = taskVerifiers(view, ports.location.folder, task, { config: view.survey.config, agent: view.survey.agents.find(({ id }) => id === held.claim.agent) ?? null });
  return verifiers.ok ? done({ head, tree, branch, since: held.claim.head, verifiers: verifiers.value }) : verifiers;
}

function whatForbids(ports: Ports, view: View, { claim }: Held, task: Task): Result<never> | null {
  const { id } = task;
  if (task.status === 'cancelled') return refused('cancelled', { id });
  if (claim.criteria !== ports.digest(criteriaText(task))) return refused('criteria-changed', { id, agent: claim.agent });
  const left = whatIsLeft(view, id);
  if (left !== null) return left;
  const approvers = lackingApprovers(task, view.survey);
  return approvers.length > 0 ? refused('not-approved', { id, approvers }) : null;
}
