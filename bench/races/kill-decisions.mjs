/** The scenes about decisions. */
import { ME, OTHER } from './scene.mjs';

/** @import { Scene } from './scene.mjs' */

/** @type {Record<string, (id: string) => Scene>} */
export const DECISION_SCENES = {
  'decide propose': (id) => ({ verb: () => propose(id), again: [0], holds: (place) => place.decisions(id).length > 0 }),
  'decide comment': (id) => ({
    before: [propose(id)],
    verb: (made) => ['decide', 'comment', made?.standing.decision.file ?? '', `On ${id}.`, ...OTHER],
    again: [0],
    holds: ({ records }) => [...records.others.values()].some(({ text }) => text.includes(`On ${id}.`)),
  }),
  'decide accept': (id) => decides(id, ['accept', '--early'], 'accepted'),
  'decide accept --supersedes': (id) => ({
    before: [propose(`${id} old`), accept(`${id}-old`), [...propose(`${id} new`), '--supersedes', `${id}-old`]],
    verb: () => accept(`${id}-new`),
    again: [0, 1],
    holds: (place) => place.decisions(`${id} old`)[0]?.['status'] === 'superseded' && place.decisions(`${id} new`)[0]?.['status'] === 'accepted',
  }),
  'decide reject': (id) => decides(id, ['reject'], 'rejected'),
  'decide supersede': (id) => ({
    before: [propose(`${id} old`), accept(`${id}-old`), propose(`${id} new`), accept(`${id}-new`)],
    verb: () => ['decide', 'supersede', `${id}-old`, `${id}-new`, ...ME],
    again: [0, 1],
    holds: (place) => place.decisions(`${id} old`)[0]?.['status'] === 'superseded' && JSON.stringify(place.decisions(`${id} new`)[0]?.['supersedes']).includes(`${id.toLowerCase()}-old`),
  }),
};

/** @param {string} title */
function propose(title) {
  return ['decide', 'propose', title, '--area', 'agent-1', ...ME];
}

/** @param {string} name */
function accept(name) {
  return ['decide', 'accept', name, '--early', ...ME];
}

/** @param {string} id @param {readonly string[]} words @param {string} status @returns {Scene} */
function decides(id, [verdict = '', ...options], status) {
  return {
    before: [propose(id)],
    verb: (made) => ['decide', verdict, made?.standing.decision.file ?? '', ...options, ...ME],
    again: [0, 1],
    holds: (place) => place.decisions(id).every((fields) => fields['status'] === status),
  };
}
