/** A refusal as a reply: no answer, and the exit code of its kind. Its words, a tenth of all code, are loaded when they are said. */
import type { Refusal } from '../core/problem/refusal.ts';
import { exitCodeOf } from '../present/exit-code.ts';
import type { Screen } from '../present/screen.ts';
import type { Reply } from './command.ts';

export function refuse(refusal: Refusal, screen: Screen): Reply {
  return { exit: exitCodeOf(refusal.code), text: '', data: null, refused: { refusal, screen } };
}
