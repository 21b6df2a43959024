/** A scene of the race that kills coord: a verb that writes, about a task or record that nothing else is about; and what scenes look at. */
import { readRecords } from './read-records.mjs';
import { git } from '../workspace/git.mjs';

/** @import { Answer } from './coord-process.mjs' */
/** @import { Fields } from './check-repository.mjs' */
/** @import { Records } from './read-records.mjs' */
/**
 * @typedef {object} Scene
 * @property {string[][]} [before] runs that must succeed, so that the verb has something to do
 * @property {(place: Place) => void} [arrange] what no verb brings about, after them
 * @property {(made: Answer | null, place: Place) => string[]} verb `made`: what the last run before it answered
 * @property {readonly number[]} [meanwhile] exit codes of validate before the verb is run again (default: 0)
 * @property {readonly number[]} again exit codes of the same verb afterwards; not 0: it had been done already
 * @property {(place: Place) => string[][]} [after] runs that must succeed then
 * @property {(place: Place) => boolean} holds what the verb was for
 */

/** Where a scene plays, as it is at one moment: records are read once. */
export class Place {
  /** @type {Records | null} */
  #records = null;

  /** @param {string} root @param {string} authority the repository whose claims count */
  constructor(root, authority) {
    this.root = root;
    this.authority = authority;
  }

  get records() {
    return (this.#records ??= readRecords(this.root));
  }

  /** @param {string} id @returns {{ state: string, agent: string } | null} */
  claim(id) {
    try {
      return JSON.parse(git(this.authority, ['cat-file', 'blob', `refs/coord/tasks/${id}`]));
    } catch {
      return null;
    }
  }

  /** As if it had been made long ago, on a branch that nobody worked on since; wherever it is known. @param {string} id */
  age(id) {
    const long = { since: '2020-01-01T00:00:00Z', until: '2020-01-01T02:00:00Z', branch: null };
    const text = JSON.stringify({ ...this.claim(id), ...long });
    for (const folder of new Set([this.root, this.authority])) {
      const blob = git(folder, ['hash-object', '-w', '--stdin'], text);
      const refs = git(folder, ['for-each-ref', '--format=%(refname)', `refs/coord/tasks/${id}`, `refs/coord-remote/origin/tasks/${id}`]);
      for (const ref of refs.split('\n')) git(folder, ['update-ref', ref, blob]);
    }
  }

  /** @param {string} id @returns {Fields | undefined} */
  task(id) {
    return this.records.tasks.get(id);
  }

  /** @param {string} id */
  blockers(id) {
    return this.#others('blockers', 'task', id);
  }

  /** @param {string} id */
  handoffs(id) {
    return this.#others('handoffs', 'task', id);
  }

  /** @param {string} title */
  decisions(title) {
    return this.#others('decisions', 'title', title);
  }

  /** @param {string} folder @param {string} field @param {string} value */
  #others(folder, field, value) {
    return [...this.records.others].filter(([path, { fields }]) => path.includes(`/${folder}/`) && fields[field] === value).map(([, { fields }]) => fields);
  }
}

export const ME = ['--as', 'agent-1'];
export const OTHER = ['--as', 'agent-2'];
export const LEAD = ['--as', 'human:lead'];
