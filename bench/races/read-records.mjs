import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readTasks } from './check-repository.mjs';

/** @import { Fields } from './check-repository.mjs' */
/**
 * All records of a work tree, read without coord.
 * @typedef {object} Records
 * @property {Map<string, Fields>} tasks by id
 * @property {Map<string, { fields: Record<string, unknown>, text: string }>} others by path from the work tree: handoffs, blockers, decisions, feedback
 */

const FOLDERS = ['handoffs', 'decisions', 'decisions/feedback', 'status/blockers'];

/** @param {string} folder @returns {Records} */
export function readRecords(folder) {
  const paths = FOLDERS.flatMap((name) => {
    const at = join('deployment', name);
    return existsSync(join(folder, at)) ? readdirSync(join(folder, at)).filter((file) => file.endsWith('.md')).map((file) => join(at, file)) : [];
  });
  const others = paths.map((path) => /** @type {const} */ ([path, readFrontMatter(readFileSync(join(folder, path), 'utf8'))]));
  return { tasks: new Map(readTasks(folder).map((task) => [task.id, task])), others: new Map(others) };
}

/** Pages, which lie beside decisions, have none. @param {string} text */
function readFrontMatter(text) {
  const [, front = ''] = text.split(/^---$/m);
  /** @type {Record<string, unknown> | null} */
  const fields = parse(front);
  return { fields: fields ?? {}, text };
}
