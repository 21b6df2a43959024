/** What stands in a workspace now. Of files that cannot be read at the moment it is what stood there before: that they broke ends and begins nothing. */
import { byCodeUnits } from '../by-code-units.ts';
import { fileKind } from '../documents/file-kind.ts';
import type { Workspace } from '../documents/workspace.ts';
import { groupBy } from '../group-by.ts';
import { answerDue } from '../policy/answer-due.ts';
import { calledUpon } from '../policy/called-upon.ts';
import { decisionStanding } from '../policy/decision-standing.ts';
import { unreadFiles } from '../policy/unread-files.ts';
import { severityOf } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { calendarOf } from './calendar-of.ts';
import type { Sight } from './sight.ts';
import type { BlockerStanding, HandoffStanding, ProposalStanding, Standing } from './standing.ts';
import { takeTasks } from './take-tasks.ts';

/** `before`: what stood there last; null: nothing is known of it. */
export function takeStanding(sight: Sight, before: Standing | null): Standing {
  const { at, commit, workspace, problems, claims } = sight;
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  const unread = new Set(unreadFiles(errors));
  const isUnread = (file: string): boolean => unread.has(file);
  const isUncertain = workspace.configBroken || unread.size > 0 || errors.some(({ code }) => code === 'duplicate-id');
  const frozen = workspace.configBroken ? before : null;
  const [blockers, proposals] = [blockersOf(sight), proposalsOf(workspace)];
  return {
    at,
    commit,
    files: Object.fromEntries(watchedFiles(sight.blobs, workspace.folder)),
    tasks: takeTasks(sight, { before: before?.tasks ?? {}, isUnread, isUncertain }),
    claims,
    handoffs: { ...unreadOf(before?.handoffs, isUnread), ...handoffsOf(workspace) },
    // Without the settings nobody knows what is due, or whom it concerns.
    blockers: { ...unreadOf(before?.blockers, isUnread), ...blockers, ...both(blockers, frozen?.blockers) },
    proposals: { ...unreadOf(before?.proposals, isUnread), ...proposals, ...both(proposals, frozen?.proposals) },
    errors: errorsOf(errors),
    calendar: frozen?.calendar ?? calendarOf(workspace.config),
    told: before?.told ?? [],
  };
}

/** Pages are made from records, and what stands beside records is often an editor's: that they change tells nothing. */
export function watchedFiles(blobs: Sight['blobs'], folder: string): readonly (readonly [string, string])[] {
  return [...blobs].filter(([file]) => isWatched(file, folder));
}

export function isWatched(file: string, folder: string): boolean {
  return !['page', 'status-page', 'stray', 'foreign'].includes(fileKind(file.slice(folder.length + 1)));
}

function unreadOf<T>(before: Readonly<Record<string, T>> | undefined, isUnread: (file: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(before ?? {}).filter(([file]) => isUnread(file)));
}

function both<T>(now: Readonly<Record<string, T>>, before: Readonly<Record<string, T>> | undefined): Record<string, T> {
  return Object.fromEntries(Object.entries(before ?? {}).filter(([file]) => Object.hasOwn(now, file)));
}

function handoffsOf({ handoffs }: Workspace): Record<string, HandoffStanding> {
  return Object.fromEntries(handoffs.map(({ place, task, from, to }) => [place.file, { task, from, to }]));
}

function blockersOf({ workspace: { blockers, config, agents }, readiness: { graph } }: Sight): Record<string, BlockerStanding> {
  const open = blockers.filter(({ resolved }) => resolved === null);
  return Object.fromEntries(
    open.map((blocker) => {
      const { task, severity, by, waitsOn, needed, raised, place } = blocker;
      const { required, escalation } = calledUpon(blocker, graph.tasks[graph.byId.get(task.toLowerCase()) ?? -1] ?? null, config, agents);
      return [place.file, { task, severity, by, waitsOn, needed, raised: raised ?? '', calls: required, escalation, due: answerDue(blocker, config) }];
    }),
  );
}

function proposalsOf(workspace: Workspace): Record<string, ProposalStanding> {
  const proposed = workspace.decisions.filter(({ status }) => status === 'proposed');
  return Object.fromEntries(
    proposed.map((decision) => {
      const { maker, missing, due } = decisionStanding(decision, workspace);
      return [decision.place.file, { title: decision.title, reviewers: missing, decisionMaker: maker, due }];
    }),
  );
}

function errorsOf(errors: readonly Problem[]): Standing['errors'] {
  const byFile = groupBy(errors, ({ place }) => place.file, ({ code }) => code);
  return Object.fromEntries([...byFile].map(([file, codes]) => [file, codes.sort(byCodeUnits)]));
}
