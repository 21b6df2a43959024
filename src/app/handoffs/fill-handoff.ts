/** What a handoff says by itself: from git, the task, and what was handed over of it before. */
import { checkPaths } from '../../core/documents/field-checks.ts';
import { withWords } from '../../core/documents/handoff-words.ts';
import type { HandoffWords } from '../../core/documents/handoff-words.ts';
import type { NewHandoff } from '../../core/documents/print-handoff.ts';
import type { Artifact, Task, Verification } from '../../core/model.ts';
import { problem } from '../../core/problem/problem.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Work } from '../tasks/check-done.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export interface HandoffFacts extends Pick<NewHandoff, 'completed' | 'ready' | 'blockers' | 'nextSteps'> {
  readonly task: Task;
  readonly from: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly base: string | null;
  readonly work: Omit<Work, 'verifiers' | 'since'>;
  /** The claim under which the work was done; null: under none that whoever hands over holds. */
  readonly claim: { readonly token: number; readonly nonce: string } | null;
  readonly verification: readonly Verification[];
}

type Needed = Pick<Ports, 'git' | 'location' | 'files'>;

/** More files than that are no reading matter: git shows them. */
const MOST_ARTIFACTS = 30;

export async function fillHandoff(ports: Needed, view: View, facts: HandoffFacts): Promise<NewHandoff> {
  const { task, from, at, base, work, claim, completed, ready, blockers, nextSteps, verification } = facts;
  const earlier = view.workspace().handoffs.filter((handoff) => handoff.task?.toLowerCase() === task.id.toLowerCase());
  return {
    from,
    to: null,
    timestamp: at,
    task: task.id,
    completed,
    ready,
    blockers,
    nextSteps,
    artifacts: await artifactsOf(ports, task, base, work.head),
    base,
    head: work.head,
    branch: work.branch,
    tree: work.tree,
    token: claim?.token ?? null,
    nonce: claim?.nonce ?? null,
    verification,
    ruledOut: [...new Set(earlier.flatMap(({ ruledOut }) => ruledOut))],
    acknowledged: null,
    notes: '',
  };
}

/** The whole of it. An artifact that is named must be there; what is committed of it is known by its blob from then on. */
export async function wordedHandoff(ports: Needed, filled: NewHandoff, words: HandoffWords): Promise<Result<NewHandoff>> {
  const handoff = withWords(filled, words);
  const { artifacts, head, task } = handoff;
  if (words.artifacts === null || head === null) return done(handoff);
  const place = (index: number) => ({ file: '', pointer: ['artifacts', index] });
  const outside = checkPaths(artifacts.map(({ path }) => path), 'artifacts', place);
  if (outside.length > 0) return refused('would-break', { problems: outside });
  const blobs = await ports.git.blobs(head, artifacts.map(({ path }) => path));
  const present = await Promise.all(artifacts.map(async ({ path }) => blobs.has(path) || (await ports.files.has(path))));
  const missing = artifacts.flatMap(({ path }, index) => (present[index] ? [] : [problem('artifact-missing', place(index), { path, task })]));
  return missing.length > 0 ? refused('would-break', { problems: missing }) : done({ ...handoff, artifacts: artifacts.map((artifact) => ({ ...artifact, blob: blobs.get(artifact.path) ?? null })) });
}

/** What the task says it leaves behind, as far as it is there; without such a list, the files its commits changed. */
async function artifactsOf({ git, location }: Needed, task: Task, base: string | null, head: string): Promise<readonly Artifact[]> {
  if (task.artifacts.length > 0) {
    const blobs = await git.blobs(head, task.artifacts);
    return [...blobs].map(([path, blob]) => ({ path, description: null, blob }));
  }
  const changed = base === null || base === head ? [] : await git.changedPaths(base, head);
  const kept = changed.filter(({ path, blob }) => blob !== null && !path.startsWith(`${location.folder}/`));
  return kept.slice(0, MOST_ARTIFACTS).map(({ path, blob }) => ({ path, description: null, blob }));
}
