import type { Git, Location } from '../../app/ports.ts';
import { commitAll, commitHere, mergeBranch, removeWorktree } from './branches.ts';
import { branchTips } from './branch-tips.ts';
import { commitPaths } from './commit.ts';
import { diff, pathsAt } from './diff.ts';
import * as history from './history.ts';
import { withMergedTree } from './merge-tree.ts';
import { configure, mergeFile, unmerged } from './merging.ts';
import { workspaceHistory } from './workspace-history.ts';
import { filesBelow, search } from './search.ts';
import { stagedPaths } from './staged.ts';
import { hidden } from './hidden.ts';
import { addWorktree, listWorktrees } from './worktrees.ts';

export function createGit(location: Location): Git {
  /** Asked by several, and the same for as long as a command runs. */
  const defaults = new Map<string | null, Promise<string>>();
  return {
    head: () => history.readHead(location),
    tipTimes: (refs) => history.tipTimes(location, refs),
    uncommitted: (outside, worktree) => history.uncommitted(location, outside, worktree),
    hidden: () => hidden(location),
    commit: (paths, message, trailers) => commitPaths(location, paths, message, trailers),
    commitHere: (paths, message, trailers) => commitHere(location, paths, message, trailers),
    commitAll: (message, trailers) => commitAll(location, message, trailers),
    merge: (revision, message, settled) => mergeBranch(location, revision, message, settled),
    removeWorktree: (path) => removeWorktree(location, path),
    addWorktree: (path, branch, options) => addWorktree(location, path, branch, options),
    worktrees: () => listWorktrees(location),
    changedPaths: (base, head) => history.changedPaths(location, base, head),
    commitAt: (revision) => history.commitAt(location, revision),
    stagedPaths: () => stagedPaths(location),
    trailers: (base, head, key) => history.trailers(location, base, head, key),
    mergeBase: (one, other) => history.mergeBase(location, one, other),
    diff: (from, to) => diff(location, from, to),
    pathsAt: (commit) => pathsAt(location, commit),
    filesBelow: (folder) => filesBelow(location, folder),
    search: (pattern, folder) => search(location, pattern, folder),
    blobs: (commit, paths) => history.blobs(location, commit, paths),
    textsAt: (revision, paths) => history.textsAt(location, revision, paths),
    commitsBetween: (from, to) => history.commitsBetween(location, from, to),
    knownObjects: (ids) => history.knownObjects(location, ids),
    subjects: (base, head, folder) => history.subjects(location, base, head, folder),
    isShallow: () => Promise.resolve(history.isShallow(location)),
    branchTips: (merged) => branchTips(location, merged),
    conflictsBetween: (sides) => withMergedTree(location, sides, ({ conflicts }) => Promise.resolve([...new Set(conflicts.flatMap(({ paths }) => paths))])),
    workspaceHistory: (folder, most) => workspaceHistory(location, folder, most),
    defaultBranch(configured) {
      const branch = defaults.get(configured) ?? history.defaultBranch(location, configured);
      defaults.set(configured, branch);
      return branch;
    },
    config: (key) => history.config(location, key),
    configure: (settings) => configure(location, settings),
    unmerged: (folder) => unmerged(location, folder),
    mergeFile: (files) => mergeFile(location, files),
  };
}
