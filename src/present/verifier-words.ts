/** How a verifier ended that did not succeed, and what it said last. */
import { plainLines, say } from './plain.ts';

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
