/** Whether a program can be started, without starting it. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** By its path, which may start in `cwd`, or by a name on PATH. */
export function findsProgram(program: string, cwd: string): boolean {
  if (program === '') return false;
  const folders = program.includes('/') ? null : (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders === null ? mayRun(resolve(cwd, program)) : folders.some((folder) => mayRun(join(folder, program)));
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
