/** Every verb that writes, each about a task or record that nothing else is about. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workspace/git.mjs';
import { readRecords } from './read-records.mjs';

/** @import { Answer } from './coord-process.mjs' */
/** @import { Fields } from './check-repository.mjs' */
/**
 * @typedef {object} Place
 * @property {string} root
 * @property {string} authority the repository whose claims count
 */
/**
 * @typedef {object} Scene
 * @property {string[][]} [before] runs that must succeed, so that the verb has something to do
 * @property {(made: Answer | null) => string[]} verb `made`: what the last run before it answered
 * @property {readonly number[]} again exit codes of the same verb afterwards; not 0: it had been done already
 * @property {(place: Place) => boolean} holds what the verb was for
 */

const ME = ['--as', 'agent-1'];
const LEAD = ['--as', 'human:lead'];

/** @type {Record<string, (id: string) => Scene>} */
export const SCENES = {
  'claim': (id) => ({ verb: () => ['claim', id, ...ME], again: [0], holds: (place) => claimOf(place, id)?.state === 'held' }),
  'claim --worktree': (id) => ({
    verb: () => ['claim', id, '--worktree', ...ME],
    again: [0, 3],
    holds: (place) => claimOf(place, id)?.state === 'held' && existsSync(join(`${place.root}-${id}`, 'deployment/coord.yaml')) && isHeldInWorktree(place, id),
  }),
  'release': (id) => ({ before: [['claim', id, ...ME]], verb: () => ['release', id, ...ME], again: [0, 3], holds: (place) => claimOf(place, id)?.state === 'released' }),
  'progress': (id) => ({ before: [['claim', id, ...ME]], verb: () => ['progress', '40', 'half', 'of', 'it', '--task', id, ...ME], again: [0], holds: (place) => taskOf(place, id)?.['progress'] === 40 }),
  'done': (id) => ({
    before: [['claim', id, ...ME]],
    verb: () => ['done', id, ...ME],
    again: [0, 1, 3],
    holds: (place) => claimOf(place, id)?.state === 'done' && taskOf(place, id)?.['status'] === 'done' && othersOf(place, 'handoffs', 'task', id).length === 1,
  }),
  'task add': (id) => ({ verb: () => ['task', 'add', 'Made late', '--id', `${id}-late`, ...ME], again: [0, 1], holds: (place) => taskOf(place, `${id}-late`)?.['task'] === 'Made late' }),
  'task set': (id) => ({ verb: () => ['task', 'set', id, 'priority=high', 'notes=first things first', ...ME], again: [0], holds: (place) => taskOf(place, id)?.['priority'] === 'high' }),
  'task split': (id) => ({ verb: () => ['task', 'split', id, 'One half', 'The other', ...ME], again: [0], holds: (place) => taskOf(place, id)?.['kind'] === 'milestone' && taskOf(place, `${id}-2`) !== undefined }),
  'block': (id) => ({ verb: () => ['block', id, 'A key', '--on', 'human:lead', ...ME], again: [0], holds: (place) => othersOf(place, 'blockers', 'task', id).some(({ needed }) => needed === 'A key') }),
  'unblock': (id) => ({ before: [['block', id, 'A key', '--on', 'human:lead', ...ME]], verb: () => ['unblock', id, ...ME], again: [0, 1], holds: (place) => othersOf(place, 'blockers', 'task', id).every(({ resolved }) => resolved !== null) }),
  'handoff new': (id) => ({ verb: () => ['handoff', 'new', id, ...ME], again: [0], holds: (place) => othersOf(place, 'handoffs', 'task', id).length > 0 }),
  'handoff ack': (id) => ({
    before: [['handoff', 'new', id, ...ME]],
    verb: (made) => ['handoff', 'ack', made?.file ?? '', '--take', '--as', 'agent-2'],
    again: [0, 1],
    holds: (place) => othersOf(place, 'handoffs', 'task', id).every(({ acknowledged }) => acknowledged !== null),
  }),
  'decide propose': (id) => ({ verb: () => ['decide', 'propose', id, '--area', 'agent-1', ...ME], again: [0], holds: (place) => decisionsOf(place, id).length > 0 }),
  'decide comment': (id) => ({
    before: [['decide', 'propose', id, '--area', 'agent-1', ...ME]],
    verb: (made) => ['decide', 'comment', made?.standing.decision.file ?? '', `On ${id}.`, '--as', 'agent-2'],
    again: [0],
    holds: ({ root }) => [...readRecords(root).others.values()].some(({ text }) => text.includes(`On ${id}.`)),
  }),
  'decide accept': (id) => decides(id, ['accept', '--early'], 'accepted'),
  'decide accept --supersedes': (id) => ({
    before: [['decide', 'propose', `${id} old`, '--area', 'agent-1', ...ME], ['decide', 'accept', `${id}-old`, '--early', ...ME], ['decide', 'propose', `${id} new`, '--area', 'agent-1', '--supersedes', `${id}-old`, ...ME]],
    verb: () => ['decide', 'accept', `${id}-new`, '--early', ...ME],
    again: [0, 1],
    holds: (place) => decisionsOf(place, `${id} old`)[0]?.['status'] === 'superseded' && decisionsOf(place, `${id} new`)[0]?.['status'] === 'accepted',
  }),
  'decide reject': (id) => decides(id, ['reject'], 'rejected'),
  'approve': (id) => ({ before: [['task', 'set', id, 'approvers=human:lead', ...ME]], verb: () => ['approve', id, ...LEAD], again: [0, 1], holds: (place) => Boolean(taskOf(place, id)?.['approval']) }),
  'as': () => ({ verb: () => ['as', 'agent-1'], again: [0], holds: () => true }),
};

/** Where claims are shared, these besides. @type {typeof SCENES} */
export const REMOTE_SCENES = {
  'sync': (id) => ({ before: [['claim', id, ...ME]], verb: () => ['sync'], again: [0], holds: (place) => claimOf(place, id)?.state === 'held' }),
};

/** @param {string} id @param {readonly string[]} words @param {string} status @returns {Scene} */
function decides(id, [verdict = '', ...options], status) {
  return {
    before: [['decide', 'propose', id, '--area', 'agent-1', ...ME]],
    verb: (made) => ['decide', verdict, made?.standing.decision.file ?? '', ...options, ...ME],
    again: [0, 1],
    holds: (place) => decisionsOf(place, id).every((fields) => fields['status'] === status),
  };
}

/** @param {Place} place @param {string} id @returns {{ state: string } | null} */
function claimOf({ authority }, id) {
  try {
    return JSON.parse(git(authority, ['cat-file', 'blob', `refs/coord/tasks/${id}`]));
  } catch {
    return null;
  }
}

/** @param {Place} place @param {string} id */
function isHeldInWorktree({ root }, id) {
  return existsSync(join(git(`${root}-${id}`, ['rev-parse', '--absolute-git-dir']), 'coord/held', id));
}

/** @param {Place} place @param {string} id @returns {Fields | undefined} */
function taskOf({ root }, id) {
  return readRecords(root).tasks.get(id);
}

/** @param {Place} place @param {string} folder @param {string} field @param {string} value */
function othersOf({ root }, folder, field, value) {
  return [...readRecords(root).others].filter(([path, { fields }]) => path.includes(`/${folder}/`) && fields[field] === value).map(([, { fields }]) => fields);
}

/** @param {Place} place @param {string} title */
function decisionsOf(place, title) {
  return othersOf(place, 'decisions', 'title', title);
}
