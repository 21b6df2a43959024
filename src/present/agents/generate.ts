/** What the generator made and ran, and what goes on meanwhile. */
import type { GenerationNews } from '../../app/generate/generate.ts';
import { hasFailed } from '../../core/generate/generated.ts';
import type { GeneratedOutput } from '../../core/schemas/types.ts';
import { plainLines, say } from '../text/plain.ts';
import { duration } from '../text/time.ts';
import { count, listed, onLines } from '../text/words.ts';

type File = GeneratedOutput['files'][number];
type Command = GeneratedOutput['commands'][number];

export function generatedText({ refusal, written, dry_run: isDry, files, commands }: GeneratedOutput): string {
  if (refusal !== null) return plainLines(refusal);
  const lines = files.map((file) => fileText(file, written, isDry || !written));
  return onLines(...lines, ...commands.map(commandText), closing(written, isDry, files, commands));
}

function fileText({ path, was, diff }: File, isWritten: boolean, shows: boolean): string {
  const line = say`${WORDS[was][isWritten ? 'done' : 'planned'].padEnd(8)} ${path}`;
  return shows ? onLines(line, ...diff.map((one) => `    ${plainLines(one)}`)) : line;
}

const WORDS: Readonly<Record<File['was'], { readonly done: string; readonly planned: string }>> = {
  absent: { done: 'made', planned: 'new' },
  same: { done: 'kept', planned: 'same' },
  different: { done: 'replaced', planned: 'differs' },
};

function commandText(command: Command): string {
  const { name, seconds, tail } = command;
  const line = say`${hasFailed(command) ? 'failed' : 'ran'}`.padEnd(8) + say` ${name}: ${endOf(command)}${hasFailed(command) ? '' : ` in ${duration(seconds * 1000)}`}`;
  return hasFailed(command) ? onLines(line, ...plainLines(tail).trimEnd().split('\n').map((one) => `    ${one}`)) : line;
}

function endOf({ exit_code: exitCode, timed_out: timedOut, seconds, command }: Command): string {
  if (exitCode === 0) return command.join(' ');
  if (timedOut) return `it was stopped after ${duration(seconds * 1000)}`;
  return exitCode === null ? 'it did not start' : `it ended with exit code ${exitCode}`;
}

function closing(isWritten: boolean, isDry: boolean, files: readonly File[], commands: readonly Command[]): string {
  if (isDry) return 'Nothing was written: --dry-run.';
  if (!isWritten) return 'Nothing was written, since these files would be lost as they are. Write over them: --force';
  if (files.every(({ was }) => was === 'same')) return 'Nothing had to be written.';
  return commands.some(hasFailed) ? 'The files stay as they were made.' : '';
}

/** Why it is no success, in a line; null: it is. */
export function generationFault({ written, dry_run: isDry, files, commands }: GeneratedOutput): string | null {
  const different = files.filter(({ was }) => was === 'different').map(({ path }) => path);
  if (!written && !isDry) return say`${count(different.length, 'file differs', 'files differ')} from what would be written: ${listed(different, 4)}`;
  const failed = commands.find(hasFailed);
  return failed === undefined ? null : say`${failed.name} failed: ${endOf(failed)}`;
}

/** For the log. */
export function generationLine(news: GenerationNews): string {
  switch (news.is) {
    case 'said':
      return say`model: ${news.line}`;
    case 'placed':
      return say`coord: ${count(news.files.length, 'file')}, of which ${news.files.filter(({ was }) => was === 'same').length} stood there already`;
    case 'runs':
      return say`coord: runs ${news.command.name}: ${news.command.command.join(' ')}`;
    case 'ran':
      return plainLines(news.command.tail).trimEnd();
  }
}
