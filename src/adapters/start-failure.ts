/** Why a program did not start, in words of ours: what the system says names the program even where the folder is missing. */
import { existsSync } from 'node:fs';

export function startFailure([program = '']: readonly string[], cwd: string, { code, message }: NodeJS.ErrnoException): string {
  if (!existsSync(cwd)) return `${cwd}: no such folder`;
  if (code === 'ENOENT') return `${program}: no such program`;
  if (code === 'EACCES') return `${program}: not a program that may be run`;
  if (code === 'E2BIG') return `${program}: more arguments than the system takes`;
  return `${program}: ${message}`;
}
