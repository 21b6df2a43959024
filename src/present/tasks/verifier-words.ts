/** How a verifier ended that did not succeed, and what it said last. */
import { plainLines, say } from '../text/plain.ts';
import { shellWord } from '../text/shell-word.ts';
import { listed } from '../text/words.ts';

/** What to type so that the next one is proven. `names`: those that coord.yaml defines. */
export function nameOneWords(id: string, names: readonly string[]): string {
  const [first] = names;
  if (first !== undefined) return say`Name one for the next: coord task set ${id} verify=${shellWord(first)}`;
  return 'coord.yaml defines none yet. Define one there, for tasks to name it in verify:  verifiers: { test: { run: [npm, test] } }';
}

/** What passed may have been made to pass. */
export function ranChangedWords(files: readonly string[]): string {
  return say`its proof ran files that it changed: ${listed(files, 4)}`;
}

interface Ended {
  readonly exitCode: number | null;
  readonly timedOut: boolean;
}

export function failureWords({ exitCode, timedOut }: Ended): string {
  return timedOut ? 'took too long and was stopped' : exitCode === null ? 'could not be started' : say`failed (exit ${exitCode})`;
}

export function outputLines(tail: string): readonly string[] {
  return plainLines(tail).split('\n').filter((line) => line.trim() !== '').map((line) => `  ${line}`);
}
