import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * A file in one step, for what coord keeps in the git directory: whoever reads it sees the old one or the new one. Its folder is there.
 * Without fsync: what a crash of the machine leaves half written must not be understood.
 */
export function putFile(path: string, bytes: string | Buffer): void {
  const temporary = join(dirname(path), `.${basename(path)}.tmp-${process.pid}-${process.hrtime.bigint()}`);
  try {
    writeFileSync(temporary, bytes, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
