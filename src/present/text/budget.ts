/** A text of at most so many words, cut between lines. */

export function withinBudget(lines: readonly string[], words: number, more: string): string {
  let left = words;
  const kept: string[] = [];
  for (const line of lines) {
    left -= line.split(/\s+/).filter((word) => word !== '').length;
    if (left < 0 && kept.length > 0) return [...kept, more].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}
