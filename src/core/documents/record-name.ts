/** Records name each other, and people name them, by file name: its folder and the ending may be left out. */
export function recordName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '').trim();
}
