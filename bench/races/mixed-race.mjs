/** Many agents do everything at once, in one work tree or in clones that share their claims: whatever was acknowledged is so. */
import { chance, pick } from '../chance.mjs';
import { git } from '../workspace/git.mjs';
import { agentName, makeArena } from './arena.mjs';
import { checkRepository } from './check-repository.mjs';
import { makeClones, outOfStep } from './clones.mjs';
import { runCoord, told } from './coord-process.mjs';
import { Ledger, Wins } from './ledger.mjs';
import { OPERATIONS } from './operations.mjs';

/** @import { Board, Operation, Worker } from './operations.mjs' */

/** Few enough to be wanted by several at once, enough for some to be free until the end: one in so many operations finishes a task. */
const OPERATIONS_A_TASK = 20;
const WORKERS_A_TASK = 4;
const SHARED = 6;
/** The rules said no, or another was first: an answer that a race must give. */
const ANSWERS = [0, 1, 3];

/**
 * @param {string} place an empty folder
 * @param {{ readonly coord: string, readonly workers: number, readonly clones: number, readonly operations: number, readonly minutes?: number, readonly seed: number }} plan
 *   `clones`: in how many the workers are; 0: all in one work tree, without a remote; `minutes`: after so many no operation is begun any more
 */
export async function raceMixed(place, { coord, workers, clones, operations, minutes = Infinity, seed }) {
  const contested = named('C', Math.ceil(operations / OPERATIONS_A_TASK + workers / WORKERS_A_TASK));
  const shared = named('S', SHARED);
  const { root } = makeArena(place, { tasks: [...contested, ...shared], agents: workers, worktrees: 0, sharing: clones > 0 });
  const { hub, folders } = clones > 0 ? makeClones(place, root, clones) : { hub: root, folders: [root] };
  const wins = new Wins();
  const boards = folders.map((folder) => ({ ledger: new Ledger(folder), board: { wins, contested, shared, blockers: [], handoffs: [], decisions: [], awaiting: [] } }));
  const names = [...Object.keys(OPERATIONS), ...(clones > 0 ? ['sync'] : [])];
  const each = Math.ceil(operations / workers);
  const end = Date.now() + minutes * 60_000;
  /** @type {string[]} */
  const faults = [];
  let begun = 0;
  let acknowledged = 0;

  /** @param {Worker} worker */
  const act = async (worker) => {
    const { args, as = worker.name, begin, settle } = choose(names, worker);
    begin?.();
    const ended = await runCoord(coord, worker.ledger.folder, [...args, '--as', as]);
    if (ended.code === null || !ANSWERS.includes(ended.code)) faults.push(told(ended));
    if (ended.code !== 0 || ended.answer === null) return;
    acknowledged += 1;
    settle?.(ended.answer);
    const { commit, not_shared } = ended.answer;
    if (commit?.committed) worker.ledger.committed(commit);
    else if (commit) faults.push(`not committed: ${told(ended)}`);
    if (not_shared) faults.push(`not shared: ${told(ended)}`);
  };
  await Promise.all(
    Array.from({ length: workers }, async (_, who) => {
      const { ledger, board } = /** @type {{ ledger: Ledger, board: Board }} */ (boards[who % boards.length]);
      const worker = { name: agentName(who), ledger, board, random: chance(seed * 1000 + who), held: new Set(), own: [], proposals: [] };
      for (let step = 0; step < each && Date.now() < end; step++) {
        begun += 1;
        await act({ ...worker, step });
      }
    }),
  );

  for (const { ledger } of boards) {
    if (clones > 0) faults.push(...(await outOfStep(coord, ledger.folder, hub)));
    faults.push(...ledger.faults(), ...(await checkRepository(coord, ledger.folder)));
    const changed = git(ledger.folder, ['status', '--porcelain']);
    if (changed !== '') faults.push(`${ledger.folder}: git status says ${changed}`);
  }
  faults.push(...wins.faults, ...wins.disagreements(hub));
  return { operations: begun, acknowledged, faults };
}

/** @param {string} prefix @param {number} count */
function named(prefix, count) {
  return Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
}

/** Only the operations that have something to do; adding a task always has. @param {readonly string[]} names @param {Worker} worker @returns {Operation} */
function choose(names, worker) {
  const name = pick(names, worker.random);
  if (name === 'sync') return { args: ['sync'] };
  return OPERATIONS[name]?.(worker) ?? choose(names, worker);
}
