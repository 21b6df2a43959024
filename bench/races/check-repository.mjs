import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { git } from '../workspace/git.mjs';
import { runCoord, told } from './coord-process.mjs';

/** @typedef {Record<string, unknown> & { id: string }} Fields */

/**
 * Whatever would need repair in a work tree: files that do not read, ids defined twice, objects or index in disorder.
 * @param {string} coord
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function checkRepository(coord, folder) {
  /** @type {string[]} */
  const faults = [];
  const validated = await runCoord(coord, folder, ['validate']);
  if (validated.code !== 0) faults.push(told(validated));
  const ids = readTasks(folder).map(({ id }) => id.toLowerCase());
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0) faults.push(`${folder}: defined twice: ${twice.join(', ')}`);
  for (const args of [['fsck', '--no-dangling', '--no-progress'], ['ls-files', '--error-unmatch', 'deployment/coord.yaml']]) {
    try {
      git(folder, args);
    } catch (error) {
      faults.push(`${folder}: git ${args.join(' ')}: ${String(error)}`);
    }
  }
  return faults;
}

/** All tasks as their files define them, read without coord. @param {string} folder @returns {Fields[]} */
export function readTasks(folder) {
  const tasks = join(folder, 'deployment/tasks');
  return readdirSync(tasks).filter((name) => name.endsWith('.yaml')).flatMap((name) => {
    /** @type {Fields & { task_queue?: Record<string, Fields[]> }} */
    const document = parse(readFileSync(join(tasks, name), 'utf8'));
    return document.task_queue === undefined ? [document] : Object.values(document.task_queue).flat();
  });
}
