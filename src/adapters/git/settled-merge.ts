/** A merge commit whose conflicts are settled, made beside the work tree: until it is there, nothing has changed. */
import type { Location, SettledMerge } from '../../app/ports.ts';
import { treeThrough } from './own-index.ts';
import { gitFailed, gitText, runGit } from './run-git.ts';

/** Answers the commit's id; no branch has it yet. */
export async function commitSettled(location: Location, message: string, { ours, theirs, files }: SettledMerge): Promise<string> {
  const tree = await treeThrough(location, await treeInConflict(location, ours, theirs), async (options) => {
    const lines = await Promise.all(files.map(async ({ path, text }) => `100644 ${(await gitText(location, ['hash-object', '-w', '--stdin'], { stdin: text, writes: true })).trim()}\t${path}\0`));
    await gitText(location, ['update-index', '-z', '--index-info'], { ...options, stdin: lines.join('') });
  });
  return (await gitText(location, ['commit-tree', tree, '-p', ours, '-p', theirs, '-F', '-'], { stdin: message, writes: true })).trim();
}

/** Git's own merge, with markers in the files that are to be settled. Exit code 1: there are some. */
async function treeInConflict(location: Location, ours: string, theirs: string): Promise<string> {
  const { code, stdout, stderr } = await runGit(location, ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs], { writes: true });
  if (code > 1) throw gitFailed(['merge-tree'], stderr);
  return stdout.toString('utf8').split('\0')[0] ?? '';
}
