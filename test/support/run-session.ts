/** Sessions shown in pages: commands after `$ `, then what they print, run as they stand in a throw-away repository. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gitEnv, makeRepository } from './repository.ts';

export interface Session {
  /** A template to begin with; null for a repository with one commit and nothing else. */
  readonly template: string | null;
  /** By path: what the page shows before as a file to begin with. */
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
  /** All of the block. */
  readonly text: string;
}

const BIN = fileURLToPath(new URL('../../bin/coord.js', import.meta.url));
const BLOCK = /<!-- run(?:: (\w+))? -->\n```console\n([\s\S]*?)```/g;
const FILE = /<!-- file: (\S+) -->\n(`{3,})\w+\n([\s\S]*?)\2/g;
const END = '\u0001';

export function sessionsIn(page: string): readonly Session[] {
  const files = Object.fromEntries([...page.matchAll(FILE)].map(([, path = '', , text = '']) => [path, text]));
  return [...page.matchAll(BLOCK)].map(([, template, text = '']) => ({ template: template ?? null, files, text, commands: [...text.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command ?? '') }));
}

/** The block as it would read if it had been copied from a terminal now. */
export function runSession({ template, files, commands }: Session): string {
  const repository = makeRepository();
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  const tools = join(dirname(repository.root), 'bin');
  mkdirSync(tools);
  symlinkSync(BIN, join(tools, 'coord'));
  const begin = template === null ? [] : [`coord init --template ${template} >/dev/null`, 'git add -A', 'git commit -qm Plan'];
  // `echo $?` is to tell of the command before it, so the mark between them keeps that.
  const script = [...begin, ...commands.map((command) => `(exit $status)\n${command}\nstatus=$?; printf '${END}'`)].join('\n');
  const env = { ...gitEnv(), PATH: `${tools}:${process.env['PATH'] ?? ''}`, COORD_NOW: '2025-08-12T12:40:00Z', status: '0' };
  const { stdout } = spawnSync('sh', ['-c', `exec 2>&1\n${script}`], { cwd: repository.root, env, encoding: 'utf8' });
  const outputs = stdout.split(END);
  return commands.map((command, index) => `$ ${command}\n${outputs[index] ?? ''}`).join('');
}

/** What differs from run to run: hashes, ids of jobs, and how long something took. */
export function normalised(text: string): string {
  return text.replace(/\bcommitted [0-9a-f]{7,}\b/g, 'committed 3f2a91c').replace(/\b(ok|in) \d+ s\b/g, '$1 1 s').replace(/\bJob \d{8}-[0-9a-f]{6}\b/g, 'Job 20250812-3f2a91');
}
