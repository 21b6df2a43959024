/** Tasks that one side finished while the other changed what finishing them means. */
import type { Task } from '../model.ts';
import { sameValue } from '../documents/same-value.ts';
import { problem } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { MergeSubject, SideName } from './merge-trees.ts';
import { recordPlace } from './record-place.ts';

interface Finished {
  readonly key: string;
  readonly id: string;
  readonly finisher: SideName;
  readonly other: SideName;
  readonly before: Task;
}

/** The proof is about other criteria than the task has now. */
export function findDoneByOldCriteria(subject: MergeSubject): Problem[] {
  return finished(subject).flatMap(({ key, id, finisher, other, before }) => {
    const now = subject.records[other].get(key)?.task;
    const changed = now ? (['acceptance', 'verify'] as const).filter((field) => !sameValue(now[field], before[field])) : [];
    const [first] = changed;
    return first === undefined ? [] : [problem('done-by-old-criteria', recordPlace(subject, key, first), { id, finished: subject.names[finisher], changed: subject.names[other], fields: changed })];
  });
}

/** What the other side says the task waits for was never answered. */
export function findDoneWhileBlocked(subject: MergeSubject): Problem[] {
  return finished(subject).flatMap(({ key, id, finisher, other }) => {
    const known = new Set(subject[finisher].workspace.blockers.map(({ place }) => place.file));
    const raised = subject[other].workspace.blockers.filter((blocker) => blocker.resolved === null && blocker.task.toLowerCase() === key && !known.has(blocker.place.file));
    return raised.map(({ place, needed }) => problem('done-while-blocked', { file: place.file, pointer: ['task'] }, { id, finished: subject.names[finisher], blocked: subject.names[other], needed }));
  });
}

/** Done on one side only, since the sides parted. */
function finished({ records }: MergeSubject): Finished[] {
  const isDone = (side: SideName, key: string): boolean => records[side].get(key)?.task?.status === 'done';
  return [...records.merged.values()].flatMap(({ key, name }) => {
    const before = records.bases[0]?.get(key)?.task;
    if (!before || before.status === 'done' || isDone('ours', key) === isDone('theirs', key)) return [];
    const [finisher, other]: [SideName, SideName] = isDone('ours', key) ? ['ours', 'theirs'] : ['theirs', 'ours'];
    return [{ key, id: name, finisher, other, before }];
  });
}
