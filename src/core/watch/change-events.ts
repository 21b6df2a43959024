/** What changed from one standing to another, the clock aside. */
import type { WatchEvent } from './event.ts';
import type { Standing, TaskStanding } from './standing.ts';

export function fileEvents(before: Pick<Standing, 'files'>, { files, at, commit }: Pick<Standing, 'files' | 'at' | 'commit'>): WatchEvent[] {
  if (files === before.files) return [];
  const told = (event: 'record.created' | 'record.changed' | 'record.deleted', file: string, blob: string): WatchEvent => ({ event, at, key: `${event}:${file}:${blob}`, commit, file });
  const deleted = Object.entries(before.files).flatMap(([file, blob]) => (Object.hasOwn(files, file) ? [] : [told('record.deleted', file, blob)]));
  const others = Object.entries(files).flatMap(([file, blob]) => {
    const earlier = before.files[file];
    return earlier === blob ? [] : [told(earlier === undefined ? 'record.created' : 'record.changed', file, blob)];
  });
  return [...deleted, ...others];
}

/** All but which files changed. `tasks`: as `otherTasks` tells them. */
export function changeEvents(before: Standing, after: Standing, tasks: Standing['tasks']): WatchEvent[] {
  return [...brokenFiles(before, after), ...finishedTasks(before, { ...after, tasks }), ...readyTasks(before, { ...after, tasks }), ...changedClaims(before, after), ...newHandoffs(before, after), ...raisedBlockers(before, after)];
}

/** An error is a new one where there are more of its kind in its file than there were. */
function brokenFiles(before: Standing, { errors, files, at, commit }: Standing): WatchEvent[] {
  const broken = Object.entries(errors).filter(([file, codes]) => hasMore(codes, before.errors[file] ?? [])).map(([file]) => file);
  const [first] = broken;
  if (first === undefined) return [];
  const count = Object.values(errors).reduce((sum, { length }) => sum + length, 0);
  return [{ event: 'validation.failed', at, key: `validation.failed:${first}:${files[first] ?? ''}:${(errors[first] ?? []).join('+')}:${broken.length}`, commit, errors: count, files: broken }];
}

function hasMore(codes: readonly string[], before: readonly string[]): boolean {
  const left = [...before];
  return codes.some((code) => {
    const at = left.indexOf(code);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function finishedTasks(before: Standing, { tasks, at, commit }: Standing): WatchEvent[] {
  return Object.entries(tasks).flatMap(([key, task]) => {
    if (task.state !== 'done' || before.tasks[key]?.state === 'done') return [];
    const event = task.kind === 'task' ? 'task.done' : 'gate.open';
    return [{ event, at, key: `${event}:${task.id}:${task.completed}`, commit, ...ofTask(task) }];
  });
}

function readyTasks(before: Standing, { tasks, at, commit }: Standing): WatchEvent[] {
  return Object.entries(tasks).flatMap(([key, task]) =>
    task.isReady && before.tasks[key]?.isReady !== true ? [{ event: 'task.ready', at, key: `task.ready:${task.id}:${task.way}`, commit, ...ofTask(task) }] : [],
  );
}

function ofTask({ id, title, agent }: TaskStanding): { readonly task: string; readonly title: string; readonly agent: string | null } {
  return { task: id, title, agent };
}

/** That one was done is told of its task. */
function changedClaims(before: Standing, { claims, tasks, at }: Standing): WatchEvent[] {
  return Object.entries(claims).flatMap(([key, { id, agent, token, state, since }]): WatchEvent[] => {
    const earlier = before.claims[key];
    const of = { commit: null, task: id, title: tasks[key]?.title ?? '', agent };
    if (state === 'held' && (earlier === undefined || earlier.token < token)) return [{ event: 'claim.taken', at: since, key: `claim.taken:${id}:${token}`, ...of }];
    const isReleased = state === 'released' && earlier?.state === 'held' && earlier.token === token;
    return isReleased ? [{ event: 'claim.released', at, key: `claim.released:${id}:${token}`, ...of }] : [];
  });
}

function newHandoffs(before: Standing, { handoffs, at, commit }: Standing): WatchEvent[] {
  return Object.entries(handoffs).flatMap(([file, handoff]) => (Object.hasOwn(before.handoffs, file) ? [] : [{ event: 'handoff.created', at, key: `handoff.created:${file}`, commit, file, ...handoff }]));
}

function raisedBlockers(before: Standing, { blockers, at, commit }: Standing): WatchEvent[] {
  return Object.entries(blockers).flatMap(([file, { task, severity, by, waitsOn, needed, raised, calls }]) =>
    Object.hasOwn(before.blockers, file) ? [] : [{ event: 'blocker.raised', at, key: `blocker.raised:${file}:${raised}`, commit, task, file, severity, by, waitsOn, needed, calls }],
  );
}
