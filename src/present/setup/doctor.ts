/** What `doctor` found, a line for each thing looked at. */
import type { ClaimsDiagnosis } from '../../app/claims/diagnose-claims.ts';
import type { Diagnosis } from '../../app/setup/doctor.ts';
import { severityOf } from '../../core/problem/problem.ts';
import { asCaller, asNamed } from '../as-words.ts';
import { integrationNext } from './integration-words.ts';
import { HOOK_SETUP } from './hook-setup.ts';
import { lostWords } from '../claims/lost-work.ts';
import { paint } from '../text/paint.ts';
import { plain, say } from '../text/plain.ts';
import type { Screen } from '../screen.ts';
import { shellWord } from '../text/shell-word.ts';
import { duration } from '../text/time.ts';
import { count, listed, size } from '../text/words.ts';

export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'broken';
  readonly says: string;
  readonly next: string | null;
}

const NEEDED = [2, 34] as const;
const WANTED = [2, 38] as const;
/** A lock held longer than this is one that somebody left behind. */
const LONG_SECONDS = 60;

export function checksOf(diagnosis: Diagnosis, screen: Screen): readonly Check[] {
  return [gitCheck(diagnosis), repositoryCheck(diagnosis), historyCheck(diagnosis), ...integrationChecks(diagnosis), filesCheck(diagnosis), hookCheck(diagnosis), ...mergeChecks(diagnosis), lockCheck(diagnosis), remoteCheck(diagnosis), ...claimChecks(diagnosis, screen), cacheCheck(diagnosis)];
}

export function doctorText(checks: readonly Check[], screen: Screen): string {
  const { green, yellow, red } = paint(screen);
  const marks = { ok: green('ok     '), warning: yellow('warning'), broken: red('broken ') };
  const width = Math.max(...checks.map(({ name }) => name.length));
  const room = `\n${' '.repeat(9 + width + 2)}`;
  return checks.map(({ name, state, says, next }) => `${marks[state]}  ${name.padEnd(width)}  ${says}${next === null ? '' : `${room}${next}`}`).join('\n');
}

const ok = (name: string, says: string): Check => ({ name, state: 'ok', says, next: null });
const warning = (name: string, says: string, next: string): Check => ({ name, state: 'warning', says, next });
const broken = (name: string, says: string, next: string): Check => ({ name, state: 'broken', says, next });

function gitCheck({ gitVersion }: Diagnosis): Check {
  if (gitVersion === null) return broken('git', 'does not run', 'Install git 2.34 or newer, where your PATH finds it.');
  if (isOlder(gitVersion, NEEDED)) return broken('git', say`${gitVersion} is too old`, 'Install git 2.34 or newer.');
  if (isOlder(gitVersion, WANTED)) return warning('git', say`${gitVersion} cannot check merges before they happen`, 'Install git 2.38 or newer.');
  return ok('git', plain(gitVersion));
}

function repositoryCheck({ root, isLinkedWorktree, head }: Diagnosis): Check {
  const where = say`${root}${isLinkedWorktree ? ', a linked worktree' : ''}`;
  if (head.commit === null) return warning('repository', `${where}, without a commit`, 'Make the first: git add -A && git commit -m "Begin"');
  return head.branch === null ? warning('repository', `${where}, on no branch`, 'Go to a branch before you commit: git switch <branch>') : ok('repository', say`${where}, on ${head.branch}`);
}

function historyCheck({ isShallow }: Diagnosis): Check {
  return isShallow ? warning('history', 'is cut off (a shallow clone), so commits of handoffs are not checked', 'git fetch --unshallow') : ok('history', 'complete');
}

function integrationChecks({ integration, head }: Diagnosis): Check[] {
  if (integration === null || head.commit === null) return [];
  const { branch, remote, isThere } = integration;
  return [isThere ? ok('integration', say`work comes together in ${branch}`) : broken('integration', say`coord.yaml names the branch ${branch}, which is not here, so no work can begin`, integrationNext(branch, remote))];
}

function filesCheck({ files, folder }: Diagnosis): Check {
  if (files === null) return broken('files', say`there is no ${folder}/ folder`, 'Make it: coord init');
  const errors = files.problems.filter((problem) => severityOf(problem) === 'error').length;
  const counted = say`${count(files.count, 'file')} in ${folder}/`;
  if (files.problems.length === 0) return ok('files', counted);
  const found = errors === 0 ? count(files.problems.length, 'warning') : count(errors, 'problem');
  return warning('files', `${counted}, ${found}`, 'See them: coord validate');
}

