/** The check before a commit, as a block in a shell script that may hold other checks. */
import { findCoord } from './find-coord.ts';
import { inNewlines, newlineOf, withReplaced } from './marked-block.ts';
import type { Marked, Marks } from './marked-block.ts';

export const HOOK_MARKS: Marks = { start: '# coord:start', end: '# coord:end' };

/**
 * In a subshell, so that nothing leaks into the other checks. Only problems found (exit code 1) stop the commit:
 * where coord is not installed, or cannot look, that is said and the commit goes on.
 */
export function hookBlock(program: string | null): string {
  return `${HOOK_MARKS.start} - made by: coord init --hook
(
  ${findCoord(program)}
  if command -v "$coord" >/dev/null 2>&1; then
    "$coord" validate --staged || [ $? -ne 1 ]
  else
    echo "coord is not installed, so its files were not checked. Install it: npm i -g git-coord" >&2
  fi
) || exit 1
${HOOK_MARKS.end}`;
}

/** The same on one line, for programs that keep their hooks in a settings file. */
export const HOOK_COMMAND = `${findCoord(null)}; if command -v "$coord" >/dev/null 2>&1; then "$coord" validate --staged || [ $? -ne 1 ]; else echo "coord is not installed, so its files were not checked. Install it: npm i -g git-coord" >&2; fi`;

/**
 * Put in at the top, since scripts often end in `exec` or `exit`; but after the line by which husky 8 starts a script anew.
 * null: not a shell script, so nothing can be added to it.
 */
export function withHookBlock(text: string | null, program: string | null): Marked | null {
  const made = hookBlock(program);
  if (text === null || text.trim() === '') return { text: `#!/bin/sh\n${made}\n`, change: 'made' };
  if (text.startsWith('#!') && !/^#!.*\b(?:ba|da|k|z|a)?sh\b/.test(text)) return null;
  const newline = newlineOf(text);
  const block = inNewlines(made, newline);
  const replaced = withReplaced(text, block, HOOK_MARKS);
  if (replaced) return replaced;
  if (hasHookBlock(text)) return { text, change: 'unchanged' };
  const at = /^(?:#!.*(?:\r?\n|$))?(?:[\s\S]*?^[^#\n]*_\/husky\.sh.*(?:\r?\n|$))?/m.exec(text)?.[0].length ?? 0;
  const before = text.slice(0, at);
  const gap = before === '' || before.endsWith('\n') ? '' : newline;
  return { text: `${before}${gap}${block}${newline}${text.slice(at)}`, change: 'added' };
}

/** Also where a person put the check in. */
export function hasHookBlock(text: string): boolean {
  return /coord\\?"? validate --staged/.test(text);
}
