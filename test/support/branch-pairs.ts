/** What verbs write on two branches, and what git's own merge of lines makes of it, held to the fields they changed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cutDocument } from '../../src/core/documents/cut-document.ts';
import { fileKind } from '../../src/core/documents/file-kind.ts';
import { mergeDocument } from '../../src/core/documents/merge-document.ts';
import { mergeRules } from '../../src/core/documents/merge-rules.ts';
import { outlineValue } from '../../src/core/documents/outline.ts';
import { fingerprint, sameRecord } from '../../src/core/documents/same-record.ts';
import { eachOf } from '../../src/core/documents/versions.ts';
import type { Versions } from '../../src/core/documents/versions.ts';
import { gitEnv, makeFolder } from './repository.ts';
import { storyIn } from './story.ts';
import type { Story } from './story.ts';

/** A command of coord: words parted by single spaces, or a list of them. */
export type Words = string | readonly string[];

/** What is done besides, in the clone. */
export type ByHand = (clone: Story) => void;

/** Who writes, when, and which of two values. */
export interface Turn {
  readonly name: string;
  readonly agent: string;
  readonly time: string;
  readonly pick: (first: string, second: string) => string;
}

/** Runs the commands in a clone, as on another machine, and brings its branch home under that name. */
export function branchOf(home: Story, name: string, commands: readonly (Words | ByHand)[], { agent, time }: Turn): void {
  const root = join(makeFolder(), 'app');
  home.git('clone', '-q', '--local', home.root, root);
  const clone = storyIn(home.at(root));
  for (const words of commands) {
    if (typeof words === 'function') {
      words(clone);
      continue;
    }
    const { exit, stderr } = clone.coord(words, { env: { COORD_AGENT: agent, COORD_NOW: time } });
    if (exit !== 0) throw new Error(`${name}: coord ${String(words)} ended with ${exit}: ${stderr}`);
  }
  if (clone.git('status', '--porcelain') !== '') throw new Error(`${name} left something uncommitted`);
  home.git('fetch', '-q', root, `HEAD:refs/heads/${name}`);
}

export interface Branch {
  readonly name: string;
  /** By path: what it changed or added. */
  readonly changed: ReadonlyMap<string, string>;
}

export function readBranch(home: Story, name: string): Branch {
  const paths = home.git('diff', '--name-only', '--no-renames', 'main', name).split('\n').filter((path) => path !== '');
  return { name, changed: new Map(paths.map((path) => [path, `${home.git('show', `${name}:${path}`)}\n`])) };
}

export interface GitMerge {
  readonly tree: string;
  /** Paths, sorted. */
  readonly conflicts: readonly string[];
}

/** Touches neither files nor index, and knows of no driver. */
export function gitMerge(home: Story, one: string, other: string): GitMerge {
  const { status, stdout, stderr } = spawnSync('git', ['merge-tree', '--write-tree', '--name-only', '--no-messages', one, other], { cwd: home.root, env: gitEnv(), encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const [tree = '', ...conflicts] = stdout.split('\n').filter((line) => line !== '');
  return { tree, conflicts: conflicts.sort() };
}

/** Of a file that both branches changed: the fields that both gave different values, and what coord makes of the three versions. */
export interface SharedFile {
  readonly path: string;
  readonly fields: readonly string[];
  readonly versions: Versions<string>;
}

export function sharedFiles(base: (path: string) => string, one: Branch, other: Branch): readonly SharedFile[] {
  return [...one.changed].filter(([path, text]) => other.changed.has(path) && other.changed.get(path) !== text).map(([path]) => path).map((path) => {
    const versions = { base: base(path), ours: one.changed.get(path) ?? '', theirs: other.changed.get(path) ?? '' };
    const values = eachOf(versions, (text) => fieldsOf(path, text));
    const names = new Set([...Object.keys(values.ours), ...Object.keys(values.theirs)]);
    const fields = [...names].filter((name) => new Set([values.base, values.ours, values.theirs].map((fields) => fingerprint(fields[name]))).size === 3);
    return { path, fields, versions };
  });
}

/** The fields that coord leaves to decide, and whether `text` holds what both branches changed where there are none. */
export function judge({ path, versions }: SharedFile, text: string): { readonly left: readonly string[]; readonly holdsBoth: boolean } {
  const merged = mergeDocument(kindOf(path), versions);
  if (merged === null) throw new Error(`${path} was not merged`);
  const left = [...new Set(merged.conflicts.map(({ path: [field = ''] }) => field))];
  return { left, holdsBoth: left.length === 0 && sameRecord(fieldsOf(path, merged.text), fieldsOf(path, text)) };
}

const kindOf = (path: string): ReturnType<typeof fileKind> => fileKind(path.replace(/^deployment\//, ''));

type Fields = Readonly<Record<string, unknown>>;

const known = new Map<string, Fields>();

function fieldsOf(path: string, text: string): Fields {
  const found = known.get(text);
  if (found) return found;
  const outline = cutDocument(kindOf(path), text, mergeRules(kindOf(path)).name);
  if (outline === null) throw new Error(`${path} cannot be cut into fields`);
  const fields = outlineValue(outline) as Fields;
  known.set(text, fields);
  return fields;
}
