/** The check before a commit, as a block in a shell script that may hold other checks. */
import { inNewlines, newlineOf, withReplaced } from './marked-block.ts';
import type { Marked, Marks } from './marked-block.ts';

export const HOOK_MARKS: Marks = { start: '# coord:start', end: '# coord:end' };

/**
 * In a subshell, so that nothing leaks into the other checks. Only problems found (exit code 1) stop the commit:
 * where coord is not installed, or cannot look, that is said and the commit goes on.
 */
export const HOOK_BLOCK = `${HOOK_MARKS.start} - made by: coord init --hook
(
  PATH="node_modules/.bin:$PATH"
  if command -v git-coord >/dev/null 2>&1; then
    git-coord validate --staged || [ $? -ne 1 ]
  else
    echo "coord is not installed, so its files were not checked. Install it: npm i -g git-coord" >&2
  fi
) || exit 1
${HOOK_MARKS.end}`;

/** The same on one line, for programs that keep their hooks in a settings file. */
export const HOOK_COMMAND =
  'PATH="node_modules/.bin:$PATH"; if command -v git-coord >/dev/null 2>&1; then git-coord validate --staged || [ $? -ne 1 ]; else echo "coord is not installed, so its files were not checked. Install it: npm i -g git-coord" >&2; fi';

/**
 * Put in at the top, since scripts often end in `exec` or `exit`; but after the line by which husky 8 starts a script anew.
 * null: not a shell script, so nothing can be added to it.
 */
export function withHookBlock(text: string | null): Marked | null {
  if (text === null || text.trim() === '') return { text: `#!/bin/sh\n${HOOK_BLOCK}\n`, change: 'made' };
  if (text.startsWith('#!') && !/^#!.*\b(?:ba|da|k|z|a)?sh\b/.test(text)) return null;
  const newline = newlineOf(text);
  const block = inNewlines(HOOK_BLOCK, newline);
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
  return text.includes('coord validate --staged');
}
