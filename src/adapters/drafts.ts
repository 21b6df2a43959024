/**
 * Texts that a person gives. The editor is the one git would open, and is opened as git does: its setting is a line for
 * the shell, written by the user for just that (decision "the editor is git's"). Nothing of the repository's files is in it.
 */
import { spawn } from 'node:child_process';
import { createReadStream, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Drafts, Location } from '../app/ports.ts';
import { MAX_BYTES } from '../core/documents/limits.ts';
import { done, refused } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import { withoutLocal } from './git/local-env.ts';
import { runGit } from './git/run-git.ts';
import { makeFolder } from './make-folder.ts';
import { random } from './random.ts';
import { orUnwritable } from './write-failure.ts';

export interface Desk {
  readonly cwd: string;
  readonly stdin: Readable;
  /** Both ends are a person's: an editor can be used. */
  readonly isTerminal: boolean;
}

export function createDrafts(location: Location, desk: Desk): Drafts {
  return {
    read: (source, most = MAX_BYTES) => readText(source, source === '-' ? desk.stdin : createReadStream(resolve(desk.cwd, source)), most),
    edit: (text) => (desk.isTerminal ? edit(location, desk.cwd, text) : Promise.resolve(refused('no-terminal', {}))),
    drop(path) {
      rmSync(path, { force: true });
      return Promise.resolve();
    },
  };
}

/** No further than `most` bytes: a device or a pipe may never end. */
async function readText(source: string, stream: Readable, most = MAX_BYTES): Promise<Result<string>> {
  const unreadable = (reason: string): Result<never> => refused('draft-unreadable', { source, reason });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) return unreadable(`it has more than ${most / 1024} KiB`);
    }
  } catch (error) {
    return unreadable(REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message);
  }
  return decoded(Buffer.concat(chunks)) ?? unreadable('it is not UTF-8 text');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you have no permission to',
};

function decoded(bytes: Buffer): Result<string> | null {
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

async function edit(location: Location, cwd: string, text: string): Promise<Result<{ readonly text: string; readonly path: string }>> {
  const { code, stdout, stderr } = await runGit(location, ['var', 'GIT_EDITOR']);
  const editor = stdout.toString('utf8').trim();
  if (code !== 0) return refused('editor-failed', { editor: null, reason: stderr.replace(/^(?:error|fatal): /, '').split('\n')[0] ?? '', kept: null });
  const path = join(location.gitDir, 'coord', `draft-${random.hex(4)}.md`);
  orUnwritable(path, () => {
    makeFolder(join(location.gitDir, 'coord'));
    writeFileSync(path, text, { mode: 0o600 });
  });
  const exit = await opened(editor, path, cwd);
  if (exit !== 0) return refused('editor-failed', { editor, reason: exit === null ? 'it was stopped' : `it ended with exit code ${exit}`, kept: path });
  const left = await readText(path, createReadStream(path));
  if (!left.ok) return left;
  if (left.value.trim() !== '') return done({ text: left.value, path });
  rmSync(path, { force: true });
  return refused('draft-empty', {});
}

/** What the terminal says to stop is for the editor, not for us. */
function opened(editor: string, path: string, cwd: string): Promise<number | null> {
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore).on('SIGQUIT', ignore);
  return new Promise<number | null>((resolve) => {
    const child = spawn('sh', ['-c', `${editor} "$@"`, editor, path], { cwd, env: withoutLocal(process.env), stdio: 'inherit' });
    child.on('error', () => resolve(127)).on('exit', (code) => resolve(code));
  }).finally(() => process.off('SIGINT', ignore).off('SIGQUIT', ignore));
}
