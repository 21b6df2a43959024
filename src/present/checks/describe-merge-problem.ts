/** What goes wrong by merging, in one sentence with one next step each. */
import type { ProblemCode, ProblemFacts } from '../../core/problem/problem.ts';
import { say } from '../text/plain.ts';
import type { Describe, Words } from './problem-words.ts';
import { words } from './problem-words.ts';
import { listed } from '../text/words.ts';

type MergeCode = Extract<ProblemCode, `merge-${string}` | 'edit-lost' | 'id-removed' | 'double-start' | `done-by-${string}` | `done-while-${string}` | 'file-name-case-collision' | 'stale-holder'>;

export const DESCRIBE_MERGE: { readonly [C in MergeCode]: Describe<C> } = {
  'merge-conflict': (facts) => words(conflictSentence(facts), say`Merge it here, ${canKeepBoth(facts) ? 'keep both changes' : 'settle it'} and commit: git merge ${facts.theirs}`),
  'merge-crossed': (facts) => crossedWords(facts),
  'edit-lost': ({ record, fields, edited, removed, renamed }) =>
    words(say`${edited} changed ${listed(fields, 4)} of ${record}, but ${removed} ${renamed === null ? 'removed it' : say`renamed it to ${renamed}`}: merged, that change is lost.`, say`Bring ${record} back on ${removed} as it was. An id stays for ever: a task that is no longer wanted is cancelled.`),
  'id-removed': ({ id, side, renamed }) =>
    words(say`${side} ${renamed === null ? 'removes' : say`renames`} ${id}${renamed === null ? '' : say` to ${renamed}`}, which others may know by its id.`, say`Bring it back; if it is no longer wanted: coord task set ${id} status=cancelled`),
  'double-start': ({ id, ours, oursStatus, theirs, theirsStatus }) =>
    words(say`${id} was started twice: on ${ours} it is ${oursStatus}, on ${theirs} ${theirsStatus}, and neither knew of the other.`, 'Decide whose work goes on. If it is the same work (squashed or picked), rebase this branch and the message goes.'),
  'done-by-old-criteria': ({ id, finished, changed, fields }) =>
    words(say`${id} is done on ${finished}, while ${changed} changed its ${listed(fields)}: what was proven is not what is asked now.`, say`Merge ${changed} first, then open it again and finish it: coord task set ${id} status=todo`),
  'done-while-blocked': ({ id, finished, blocked, needed }) =>
    words(say`${id} is done on ${finished}, but ${blocked} says it is blocked: "${needed}".`, 'Set resolved here if that is over; else open the task again.'),
  'file-name-case-collision': ({ first }) => words(say`Merged, this file and ${first} differ in upper and lower case only: on many machines one of the two is lost.`, 'Rename one of them on its branch.'),
  'stale-holder': ({ id, token, current, holder, state }) =>
    words(say`${id} was finished under claim ${token}, but by then ${holder} had ${state === 'released' ? 'claimed it and given it back' : state === 'done' ? 'claimed and finished it' : 'claimed it'} (claim ${current}).`, say`Settle with ${holder} whose work counts; do not merge this one before.`),
};

function crossedWords({ record, how, fields, meant, theirs }: ProblemFacts['merge-crossed']): Words {
  const next = say`Merge it here, correct ${record} and commit: git merge ${theirs}`;
  if (how === 'missing') return words(say`Merged, ${record} is gone, though neither side removed it.`, next);
  if (how === 'appeared') return words(say`Merged, there is a ${record}, which neither side has.`, next);
  const what = say`Merged, ${listed(fields, 4)} of ${record} ${fields.length === 1 ? 'is' : 'are'} not what the sides say`;
  return words(meant === null ? say`${what}: git mixed up lines that look alike.` : say`${what}: a change that was meant for ${meant} landed in it.`, next);
}

/** Where the lines hold records and no field has two values. */
function canKeepBoth({ kind, values, records }: ProblemFacts['merge-conflict']): boolean {
  return kind === 'contents' && values.length === 0 && records.length > 0;
}

function conflictSentence({ kind, paths, ours, theirs, values, records }: ProblemFacts['merge-conflict']): string {
  const [first, ...more] = values;
  if (first) {
    const others = more.length === 0 ? '' : say`, and ${more.length === 1 ? 'one more field' : say`${more.length} more fields`} of ${listed([...new Set(more.map(({ record }) => record))], 4)}`;
    return say`Both sides change ${first.field} of ${first.record}: "${first.ours}" on ${ours}, "${first.theirs}" on ${theirs}${others}.`;
  }
  switch (kind) {
    case 'contents':
      return records.length === 0 ? say`${ours} and ${theirs} change the same lines of this file.` : say`${ours} and ${theirs} change lines of this file that touch, which git cannot merge by itself; no field has two values.`;
    case 'add/add':
      return say`${ours} and ${theirs} both add a file of this name${records.length === 0 ? '' : say` (with ${listed(records, 4)})`}, each with another text.`;
    case 'modify/delete':
      return say`One of ${ours} and ${theirs} deletes this file, the other changes it${records.length === 0 ? '' : say` (it holds ${listed(records, 4)})`}.`;
    default:
      return say`Git cannot merge ${listed(paths, 4)} of ${ours} and ${theirs} by itself (${kind}).`;
  }
}
