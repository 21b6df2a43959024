/** What coord's writer calls a file until it is whole; one that stays was left by a coord that was killed. */
const TEMPORARY = /(?:^|\/)\.coord-(\d+)-[^/]*\.tmp$/;

export function temporaryName(mark: string): string {
  return `.coord-${process.pid}-${mark}.tmp`;
}

/** The process that wrote it; null: it is no such file. */
export function writerOfTemporary(path: string): number | null {
  const pid = TEMPORARY.exec(path)?.[1];
  return pid === undefined ? null : Number(pid);
}
