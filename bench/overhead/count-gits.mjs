/** How many gits something starts, as git itself tells: a file for each, by a setting that all of them read. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ readonly all: number, readonly started: number }} Gits `started`: without those that another git started
 * @param {string} place an empty folder
 * @param {(env: { readonly GIT_CONFIG_GLOBAL: string }) => Promise<unknown>} work
 * @returns {Promise<Gits>}
 */
export async function countGits(place, work) {
  const traces = join(place, 'traces');
  const settings = join(place, 'gitconfig');
  mkdirSync(traces);
  writeFileSync(settings, `[trace2]\n\teventTarget = ${traces}\n`);
  await work({ GIT_CONFIG_GLOBAL: settings });
  const ids = readdirSync(traces).map((name) => /"sid":"([^"]+)"/.exec(readFileSync(join(traces, name), 'utf8'))?.[1] ?? '');
  return { all: ids.length, started: ids.filter((id) => !id.includes('/')).length };
}
