/** What became of a request for approval. */
import type { ApproveAnswer } from '../../app/decisions/approve.ts';
import { commitWords } from '../commit-outcome.ts';
import { say } from '../text/plain.ts';

export function approveText({ task, what, settled, approval: { approved, by }, commit }: ApproveAnswer): string {
  const became = settled ? (what === 'task' ? ' and done' : ' and unblocked') : '';
  return say`${task} is ${approved ? 'approved' : 'not approved'}${became}, by ${by} · ${commitWords(commit)}`;
}

export function approveTalk({ task, what, settled, approval: { approved } }: ApproveAnswer): string {
  if (settled) return '';
  if (approved) return say`It is not done yet. Who works on it goes on with: coord done ${task}`;
  return what === 'task' ? '' : say`It goes on blocking ${task}. If the work changes, resolve it: coord unblock ${task}`;
}
