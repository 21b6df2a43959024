/** What git knows of commits, branches and blobs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../app/ports.ts';
import { gitDirOf } from './find-repository.ts';
import { writerOfTemporary } from '../temporary-name.ts';
import { askSimpleGit, openSimpleGit } from './open-simple-git.ts';
import { gitFailed, gitText, runGit } from './run-git.ts';
import { standingBase, standingCommit, standingHead, standingNames, standingTexts } from './standing-answers.ts';
import type { Head } from './standing-answers.ts';

const HEADS = 'refs/heads/';
const HEX = /^[0-9a-f]{4,64}$/i;
const isWholeId = (name: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);

export async function readHead(location: Location): Promise<Head> {
  return (await standingHead(location)) ?? askHead(location);
}

async function askHead(location: Location): Promise<Head> {
  const { code, stdout } = await runGit(location, ['rev-parse', 'HEAD', 'HEAD^{tree}', '--symbolic-full-name', 'HEAD', '--']);
  if (code !== 0) return { commit: null, tree: null, branch: await unbornBranch(location) };
  const [commit = '', tree = '', full = ''] = stdout.toString('utf8').split('\n');
  return { commit, tree, branch: branchName(full) };
}

async function unbornBranch(location: Location): Promise<string | null> {
  const { stdout } = await runGit(location, ['symbolic-ref', '-q', 'HEAD']);
  return branchName(stdout.toString('utf8').trim());
}

function branchName(ref: string): string | null {
  return ref.startsWith(HEADS) ? ref.slice(HEADS.length) : null;
}

export async function tipTimes(location: Location, refs: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const wanted = new Set(refs);
  const lines = await gitText(location, ['for-each-ref', '--format=%(committerdate:unix) %(refname)', HEADS, ...(refs.some((ref) => !ref.startsWith(HEADS)) ? ['refs/remotes/'] : [])]);
  const tips = lines.split('\n').flatMap((line): [string, Date][] => {
    const [seconds = '', ref = ''] = splitOnce(line, ' ');
    return wanted.has(ref) && seconds !== '' ? [[ref, new Date(Number(seconds) * 1000)]] : [];
  });
  return new Map(tips);
}

/** Untracked files too, one by one; what .gitignore names is left out, and what a coord that was killed left half written. */
export async function uncommitted(location: Location, outside: string | null, worktree = location.root): Promise<readonly string[]> {
  const gitDir = worktree === location.root ? location.gitDir : gitDirOf(worktree);
  if (gitDir === null) return [];
  const git = await openSimpleGit({ root: worktree, gitDir });
  const { files } = await git.status(['--untracked-files=all', '--no-renames', '--ignore-submodules=none']).catch((error: unknown) => {
    throw gitFailed(['status'], error instanceof Error ? error.message : String(error));
  });
  return files.map(({ path }) => path).filter((path) => (outside === null || !path.startsWith(`${outside}/`)) && writerOfTemporary(path) === null).sort();
}

export async function changedPaths(location: Location, base: string, head: string): Promise<readonly { path: string; blob: string | null }[]> {
  if (base === head) return [];
  const fields = (await askSimpleGit(location, ['diff', '--raw', '-z', '--no-renames', '--no-abbrev', '--end-of-options', base, head, '--'])).split('\0');
  const changed: { path: string; blob: string | null }[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const blob = fields[at]?.split(' ')[3] ?? '';
    changed.push({ path: fields[at + 1] ?? '', blob: /^0*$/.test(blob) ? null : blob });
  }
  return changed;
}

