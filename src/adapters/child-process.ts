/** node:child_process, loaded on first use: that takes a tenth of a start, and an answer from what is kept may need no process. */
import type * as ChildProcess from 'node:child_process';

export function childProcess(): typeof ChildProcess {
  return process.getBuiltinModule('node:child_process');
}
