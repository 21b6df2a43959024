/** What a check found, in one line: all there is to say where nothing is wrong. */
import type { Validation } from '../../app/checks/validation.ts';
import { say } from '../text/plain.ts';
import { count, listed } from '../text/words.ts';

/** `3 errors, 2 warnings in 4 files (12 files checked)` */
export function validationSummary({ errors, warnings, files, filesChecked, others, elsewhere, of }: Validation): string {
  const found = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter((part) => part !== '');
  const summary = `${found.length === 0 ? '0 problems' : `${found.join(', ')} in ${count(files, 'file')}`} (${count(filesChecked, 'file')} checked${typeof of === 'string' ? '' : `, ${partWords(of)}`})`;
  return others === 0 ? summary : `${summary}\n${count(others, 'problem')} ${of === 'staged' ? 'elsewhere, not from what is staged' : 'on one side alone, not from merging'}: coord validate${typeof of === 'string' || !('ours' in of) ? '' : whereWords(others, elsewhere, of.theirs)}`;
}

/** The work tree shows the problems of one side only. */
function whereWords(others: number, elsewhere: number, theirs: string): string {
  return elsewhere === 0 ? '' : elsewhere === others ? say`, on ${theirs}` : say` here, and on ${theirs}`;
}

/** What was checked, as a title. */
export function checkedWords({ of }: Validation): string {
  return of === 'files' ? 'all files' : of === 'staged' ? 'what is staged' : partWords(of);
}

function partWords(of: Exclude<Validation['of'], string>): string {
  if ('ours' in of) return say`${of.ours} merged with ${of.theirs}`;
  const { agents, tasks, since } = of;
  const by = say`${since === null ? 'staged' : 'changed'} by ${agents.length === 0 ? 'nobody who is known' : listed(agents)}`;
  return `${by}${tasks.length === 0 ? '' : say` for ${listed(tasks, 4)}`}${since === null ? '' : say` since ${since}`}`;
}
