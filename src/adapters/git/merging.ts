/** What git knows of a merge that is going on, and its own merge of lines. */
import type { Location, MergeFiles, Unmerged } from '../../app/ports.ts';
import { readBlobs } from '../store/blobs.ts';
import { gitFailed, gitText, runGit } from './run-git.ts';

export async function unmerged(location: Location, folder: string): Promise<readonly Unmerged[]> {
  const listed = await gitText(location, ['ls-files', '--unmerged', '-z', '--', folder]);
  const entries = listed.split('\0').flatMap((entry) => {
    const found = /^\d+ ([0-9a-f]+) ([123])\t(.*)$/s.exec(entry);
    return found ? [{ oid: found[1] ?? '', stage: found[2] ?? '', path: found[3] ?? '' }] : [];
  });
  const blobs = await readBlobs(location, new Set(entries.map(({ oid }) => oid)));
  const textAt = (path: string, stage: string): string | null => {
    const entry = entries.find((one) => one.path === path && one.stage === stage);
    return (entry && blobs.get(entry.oid)?.text) ?? null;
  };
  return [...new Set(entries.map(({ path }) => path))].map((path) => ({ path, base: textAt(path, '1'), ours: textAt(path, '2'), theirs: textAt(path, '3') }));
}

export async function mergeFile(location: Location, { base, ours, theirs }: MergeFiles): Promise<boolean> {
  const args = ['merge-file', '-L', 'ours', '-L', 'base', '-L', 'theirs', '--', ours, base, theirs];
  const { code, stderr } = await runGit(location, args, { writes: true });
  // The exit code is the number of conflicts, but for what could not be merged at all.
  if (code > 127) throw gitFailed(args, stderr);
  return code === 0;
}

export async function configure(location: Location, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) await gitText(location, ['config', '--local', key, value], { writes: true });
}
