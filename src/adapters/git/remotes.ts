/** Claims in remotes: fetched into refs of their own by explicit refspecs, changed by a push that names what it expects. */
import type { Location } from '../../app/ports.ts';
import type { ClaimPush, Pushed, Reached, Remotes } from '../../app/ports/remote-port.ts';
import { EnvironmentFailure } from '../../core/problem/environment-failure.ts';
import { CLAIM_REFS, packWhenMany, readClaim, removeStaleLock, SEEN_REFS, writeClaim } from './claim-refs.ts';
import { keptClaims } from './kept-claims.ts';
import { readPush, reasonOf } from './push-report.ts';
import type { PushReport } from './push-report.ts';
import { readNotes, writeNotes } from './sync-notes.ts';
import { gitText, runGit } from './run-git.ts';
import type { GitOutput } from './run-git.ts';
import { PATIENCE, wait } from '../wait.ts';

/** Longer than a slow network needs, shorter than anyone waits for it. */
const SECONDS = 60;
const NO_OBJECT = '0'.repeat(40);
/** It stands in names of refs, and git takes a name that it does not know for a path. */
const SAFE_NAME = /^\w[\w.-]*$/;
/** What the user or the repository may have set, and what would make a fetch or push do more than it is told. */
const QUIET = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false', '-c', 'fetch.writeCommitGraph=false', '-c', 'push.gpgSign=false', '-c', 'push.followTags=false'];
/** Nobody is there to answer: without a terminal, ssh and git may ask through a window. */
const NO_QUESTIONS = { GIT_ASKPASS: '', SSH_ASKPASS: '', SSH_ASKPASS_REQUIRE: 'never', GCM_INTERACTIVE: 'never' };

export function createRemotes(location: Location, build: string): Remotes {
  return {
    seen: () => seenRemotes(location),
    list: (remote) => (SAFE_NAME.test(remote) ? keptClaims(location, build, seenRefs(remote)) : Promise.resolve([])),
    read: (remote, id) => (SAFE_NAME.test(remote) ? readClaim(location, id, seenRefs(remote)) : Promise.resolve(null)),
    async fetch(remote, branch, id) {
      if (!SAFE_NAME.test(remote)) return { kind: 'no-such-remote' };
      // Asked at the same time: what was fetched from a folder of that name is not looked at.
      const [isKnown, fetched] = await Promise.all([isRemote(location, remote), fetchInto(location, remote, branch, id)]);
      return isKnown ? fetched : { kind: 'no-such-remote' };
    },
    push: (remote, changes) => (changes.length === 0 ? Promise.resolve([]) : pushClaims(location, remote, changes)),
    branches: (remote, names) => branchesOf(location, remote, names),
    notes: (remote) => Promise.resolve(readNotes(location, remote)),
    keepNotes(remote, notes) {
      writeNotes(location, remote, notes);
      return Promise.resolve();
    },
  };
}

async function seenRemotes(location: Location): Promise<string[]> {
  const names = await gitText(location, ['for-each-ref', '--format=%(refname:lstrip=2)', SEEN_REFS]);
  return [...new Set(names.split('\n').flatMap((name) => (name === '' ? [] : [name.slice(0, name.indexOf('/'))])))];
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

async function branchesOf(location: Location, remote: string, names: readonly string[]): Promise<ReadonlySet<string> | null> {
  const { code, stdout } = await ask(location, ['ls-remote', '--heads', remote, ...names.map((name) => `refs/heads/${name}`)]);
  if (code !== 0) return null;
  const found = [...stdout.toString('utf8').matchAll(/\trefs\/heads\/(.+)$/gm)].map(([, name = '']) => name);
  return new Set(names.filter((name) => found.includes(name)));
}

async function pushClaims(location: Location, remote: string, changes: readonly ClaimPush[]): Promise<readonly Pushed[]> {
  const outcomes = new Map<ClaimPush, Pushed>();
  let open = changes;
  for (const pause of [...PATIENCE, null]) {
    // Written again on each try: a gc between the two calls may have dropped it.
    const pushes: RefPush[] = [];
    for (const change of open) pushes.push({ change, oid: change.next === null ? '' : await writeClaim(location, change.next) });
    const { stdout, stderr } = await pushRefs(location, remote, pushes);
    const reports = pushes.map((push) => ({ ...push, report: readPush(stdout.toString('utf8'), stderr, CLAIM_REFS + push.change.id) }));
    for (const { change, oid, report } of reports) outcomes.set(change, outcomeOf(report, oid));
    await follow(location, remote, reports.filter(({ report }) => report.kind === 'accepted'));
    open = reports.filter(({ report }) => report.kind === 'busy').map(({ change }) => change);
    if (open.length === 0 || pause === null) break;
    await wait(pause);
  }
  return changes.map((change) => outcomes.get(change) ?? { kind: 'unclear', reason: 'it was not tried', oid: '' });
}

interface RefPush {
  readonly change: ClaimPush;
  /** Empty: the ref is to be dropped. */
  readonly oid: string;
}

function pushRefs(location: Location, remote: string, pushes: readonly RefPush[]): Promise<GitOutput> {
  const leases = pushes.map(({ change: { id, seen } }) => `--force-with-lease=${CLAIM_REFS}${id}:${seen ?? ''}`);
  const refspecs = pushes.map(({ change: { id }, oid }) => `${oid}:${CLAIM_REFS}${id}`);
  const flags = ['--porcelain', '--no-verify', '--recurse-submodules=no', ...leases];
  return ask(location, [...QUIET, '-c', `remote.${remote}.mirror=false`, 'push', ...flags, remote, ...refspecs]);
}

function outcomeOf(report: PushReport, oid: string): Pushed {
  if (report.kind === 'accepted') return { kind: 'accepted', oid };
  return report.kind === 'busy' || report.kind === 'unclear' ? { kind: 'unclear', reason: report.reason, oid } : report;
}

/** The remote has them, and what is known of that here follows: all at once or, where one cannot, each by itself. The next fetch makes up for what fails. */
async function follow(location: Location, remote: string, pushes: readonly RefPush[]): Promise<void> {
  if (pushes.length === 0) return;
  const { code } = await updateRefs(location, remote, pushes);
  if (code !== 0 && pushes.length > 1) for (const push of pushes) await updateRefs(location, remote, [push]);
  packWhenMany(location, seenRefs(remote)); // all that were claimed anywhere, so at least as many as our own
}

function updateRefs(location: Location, remote: string, pushes: readonly RefPush[]): Promise<GitOutput> {
  const lines = pushes.flatMap(({ change: { id, seen, local }, oid }) => {
    const none = '0'.repeat((oid || seen || local || NO_OBJECT).length);
    return [`update ${seenRefs(remote)}${id} ${oid || none} ${seen ?? none}\n`, `update ${CLAIM_REFS}${id} ${oid || none} ${local ?? none}\n`];
  });
  return patiently(location, () => runGit(location, ['update-ref', '--no-deref', '--stdin'], { writes: true, stdin: lines.join('') }));
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