function hookCheck({ hook }: Diagnosis): Check {
  if (hook === null) return warning('hook', 'commits are not checked', 'Check them: coord init --hook');
  return hook.runs ? ok('hook', `every commit is checked (${hook.by})`) : warning('hook', `commits are not checked in this clone: git does not call ${hook.by} yet`, `Set it up: ${HOOK_SETUP[hook.by]}`);
}

function mergeChecks({ mergeDriver }: Diagnosis): Check[] {
  if (mergeDriver === null) return [];
  return [mergeDriver ? ok('merging', 'git asks coord') : warning('merging', 'git merges line by line in this clone, though .gitattributes asks for coord', 'Set it up: coord init --merge-driver')];
}

function lockCheck({ locks }: Diagnosis): Check {
  const old = locks.filter(({ ageSeconds }) => ageSeconds >= LONG_SECONDS);
  if (old.length === 0) return ok('locks', 'none left behind');
  const [first] = old;
  return warning('locks', listed(old.map(({ path, ageSeconds }) => say`${path}, ${duration(ageSeconds * 1000)} old`), 3), say`If no git or coord is running, remove it: rm ${shellWord(first?.path ?? '')}`);
}

function remoteCheck({ mirrors }: Diagnosis): Check {
  const [first] = mirrors;
  if (!first) return ok('remotes', 'none writes over claims');
  return broken('remotes', say`fetching from ${first.remote} writes over claims (${first.refspec})`, say`Fetch branches only: git config remote.${first.remote}.fetch "+refs/heads/*:refs/remotes/${first.remote}/*"`);
}

function claimChecks({ claims: { held, unreadable, expired, unknown, lost, homeless, unshared }, isCallerKnown }: Diagnosis, screen: Screen): Check[] {
  const [work] = lost;
  const [left] = homeless;
  const found = [
    unreadable.length === 0 ? null : unreadableCheck(unreadable),
    expired.length === 0 ? null : warning('claims', say`${listed(expired, 5)}: the time ran out`, say`Take it over: coord claim ${shellWord(expired[0] ?? '')} --take-over${asCaller(screen, isCallerKnown)}`),
    unknown.length === 0 ? null : warning('claims', say`${listed(unknown, 5)}: held, but no file here defines it`, 'It may be on another branch; else its time runs out by itself.'),
    work === undefined ? null : warning('claims', say`${work.id} ${lostWords(work)}`, say`If the work is lost, open the task again: coord task set ${work.id} status=todo`),
    left === undefined ? null : warning('claims', say`${left.id}: its worktree ${left.worktree} is gone`, say`If claim --worktree was cut off, repeat it: coord claim ${left.id} --worktree${asNamed(left.agent)}    Else free it: coord release ${left.id} --abandoned`),
    unshared === null ? null : warning('claims', say`hold on this machine alone, though claims are at ${unshared}`, say`If others are to know of them, write into coord.yaml: claims: ${unshared}`),
  ].filter((check) => check !== null);
  return found.length === 0 ? [ok('claims', held === 0 ? 'nothing is held' : `${held} held`)] : found;
}

/** A ref at the remote has to go there: our copy of it would come back with the next fetch. */
function unreadableCheck(unreadable: ClaimsDiagnosis['unreadable']): Check {
  const [{ id, isHere, remote } = { id: '', isHere: true, remote: null }] = unreadable;
  const ref = shellWord(`refs/coord/tasks/${id}`);
  const look = isHere || remote === null ? ref : shellWord(`refs/coord-remote/${remote}/tasks/${id}`);
  const steps = [...(isHere ? [say`git update-ref --no-deref -d ${ref}`] : []), ...(remote === null ? [] : [say`git push ${shellWord(remote)} --delete ${ref} && coord sync`])];
  return broken('claims', say`${listed(unreadable.map((one) => one.id), 5)}: cannot be read, so nobody can claim it`, say`Look at it: git cat-file -p ${look}; if nobody works on it, remove it: ${steps.join(' && ')}`);
}

function cacheCheck({ cache }: Diagnosis): Check {
  return ok('cache', cache === null ? 'not made yet' : `${size(cache)}, may be deleted at any time`);
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [first = 0, second = 0] = version.split('.').map(Number);
  return first < major || (first === major && second < minor);
}
