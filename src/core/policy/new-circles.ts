/** Whether a circle of tasks is closed by what a change adds, or was there without it. */

/** `hops` starts and ends with the same id; `waited`: whether one task waited for another before the change. */
export function isNewCircle(hops: readonly string[], waited: (id: string, dependency: string) => boolean): boolean {
  return hops.some((dependency, at) => at > 0 && !waited(hops[at - 1] ?? '', dependency));
}
