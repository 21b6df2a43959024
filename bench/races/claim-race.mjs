/** Many processes claim the same tasks: one winner each, and tokens that only rise. */
import { chance } from '../chance.mjs';
import { git } from '../workspace/git.mjs';
import { runCoord, told } from './coord-process.mjs';
import { makeArena, agentName } from './arena.mjs';
import { makeClones } from './clones.mjs';

/** So many tasks are claimed in the second round again. */
const RELEASED = 50;

/**
 * @typedef {object} Figures
 * @property {number} operations
 * @property {string[]} faults empty: nothing was wrong
 */

/**
 * Claimants go through the tasks, half of them in an order of their own. In the second round, winners give some of them
 * back and all claim again, releasing at once what they get, so that tokens have a reason to rise.
 * @param {string} place an empty folder
 * @param {{ readonly coord: string, readonly claimants: number, readonly tasks: number, readonly rivals?: number, readonly clones?: number, readonly seed: number }} plan
 *   `rivals`: how many claimants want each task (default: all); `clones`: in how many clones of one repository they are (default: none, but worktrees)
 * @returns {Promise<Figures>}
 */
export async function raceForClaims(place, { coord, claimants, tasks, rivals = claimants, clones = 0, seed }) {
  const ids = Array.from({ length: tasks }, (_, at) => `T-${at + 1}`);
  const arena = makeArena(place, { tasks: ids, agents: claimants, worktrees: clones > 0 ? 0 : Math.floor(claimants / 2), sharing: clones > 0 });
  const { hub: authority, folders } = clones > 0 ? makeClones(place, arena.root, clones) : { hub: arena.root, folders: arena.folders };
  /** @type {string[]} */
  const faults = [];
  /** @type {Map<string, { agent: string, token: number }[]>} */
  const won = new Map(ids.map((id) => [id, []]));
  let operations = 0;

  /** @param {number} who @param {string[]} args @param {readonly number[]} expected */
  const run = async (who, args, expected) => {
    operations += 1;
    const ended = await runCoord(coord, folders[who % folders.length] ?? authority, [...args, '--as', agentName(who)]);
    if (ended.code === null || !expected.includes(ended.code)) faults.push(told(ended));
    return ended;
  };
  /** @param {number} who @param {string} id */
  const claim = async (who, id) => {
    const { code, answer } = await run(who, ['claim', id], [0, 3]);
    if (code === 0 && answer) won.get(id)?.push({ agent: agentName(who), token: answer.claim.token });
    return code === 0;
  };
  const all = (/** @type {(who: number) => Promise<void>} */ work) => Promise.all(Array.from({ length: claimants }, (_, who) => work(who)));

  await all(async (who) => {
    const wanted = ids.filter((_, at) => (at + who) % Math.ceil(claimants / rivals) === 0);
    for (const id of who % 2 === 0 ? wanted : shuffled(wanted, chance(seed + who))) await claim(who, id);
  });
  for (const [id, winners] of won) if (winners.length !== 1) faults.push(`${id} has ${winners.length} winners: ${JSON.stringify(winners)}`);
  faults.push(...disagreements(authority, won));

  const again = ids.slice(0, RELEASED);
  await all(async (who) => {
    for (const id of again.filter((one) => won.get(one)?.[0]?.agent === agentName(who))) await run(who, ['release', id], [0]);
    for (const id of shuffled(again, chance(seed - 1 - who)).slice(0, Math.ceil(again.length / 4))) if (await claim(who, id)) await run(who, ['release', id], [0]);
  });
  for (const [id, winners] of won) {
    const tokens = winners.map(({ token }) => token);
    if (new Set(tokens).size !== tokens.length) faults.push(`${id} gave a token twice: ${JSON.stringify(winners)}`);
  }
  faults.push(...disagreements(authority, won));
  return { operations, faults };
}

/** The ref's token is the highest that was ever given, and its agent the one who got it. @param {string} authority the repository whose refs count @param {Map<string, { agent: string, token: number }[]>} won */
function disagreements(authority, won) {
  return [...won].flatMap(([id, winners]) => {
    const last = [...winners].sort((a, b) => b.token - a.token)[0];
    const { agent, token } = JSON.parse(git(authority, ['cat-file', 'blob', `refs/coord/tasks/${id}`]));
    return last?.token === token && last?.agent === agent ? [] : [`${id}: the ref says ${agent} with token ${token}, the answers ${JSON.stringify(winners)}`];
  });
}

/** @template T @param {readonly T[]} items @param {() => number} random @returns {T[]} */
function shuffled(items, random) {
  return items.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
}