export async function commitAt(location: Location, revision: string): Promise<string | null> {
  const known = await standingCommit(location, revision);
  if (known !== undefined) return known;
  const { code, stdout } = await runGit(location, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return code === 0 ? stdout.toString('utf8').trim() : null;
}

export async function trailers(location: Location, base: string, head: string, key: string): Promise<readonly string[]> {
  const text = await gitText(location, ['log', `--format=%(trailers:key=${key},valueonly,unfold,separator=%x00)%x00`, '--end-of-options', `${base}..${head}`, '--']);
  return text.split(/\0|\n/).filter((value) => value !== '');
}

export async function mergeBase(location: Location, one: string, other: string): Promise<string | null> {
  if (one === other && isWholeId(one)) return one;
  const near = await standingBase(location, one, other);
  if (near !== undefined) return near;
  const { code, stdout } = await runGit(location, ['merge-base', '--end-of-options', one, other]);
  return code === 0 ? stdout.toString('utf8').trim() : null;
}

export async function blobs(location: Location, commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = paths.filter((path) => !path.includes('\n'));
  const answers = await checkObjects(location, asked.map((path) => `${commit}:${path}`));
  return new Map(asked.flatMap((path, at): [string, string][] => (answers[at]?.type === 'blob' ? [[path, answers[at].oid]] : [])));
}

export async function textsAt(location: Location, revision: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = paths.filter((path) => !path.includes('\n'));
  const known = await standingTexts(location, asked.map((path) => `${revision}:${path}`));
  if (known !== undefined) return new Map(asked.flatMap((path, at): [string, string][] => (known[at] === null ? [] : [[path, known[at] ?? '']])));
  const { code, stdout } = await runGit(location, ['cat-file', '--batch'], { stdin: asked.map((path) => `${revision}:${path}\n`).join('') });
  const texts = new Map<string, string>();
  if (code !== 0) return texts;
  let at = 0;
  for (const path of asked) {
    const end = stdout.indexOf('\n', at);
    const size = /^[0-9a-f]{40,64} blob (\d+)$/.exec(stdout.toString('latin1', at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    texts.set(path, stdout.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}

export async function commitsBetween(location: Location, from: string, to: string): Promise<number> {
  const { code, stdout } = await runGit(location, ['rev-list', '--count', '--end-of-options', `${from}..${to}`]);
  return code === 0 ? Number(stdout.toString('utf8')) : 0;
}

export async function knownObjects(location: Location, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = ids.filter((id) => HEX.test(id));
  const answers = await checkObjects(location, asked);
  return new Set(asked.filter((_, at) => answers[at]?.type === 'commit' || answers[at]?.type === 'blob'));
}

/** In the order asked; null for what is not there. */
async function checkObjects(location: Location, names: readonly string[]): Promise<readonly ({ oid: string; type: string } | null)[]> {
  if (names.length === 0) return [];
  const known = await standingNames(location, names);
  if (known !== undefined) return known;
  const lines = await gitText(location, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], { stdin: `${names.join('\n')}\n` });
  return lines.split('\n').slice(0, names.length).map((line) => {
    const [oid = '', type = ''] = line.split(' ');
    return /^[0-9a-f]{40,64} (?:blob|tree|commit|tag)$/.test(line) ? { oid, type } : null;
  });
}

const MOST_SUBJECTS = 20;

/** Merges say nothing of the work; neither do commits of records alone. */
export async function subjects(location: Location, base: string, head: string, folder: string): Promise<readonly string[]> {
  if (base === head) return [];
  const asPattern = { GIT_LITERAL_PATHSPECS: '0' };
  const lines = await gitText(location, ['log', `--max-count=${MOST_SUBJECTS}`, '--no-merges', '--no-show-signature', '--format=%s', '--end-of-options', `${base}..${head}`, '--', ':/', `:(top,exclude,literal)${folder}`], { env: asPattern });
  return lines.split('\n').filter((line) => line !== '').reverse();
}

export function isShallow(location: Location): boolean {
  return existsSync(join(location.commonDir, 'shallow'));
}

export async function config(location: Location, key: string): Promise<string | null> {
  const { code, stdout } = await runGit(location, ['config', '--get', key]);
  return code === 0 ? stdout.toString('utf8').replace(/\n$/, '') : null;
}

export async function defaultBranch(location: Location, configured: string | null): Promise<string> {
  if (configured !== null) return configured;
  const { code, stdout } = await runGit(location, ['symbolic-ref', '-q', '--short', 'refs/remotes/origin/HEAD']);
  if (code === 0) return stdout.toString('utf8').trim().replace(/^origin\//, '');
  return (await config(location, 'init.defaultBranch')) ?? (await onlyUsualName(location));
}

/** Without any setting: `main` where there is one, else git's own default. */
async function onlyUsualName(location: Location): Promise<string> {
  const { code } = await runGit(location, ['show-ref', '--verify', '-q', `${HEADS}main`]);
  return code === 0 ? 'main' : 'master';
}

function splitOnce(text: string, mark: string): readonly [string, string] | readonly [] {
  const at = text.indexOf(mark);
  return at === -1 ? [] : [text.slice(0, at), text.slice(at + mark.length)];
}
