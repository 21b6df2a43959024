/** What a check found, in one line: all there is to say where nothing is wrong. */
import type { Validation } from '../app/validation.ts';
import type { MergeNames } from '../app/view.ts';
import { say } from './plain.ts';
import { count } from './words.ts';

/** `3 errors, 2 warnings in 4 files (12 files checked)` */
export function validationSummary({ errors, warnings, files, filesChecked, others, of }: Validation): string {
  const found = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter((part) => part !== '');
  const merging = typeof of === 'string' ? '' : `, ${mergeWords(of)}`;
  const summary = `${found.length === 0 ? '0 problems' : `${found.join(', ')} in ${count(files, 'file')}`} (${count(filesChecked, 'file')} checked${merging})`;
  return others === 0 ? summary : `${summary}\n${count(others, 'problem')} ${of === 'staged' ? 'elsewhere, not from what is staged' : 'on one side alone, not from merging'}: coord validate`;
}

/** What was checked, as a title. */
export function checkedWords({ of }: Validation): string {
  return of === 'files' ? 'all files' : of === 'staged' ? 'what is staged' : mergeWords(of);
}

function mergeWords({ ours, theirs }: MergeNames): string {
  return say`${ours} merged with ${theirs}`;
}
