/** Claims in remotes: fetched into refs of their own by explicit refspecs, changed by a push that names what it expects. */
import type { ClaimPush, Location, Pushed, Reached, Remotes } from '../../app/ports.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { printClaim } from '../../core/schedule/claim.ts';
import { CLAIM_REFS, listClaims, readClaim, removeStaleLock, SEEN_REFS } from './claim-refs.ts';
import { readPush, reasonOf } from './push-report.ts';
import { gitText, runGit } from './run-git.ts';
import type { GitOutput } from './run-git.ts';
import { PATIENCE, wait } from '../wait.ts';

/** Longer than a slow network needs, shorter than anyone waits for it. */
const SECONDS = 60;
/** It stands in names of refs, and git takes a name that it does not know for a path. */
const SAFE_NAME = /^\w[\w.-]*$/;
/** What the user or the repository may have set, and what would make a fetch or push do more than it is told. */
const QUIET = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false', '-c', 'fetch.writeCommitGraph=false', '-c', 'push.gpgSign=false', '-c', 'push.followTags=false'];
/** Nobody is there to answer: without a terminal, ssh and git may ask through a window. */
const NO_QUESTIONS = { GIT_ASKPASS: '', SSH_ASKPASS: '', SSH_ASKPASS_REQUIRE: 'never', GCM_INTERACTIVE: 'never' };

export function createRemotes(location: Location): Remotes {
  return {
    list: (remote) => (SAFE_NAME.test(remote) ? listClaims(location, seenRefs(remote)) : Promise.resolve([])),
    read: (remote, id) => (SAFE_NAME.test(remote) ? readClaim(location, id, seenRefs(remote)) : Promise.resolve(null)),
    async fetch(remote, branch, id) {
      if (!SAFE_NAME.test(remote)) return { kind: 'no-such-remote' };
      // Asked at the same time: what was fetched from a folder of that name is not looked at.
      const [isKnown, fetched] = await Promise.all([isRemote(location, remote), fetchInto(location, remote, branch, id)]);
      return isKnown ? fetched : { kind: 'no-such-remote' };
    },
    push: (remote, change) => pushClaim(location, remote, change),
  };
}

function seenRefs(remote: string): string {
  return `${SEEN_REFS}${remote}/tasks/`;
}

async function isRemote(location: Location, remote: string): Promise<boolean> {
  return (await runGit(location, ['config', '--get-all', `remote.${remote}.url`])).code === 0;
}

async function fetchInto(location: Location, remote: string, branch: string, id: string | null): Promise<Reached> {
  const heads = `+refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
  // A name that the remote lacks would be an error, a pattern without a match is none; `A*` covers `A-1` too, which does no harm.
  const claims = `+${CLAIM_REFS}${id ?? ''}*:${seenRefs(remote)}${id ?? ''}*`;
  const fetched = await patiently(location, () => fetchRefs(location, remote, [heads, claims]));
  // Nobody has pushed the default branch yet.
  const lacksBranch = fetched.code !== 0 && /couldn't find remote ref/.test(fetched.stderr);
  const { code, stderr } = lacksBranch ? await patiently(location, () => fetchRefs(location, remote, [claims])) : fetched;
  return code === 0 ? { kind: 'reached' } : { kind: 'unreachable', reason: reasonOf(stderr) };
}

/** An empty refmap: nothing that the remote's own refspecs name is updated besides. */
function fetchRefs(location: Location, remote: string, refspecs: readonly string[]): Promise<GitOutput> {
  const flags = ['--quiet', '--prune', '--no-prune-tags', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-auto-maintenance', '--refmap='];
  return ask(location, [...QUIET, 'fetch', ...flags, remote, ...refspecs]);
}

async function pushClaim(location: Location, remote: string, change: ClaimPush): Promise<Pushed> {
  let pushed: Pushed = { kind: 'refused', reason: '' };
  for (const pause of [...PATIENCE, null]) {
    // Written again on each try: a gc between the two calls may have dropped it.
    const oid = (await gitText(location, ['hash-object', '-w', '--stdin'], { stdin: printClaim(change.next), writes: true })).trim();
    const { stdout, stderr } = await pushRef(location, remote, change, oid);
    const report = readPush(stdout.toString('utf8'), stderr, CLAIM_REFS + change.id);
    pushed = report.kind === 'busy' ? { kind: 'unclear', oid, reason: report.reason } : report.kind === 'accepted' || report.kind === 'unclear' ? { ...report, oid } : report;
    if (report.kind !== 'busy' || pause === null) break;
    await wait(pause);
  }
  if (pushed.kind === 'accepted') await follow(location, remote, change, pushed.oid);
  return pushed;
}

function pushRef(location: Location, remote: string, { id, seen }: ClaimPush, oid: string): Promise<GitOutput> {
  const ref = CLAIM_REFS + id;
  const flags = ['--porcelain', '--no-verify', '--recurse-submodules=no', `--force-with-lease=${ref}:${seen ?? ''}`];
  return ask(location, [...QUIET, '-c', `remote.${remote}.mirror=false`, 'push', ...flags, remote, `${oid}:${ref}`]);
}

/** The remote has it, and what is known of that here follows; where that fails, the next fetch makes up for it. */
async function follow(location: Location, remote: string, { id, seen, local }: ClaimPush, oid: string): Promise<void> {
  const none = '0'.repeat(oid.length);
  const lines = [`update ${seenRefs(remote)}${id} ${oid} ${seen ?? none}\n`, `update ${CLAIM_REFS}${id} ${oid} ${local ?? none}\n`];
  await patiently(location, () => runGit(location, ['update-ref', '--no-deref', '--stdin'], { writes: true, stdin: lines.join('') }));
}

async function ask(location: Location, args: readonly string[]): Promise<GitOutput> {
  try {
    return await runGit(location, args, { writes: true, env: NO_QUESTIONS, seconds: SECONDS });
  } catch (error) {
    if (error instanceof EnvironmentFailure && error.refusal.code === 'git-failed') return { code: 1, stdout: Buffer.alloc(0), stderr: error.refusal.facts.reason };
    throw error;
  }
}

/** While another git holds the lock of one of our refs; one that was left there is removed. */
async function patiently(location: Location, run: () => Promise<GitOutput>): Promise<GitOutput> {
  for (const pause of PATIENCE) {
    const output = await run();
    const lock = /(refs\/coord\S*?)\.lock'/.exec(output.stderr)?.[1];
    if (output.code === 0 || !/cannot lock ref|unable to update local ref|\.lock'/i.test(output.stderr) || /but expected|already exists/.test(output.stderr)) return output;
    if (lock !== undefined) removeStaleLock(location, lock);
    await wait(pause);
  }
  return run();
}
