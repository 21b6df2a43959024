/** Checks everything: files, how records fit together, git and the clock. Writes nothing. */
import type { Handoff, Place } from '../../core/model.ts';
import { causedBy } from '../../core/policy/caused-by.ts';
import { checkClock, checkHandoffs } from '../../core/policy/check-workspace.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { agentProblems } from '../agents/agent-problems.ts';
import { gatherEvidence } from '../handoffs/handoff-evidence.ts';
import type { Ports } from '../ports.ts';
import { report } from './validation.ts';
import type { Validation } from './validation.ts';

export interface ValidateRequest {
  readonly staged: boolean;
  readonly strict: boolean;
}

export async function validate(ports: Ports, request: ValidateRequest): Promise<Result<Validation>> {
  return request.staged ? validateStaged(ports, request.strict) : validateAll(ports, request.strict);
}

async function validateAll(ports: Ports, strict: boolean): Promise<Result<Validation>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const beyond = [...(await problemsInGit(ports, view.workspace().handoffs)), ...(await agentProblems(view, ports.location.folder)), ...checkClock(view.survey, ports.clock.now().getTime())];
  return done(await report(view, { problems: view.problems, beyond, others: 0, of: 'files' }, strict));
}

/** What is staged answers for itself only: git's objects and the clock are asked no more than that needs. */
async function validateStaged(ports: Ports, strict: boolean): Promise<Result<Validation>> {
  const opened = await ports.store.openStaged();
  if (!opened.ok) return opened;
  const { staged, before, changed } = opened.value;
  const { own, others } = causedBy(changed, staged.problems, before);
  const isStaged = ({ place }: { readonly place: Place }): boolean => changed.has(place.file);
  const touches = (folder: string): boolean => [...changed].some((file) => file.includes(folder));
  const handoffs = touches('/handoffs/') ? staged.workspace().handoffs.filter(isStaged) : [];
  const late = touches('/decisions/') || touches('/blockers/') ? checkClock(staged.survey, ports.clock.now().getTime()) : [];
  const ofAgents = touches('/agents/') || touches('/coord.yaml') ? await agentProblems(staged, ports.location.folder) : [];
  const beyond = [...(await problemsInGit(ports, handoffs)), ...[...ofAgents, ...late].filter(isStaged)];
  return done(await report(staged, { problems: own, beyond, others: others.length, of: 'staged' }, strict));
}

async function problemsInGit(ports: Ports, handoffs: readonly Handoff[]): Promise<Problem[]> {
  return handoffs.length === 0 ? [] : checkHandoffs(handoffs, await gatherEvidence(ports, handoffs));
}
