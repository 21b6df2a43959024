/** What the workers of the mixed race do: every verb that writes, about tasks and records that others write too. */
import { pick } from '../chance.mjs';

/** @import { Answer } from './coord-process.mjs' */
/** @import { Ledger, Wins } from './ledger.mjs' */
/**
 * One agent: one process at a time.
 * @typedef {object} Worker
 * @property {string} name
 * @property {Ledger} ledger of its work tree
 * @property {() => number} random
 * @property {number} step
 * @property {Set<string>} held
 * @property {string[]} own tasks it added and has not split
 * @property {string[]} proposals of its own, not yet accepted
 * @property {Board} board
 */
/**
 * What the workers of one work tree know of each other's records.
 * @typedef {object} Board
 * @property {Wins} wins
 * @property {readonly string[]} contested tasks that all claim
 * @property {readonly string[]} shared tasks of which all set fields
 * @property {string[]} blockers
 * @property {string[]} handoffs
 * @property {string[]} decisions
 * @property {string[]} awaiting tasks that wait to be approved
 */
/**
 * @typedef {object} Operation
 * @property {string[]} args
 * @property {string} [as]
 * @property {() => void} [begin]
 * @property {(answer: Answer) => void} [settle] what holds from now on
 */

export const LEAD = 'human:lead';
const FEW = 4;

/** null: there is nothing that it could do this to. @type {Record<string, (worker: Worker) => Operation | null>} */
export const OPERATIONS = {
  'claim': ({ name, held, board, random }) => {
    const id = pick(board.contested, random);
    return held.has(id) ? null : { args: ['claim', id], settle: ({ claim }) => { held.add(id); board.wins.won(id, name, claim.token); } };
  },
  'progress': ({ held, ledger, step, random }) =>
    about(held, random, (id) => ({ args: ['progress', String(1 + (step % 98)), '--task', id], settle: () => ledger.promise(`${id} progress`, ({ tasks }) => tasks.get(id)?.['progress'] === 1 + (step % 98)) })),
  'release': ({ held, board, random }) =>
    about(held, random, (id) => ({ args: ['release', id], begin: () => leave(id, held, board, 'leaving'), settle: () => board.wins.turned(id, 'released') })),
  'done': ({ held, board, ledger, random }) =>
    about(held, random, (id) => ({
      args: ['done', id],
      settle: () => {
        leave(id, held, board, 'done');
        ledger.promise(`${id} progress`, () => true);
        ledger.promise(`${id} done`, ({ tasks }) => tasks.get(id)?.['status'] === 'done' && tasks.get(id)?.['proof'] !== null);
      },
    })),
  'task add': ({ name, step, own, ledger, board }) => ({
    args: ['task', 'add', `Made by ${name} at ${step}`, '--approvers', LEAD],
    settle: ({ id }) => {
      own.push(id);
      board.awaiting.push(id);
      if (ledger.isPromised(`${id} title`)) board.wins.faults.push(`${id} was made twice`);
      ledger.promise(`${id} title`, ({ tasks }) => tasks.get(id)?.['task'] === `Made by ${name} at ${step}`);
    },
  }),
  'task set': ({ name, step, ledger, board, random }) => {
    const id = pick(board.shared, random);
    return { args: ['task', 'set', id, `x-${name}=at ${step}`], settle: () => ledger.promise(`${id} x-${name}`, ({ tasks }) => tasks.get(id)?.[`x-${name}`] === `at ${step}`) };
  },
  'task split': ({ own, ledger }) => {
    const id = own.shift();
    const arePromised = () => ledger.promise(`${id} split`, ({ tasks }) => tasks.get(id ?? '')?.['kind'] === 'milestone' && tasks.has(`${id}-1`) && tasks.has(`${id}-2`));
    return id === undefined ? null : { args: ['task', 'split', id, 'One half', 'The other'], settle: arePromised };
  },
  'block': ({ name, step, ledger, board, random }) => ({
    args: ['block', pick(board.contested, random), `What ${name} needs at ${step}`, '--on', LEAD],
    settle: ({ blocker: { file } }) => {
      board.blockers.push(file);
      ledger.promise(file, ({ others }) => others.get(file)?.fields['needed'] === `What ${name} needs at ${step}`);
    },
  }),
  'unblock': ({ ledger, board }) => {
    const file = board.blockers.shift();
    return file === undefined ? null : { args: ['unblock', file], settle: () => ledger.promise(`${file} resolved`, ({ others }) => others.get(file)?.fields['resolved'] !== null) };
  },
  'handoff new': ({ own, ledger, board, random }) =>
    about(own, random, (id) => ({
      args: ['handoff', 'new', id],
      settle: ({ file }) => {
        board.handoffs.push(file);
        ledger.promise(file, ({ others }) => others.get(file)?.fields['task'] === id);
      },
    })),
  // Several take over the same, and one of them may.
  'handoff ack': ({ name, ledger, board, random }) =>
    about(board.handoffs.slice(0, FEW), random, (file) => ({
      args: ['handoff', 'ack', file, '--take'],
      settle: ({ acknowledged: { by } }) => {
        board.handoffs = board.handoffs.filter((other) => other !== file);
        if (by === name && ledger.isPromised(`${file} acknowledged`)) board.wins.faults.push(`${file} was taken over twice`);
        ledger.promise(`${file} acknowledged`, ({ others }) => JSON.stringify(others.get(file)?.fields['acknowledged']).includes(`"${name}"`));
      },
    })),
  'decide propose': ({ name, step, proposals, ledger, board }) => ({
    args: ['decide', 'propose', `What ${name} thought of at ${step}`, '--area', name],
    settle: ({ standing: { decision: { file } } }) => {
      proposals.push(file);
      board.decisions.push(file);
      ledger.promise(file, ({ others }) => others.get(file)?.fields['owner'] === name);
    },
  }),
  'decide comment': ({ name, step, ledger, board, random }) =>
    about(board.decisions.slice(-FEW), random, (decision) => ({
      args: ['decide', 'comment', decision, `What ${name} says at ${step}`],
      settle: ({ file }) => ledger.promise(file, ({ others }) => others.get(file)?.text.includes(`What ${name} says at ${step}`) === true),
    })),
  'decide accept': ({ proposals, ledger }) => {
    const file = proposals.shift();
    return file === undefined ? null : { args: ['decide', 'accept', file, '--early'], settle: () => ledger.promise(`${file} accepted`, ({ others }) => others.get(file)?.fields['status'] === 'accepted') };
  },
  'approve': ({ ledger, board }) => {
    const id = board.awaiting.shift();
    return id === undefined ? null : { args: ['approve', id], as: LEAD, settle: () => ledger.promise(`${id} approved`, ({ tasks }) => tasks.get(id)?.['approval'] !== null) };
  },
};

/** @template T @param {Iterable<T>} things @param {() => number} random @param {(thing: T) => Operation} operation */
function about(things, random, operation) {
  const all = [...things];
  return all.length === 0 ? null : operation(pick(all, random));
}

/** @param {string} id @param {Set<string>} held @param {Board} board @param {'leaving' | 'done'} state */
function leave(id, held, board, state) {
  held.delete(id);
  board.wins.turned(id, state);
}
