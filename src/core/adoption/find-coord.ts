/** The shell's line that sets `$coord` to the program that git is to call. */

/**
 * What a branch brings with it must not run when it is checked out or merged: by its absolute path (`program`), which only
 * settings of one clone can hold; else the one that the repository installs, where git tracks nothing in its folder; else the one on PATH.
 */
export function findCoord(program: string | null): string {
  if (program !== null) return `coord='${program.replaceAll("'", "'\\''")}'; [ -x "$coord" ] || coord=git-coord`;
  return `coord=node_modules/.bin/git-coord; [ -x "$coord" ] && tracked=$(git ls-files -- ':(icase)node_modules') && [ -z "$tracked" ] || coord=git-coord`;
}
