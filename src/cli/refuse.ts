/** A refusal as a reply: no answer, words on stderr, the exit code of its kind. */
import type { Refusal } from '../core/problem/refusal.ts';
import { describeRefusal } from '../present/describe-refusal.ts';
import { exitCodeOf } from '../present/exit-code.ts';
import type { Screen } from '../present/screen.ts';
import type { Reply } from './command.ts';

export function refuse(refusal: Refusal, screen: Screen): Reply {
  const { message, next } = describeRefusal(refusal, screen);
  return { exit: exitCodeOf(refusal.code), text: '', talk: `${message}\n${next}`, data: null, refusal };
}
