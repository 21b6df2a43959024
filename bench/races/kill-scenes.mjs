/** Every verb that writes, as the race that kills coord plays it. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workspace/git.mjs';
import { DECISION_SCENES } from './kill-decisions.mjs';
import { FILE_SCENES } from './kill-files.mjs';
import { LEAD, ME, OTHER } from './scene.mjs';

/** @import { Place, Scene } from './scene.mjs' */

/** @type {Record<string, (id: string) => Scene>} */
const TASK_SCENES = {
  'claim': (id) => ({ verb: () => ['claim', id, ...ME], again: [0], holds: (place) => place.claim(id)?.state === 'held' }),
  'claim --worktree': (id) => ({
    verb: () => ['claim', id, '--worktree', ...ME],
    again: [0, 3],
    holds: (place) => place.claim(id)?.state === 'held' && existsSync(join(`${place.root}-${id}`, 'deployment/coord.yaml')) && isHeldInWorktree(place, id),
  }),
  'claim --take-over': (id) => ({ before: [['claim', id, ...ME]], arrange: (place) => place.age(id), verb: () => ['claim', id, '--take-over', ...OTHER], again: [0], holds: (place) => place.claim(id)?.agent === 'agent-2' }),
  'release': (id) => ({ before: [['claim', id, ...ME]], verb: () => ['release', id, ...ME], again: [0, 3], holds: (place) => place.claim(id)?.state === 'released' }),
  'release --abandoned': (id) => ({ before: [['claim', id, ...ME]], arrange: (place) => place.age(id), verb: () => ['release', '--abandoned', ...OTHER], again: [0], holds: (place) => place.claim(id)?.state === 'released' }),
  'release ID --abandoned': (id) => ({
    before: [['claim', id, '--worktree', ...ME]],
    arrange: ({ root }) => rmSync(`${root}-${id}`, { recursive: true }),
    verb: () => ['release', id, '--abandoned', ...OTHER],
    again: [0, 1],
    holds: (place) => place.claim(id)?.state === 'released',
  }),
  'progress': (id) => ({ before: [['claim', id, ...ME]], verb: () => ['progress', '40', 'half', 'of', 'it', '--task', id, ...ME], again: [0], holds: (place) => place.task(id)?.['progress'] === 40 }),
  'done': (id) => ({
    before: [['claim', id, ...ME]],
    verb: () => ['done', id, ...ME],
    again: [0, 1, 3],
    holds: (place) => place.claim(id)?.state === 'done' && place.task(id)?.['status'] === 'done' && place.handoffs(id).length === 1,
  }),
  'task add': (id) => ({ verb: () => ['task', 'add', 'Made late', '--id', `${id}-late`, ...ME], again: [0, 1], holds: (place) => place.task(`${id}-late`)?.['task'] === 'Made late' }),
  'task set': (id) => ({ verb: () => ['task', 'set', id, 'priority=high', 'notes=first things first', ...ME], again: [0], holds: (place) => place.task(id)?.['priority'] === 'high' }),
  'task split': (id) => ({ verb: () => ['task', 'split', id, 'One half', 'The other', ...ME], again: [0], holds: (place) => place.task(id)?.['kind'] === 'milestone' && place.task(`${id}-2`) !== undefined }),
  'block': (id) => ({ verb: () => ['block', id, 'A key', '--on', 'human:lead', ...ME], again: [0], holds: (place) => place.blockers(id).some(({ needed }) => needed === 'A key') }),
  'unblock': (id) => ({ before: [asksForAKey(id)], verb: () => ['unblock', id, ...ME], again: [0, 1], holds: (place) => place.blockers(id).every(({ resolved }) => resolved !== null) }),
  'unblock --ack': (id) => ({ before: [asksForAKey(id)], verb: () => ['unblock', id, '--ack', ...LEAD], again: [0, 1], holds: (place) => place.blockers(id).every(({ acknowledged }) => acknowledged !== null) }),
  'handoff new': (id) => ({ verb: () => ['handoff', 'new', id, ...ME], again: [0], holds: (place) => place.handoffs(id).length > 0 }),
  'handoff ack': (id) => ({
    before: [['handoff', 'new', id, ...ME]],
    verb: (made) => ['handoff', 'ack', made?.file ?? '', '--take', ...OTHER],
    again: [0, 1],
    holds: (place) => place.handoffs(id).every(({ acknowledged }) => acknowledged !== null),
  }),
  'approve': (id) => ({ before: [asksTheLead(id)], verb: () => ['approve', id, ...LEAD], again: [0, 1], holds: (place) => Boolean(place.task(id)?.['approval']) }),
  'approve --no': (id) => ({ before: [asksTheLead(id)], verb: () => ['approve', id, '--no', '--note', 'Not yet', ...LEAD], again: [0], holds: (place) => JSON.stringify(place.task(id)?.['approval']).includes('Not yet') }),
  'approve, of a gate': (id) => ({ before: [[...asksTheLead(id), 'kind=gate', 'verify=']], verb: () => ['approve', id, ...LEAD], again: [0, 1], holds: (place) => place.task(id)?.['status'] === 'done' }),
  'approve, of a blocker': (id) => ({ before: [asksForAKey(id)], verb: () => ['approve', id, ...LEAD], again: [0, 1], holds: (place) => place.blockers(id).every(({ resolved }) => resolved !== null) }),
  'as': () => ({ verb: () => ['as', 'agent-1'], again: [0], holds: () => true }),
};

export const SCENES = { ...TASK_SCENES, ...DECISION_SCENES, ...FILE_SCENES };

/** Where claims are shared, these besides. @type {typeof SCENES} */
export const REMOTE_SCENES = {
  'sync': (id) => ({ before: [['claim', id, ...ME]], verb: () => ['sync'], again: [0], holds: (place) => place.claim(id)?.state === 'held' }),
};

/** @param {string} id */
function asksForAKey(id) {
  return ['block', id, 'A key', '--on', 'human:lead', ...ME];
}

/** @param {string} id */
function asksTheLead(id) {
  return ['task', 'set', id, 'approvers=human:lead', ...ME];
}

/** @param {Place} place @param {string} id */
function isHeldInWorktree({ root }, id) {
  return existsSync(join(git(`${root}-${id}`, ['rev-parse', '--absolute-git-dir']), 'coord/held', id));
}
