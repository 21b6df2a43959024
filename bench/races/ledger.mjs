/** What the workers of a race were told, and whether it is so. */
import { git } from '../workspace/git.mjs';
import { readRecords } from './read-records.mjs';

/** @import { Answer } from './coord-process.mjs' */
/** @import { Records } from './read-records.mjs' */
/** @typedef {(records: Records) => boolean} Holds */
/** @typedef {{ agent: string, token: number, state: 'held' | 'leaving' | 'released' | 'done' }} Win */

/** What holds in one work tree from now on. */
export class Ledger {
  /** By what it is about: a later word on the same replaces an earlier one. @type {Map<string, Holds>} */
  #promises = new Map();
  /** @type {string[]} */
  #commits = [];

  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /** @param {string} about @param {Holds} holds */
  promise(about, holds) {
    this.#promises.set(about, holds);
  }

  /** @param {string} about */
  isPromised(about) {
    return this.#promises.has(about);
  }

  /** @param {NonNullable<Answer['commit']>} commit */
  committed({ commit }) {
    this.#commits.push(commit);
  }

  /** What is not so. @returns {string[]} */
  faults() {
    const records = readRecords(this.folder);
    const lost = [...this.#promises].filter(([, holds]) => !holds(records)).map(([about]) => `lost: ${about}`);
    const history = new Set(git(this.folder, ['log', '--format=%H']).split('\n'));
    const gone = this.#commits.filter((commit) => !history.has(commit)).map((commit) => `not in the history: ${commit}`);
    return [...lost, ...gone].map((what) => `${this.folder}: ${what}`);
  }
}

/** Who was told to have won which claim, in the order in which it was told. */
export class Wins {
  /** @type {Map<string, Win[]>} */
  #byTask = new Map();
  /** @type {string[]} */
  faults = [];

  /** A win is told before the winner gives back, so whoever still holds it then holds it together with the winner. @param {string} id @param {string} agent @param {number} token */
  won(id, agent, token) {
    const wins = this.#byTask.get(id) ?? [];
    const last = wins.at(-1);
    if (last?.state === 'held') this.faults.push(`${id} is held by ${last.agent} and ${agent} at the same time`);
    if (last !== undefined && last.token >= token) this.faults.push(`${id}: token ${token} after ${last.token}`);
    this.#byTask.set(id, [...wins, { agent, token, state: 'held' }]);
  }

  /** @param {string} id @param {Win['state']} state */
  turned(id, state) {
    const last = this.#byTask.get(id)?.at(-1);
    if (last !== undefined) last.state = state;
  }

  /** @param {string} authority the repository whose refs count */
  disagreements(authority) {
    return [...this.#byTask].flatMap(([id, wins]) => {
      const { agent, token, state } = JSON.parse(git(authority, ['cat-file', 'blob', `refs/coord/tasks/${id}`]));
      const last = wins.at(-1);
      const isSo = last?.agent === agent && last?.token === token && last?.state === state;
      return isSo ? [] : [`${id}: the ref says ${state} by ${agent} with token ${token}, the answers ${JSON.stringify(wins)}`];
    });
  }
}
