/**
 * A program called gh, in a folder for PATH, that answers `gh api` as GitHub does for one pull request: it is told what the
 * service knows, keeps what is posted, and refuses comments on lines that the change does not show. Gh itself asks a real service.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './repository.ts';

export interface PostedReview {
  readonly commit_id: string;
  readonly event: string;
  readonly body: string;
  readonly comments: readonly { readonly path: string; readonly line: number; readonly side: string; readonly body: string }[];
}

export interface GhDouble {
  /** For PATH. */
  readonly folder: string;
  /** Argument lists it was started with. */
  readonly heard: () => readonly (readonly string[])[];
  readonly posted: () => readonly PostedReview[];
}

export interface PullOnGitHub {
  readonly base: string;
  readonly head: string;
  /** What it says instead of all else, and ends with exit code 1. */
  readonly fault?: string;
  /** Lines, as `path:line`, that may be commented on; without it all. */
  readonly lines?: readonly string[];
}

const PROGRAM = `
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
const folder = import.meta.dirname;
const pull = JSON.parse(readFileSync(folder + '/pull.json', 'utf8'));
const words = process.argv.slice(2);
const linesOf = (name) => (existsSync(folder + name) ? readFileSync(folder + name, 'utf8').trim().split('\\n').map((line) => JSON.parse(line)) : []);
const fail = (message) => { console.error(message); process.exit(1); };
appendFileSync(folder + '/heard', JSON.stringify(words) + '\\n');
const path = words.at(-1);
if (pull.fault) fail(pull.fault);
if (words[0] !== 'api') fail('unknown command');
if (words.includes('POST')) {
  const review = JSON.parse(readFileSync(0, 'utf8'));
  const astray = review.comments.find((one) => pull.lines && !pull.lines.includes(one.path + ':' + one.line));
  if (astray) fail('gh: Unprocessable Entity (HTTP 422): Line must be part of the diff: ' + astray.path + ':' + astray.line);
  appendFileSync(folder + '/posted', JSON.stringify(review) + '\\n');
  console.log('{}');
} else if (/\\/comments/.test(path)) linesOf('/posted').flatMap(({ comments }) => comments).forEach(({ body }) => console.log(JSON.stringify(body)));
else if (/\\/reviews/.test(path)) linesOf('/posted').forEach(({ body }) => console.log(JSON.stringify(body)));
else console.log(JSON.stringify({ number: 12, base: { ref: 'main', sha: pull.base }, head: { ref: 'feature', sha: pull.head } }));
`;

export function ghDouble(pull: PullOnGitHub): GhDouble {
  const folder = join(makeFolder(), 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'gh.mjs'), PROGRAM);
  writeFileSync(join(folder, 'gh'), `#!/bin/sh\nexec ${process.execPath} "$(dirname "$0")/gh.mjs" "$@"\n`);
  chmodSync(join(folder, 'gh'), 0o755);
  writeFileSync(join(folder, 'pull.json'), JSON.stringify(pull));
  const lines = (name: string): readonly unknown[] => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown) : []);
  return { folder, heard: () => lines('heard') as readonly (readonly string[])[], posted: () => lines('posted') as readonly PostedReview[] };
}
