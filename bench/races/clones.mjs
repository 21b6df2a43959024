/** Clones of one bare repository, reached through a network that is as slow as chance has it. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workspace/git.mjs';
import { runCoord, told } from './coord-process.mjs';

/** The longest that a request to the bare repository is held up, in milliseconds. */
const DELAY = 200;

/**
 * @param {string} place a folder that holds the repository
 * @param {string} source the repository to clone
 * @param {number} count
 * @returns {{ hub: string, folders: string[] }}
 */
export function makeClones(place, source, count) {
  const hub = join(place, 'hub.git');
  git(place, ['clone', '-q', '--bare', source, hub]);
  for (const [setting, value] of [['gc.auto', '0'], ['receive.autogc', 'false']]) git(hub, ['config', setting ?? '', value ?? '']);
  const folders = Array.from({ length: count }, (_, at) => join(place, `clone-${at + 1}`));
  for (const folder of folders) {
    git(place, ['clone', '-q', `file://${hub}`, folder]);
    git(folder, ['config', 'gc.auto', '0']);
    for (const service of ['upload-pack', 'receive-pack']) git(folder, ['config', `remote.origin.${service.replace('-', '')}`, slow(place, service)]);
  }
  return { hub, folders };
}

/** A script that waits before it does as the git command of this name. @param {string} place @param {string} service */
function slow(place, service) {
  const script = join(place, `slow-${service}`);
  const wait = `sleep "$(od -An -N2 -tu2 /dev/urandom | awk '{ printf "%.3f", $1 / 65536 * ${DELAY / 1000} }')"`;
  writeFileSync(script, `#!/bin/sh\n${wait}\nexec git ${service} "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

/**
 * After a sync, a clone knows of each claim what the bare repository holds, and its own refs say nothing else. It need not have
 * one for each: where coord was stopped after the push, what was seen at the remote is all there is.
 * @param {string} coord @param {string} folder @param {string} hub @returns {Promise<string[]>}
 */
export async function outOfStep(coord, folder, hub) {
  const synced = await runCoord(coord, folder, ['sync']);
  if (synced.code !== 0) return [told(synced)];
  const [seen, own, there] = [claimRefs(folder, 'refs/coord-remote/origin/tasks/'), claimRefs(folder), claimRefs(hub)];
  const isInStep = seen.join('\n') === there.join('\n') && own.every((claim) => there.includes(claim));
  return isInStep ? [] : [`${folder}: after a sync, it has other claims than the remote`];
}

/** All claims of a repository with the objects they stand in, in the order of their ids. @param {string} folder @param {string} [under] */
function claimRefs(folder, under = 'refs/coord/tasks/') {
  return git(folder, ['for-each-ref', '--format=%(objectname) %(refname)', under]).split('\n').filter(Boolean).map((line) => line.replace(under, ''));
}
