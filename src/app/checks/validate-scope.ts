/** Checks whether a change keeps to the paths of its agent and task: what is staged, or what a branch has that its target has not. */
import { checkScope, territoryOf } from '../../core/policy/scope.ts';
import { problem } from '../../core/problem/problem.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { changeActors } from './change-actors.ts';
import type { ChangeActors, ChangeTraces } from './change-actors.ts';
import type { Ports } from '../ports.ts';
import { report } from './validation.ts';
import type { Validation } from './validation.ts';
import type { MergeSides } from '../view.ts';

export interface ScopeRequest {
  /** The branch and what it is to be merged into; null: what is staged. */
  readonly sides: MergeSides | null;
  readonly as: string | null;
  readonly strict: boolean;
}

interface Changed {
  readonly paths: readonly string[];
  readonly traces: Omit<ChangeTraces, 'as'>;
}

export async function validateScope(ports: Ports, { sides, as, strict }: ScopeRequest): Promise<Result<Validation>> {
  const opened = await ports.store.open();
  if (!opened.ok) return opened;
  const view = opened.value;
  const { folder } = ports.location;
  if (view.survey.configBroken) return refused('settings-broken', { file: `${folder}/coord.yaml` });
  const changed = sides === null ? done(await stagedChange(ports)) : await branchChange(ports, sides);
  if (!changed.ok) return changed;
  const { paths, traces } = changed.value;
  const actors = await changeActors(ports, view, { ...traces, as });
  if (!actors.ok) return actors;
  const found = problemsOf(paths, actors.value, territoryOf(view.survey, folder));
  const { agents = [], tasks = [] } = actors.value.kind === 'unknown' ? {} : actors.value;
  const of = { agents, tasks: tasks.map(({ id }) => id), since: sides?.names.theirs ?? null };
  return done({ ...(await report(view, { problems: [], beyond: found, others: 0, of }, strict)), filesChecked: actors.value.kind === 'agents' ? paths.length : 0 });
}

/** People are held to no paths: somebody reviews what they do. */
function problemsOf(paths: readonly string[], actors: ChangeActors, territory: Parameters<typeof checkScope>[2]): Problem[] {
  if (actors.kind === 'unknown') return [problem('scope-unchecked', { file: `${territory.folder}/coord.yaml` }, { named: actors.named })];
  return actors.kind === 'person' ? [] : checkScope(paths, actors, territory);
}

async function stagedChange({ git }: Ports): Promise<Changed> {
  const [paths, { branch }] = await Promise.all([git.stagedPaths(), git.head()]);
  return { paths, traces: { branch, trailers: { agents: [], tasks: [] } } };
}

async function branchChange({ git }: Ports, { ours, theirs, names }: MergeSides): Promise<Result<Changed>> {
  const [head, ...targets] = await Promise.all([ours, ...theirs].map((revision) => git.commitAt(revision)));
  const target = targets.find((commit) => commit !== null) ?? null;
  const isShallow = await git.isShallow();
  if (!head) return isShallow ? refused('shallow-history', names) : refused('no-such-ref', { ref: ours });
  if (target === null) return refused('no-such-ref', { ref: theirs[0] });
  const base = await git.mergeBase(head, target);
  if (base === null) return refused(isShallow ? 'shallow-history' : 'unrelated-histories', names);
  const [paths, agents, tasks] = await Promise.all([git.changedPaths(base, head), git.trailers(base, head, 'Coord-Agent'), git.trailers(base, head, 'Coord-Task')]);
  return done({ paths: paths.map(({ path }) => path), traces: { branch: names.ours, trailers: { agents, tasks } } });
}
