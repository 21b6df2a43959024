import { spawnSync } from 'node:child_process';
import { cleanEnv } from '../workspace/git.mjs';

/** Runs a program; tells its exit code and the largest resident size that it, or a program it waited for, had. */
const MEASURE = `
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
`;

/**
 * Peak memory in MiB; null where there is no Python 3, the only thing that can tell.
 * @param {string} cwd
 * @param {readonly string[]} command
 */
export function peakMemory(cwd, command) {
  const { status, stdout } = spawnSync('python3', ['-c', MEASURE, ...command], { cwd, env: cleanEnv(), encoding: 'utf8' });
  if (status !== 0) return null;
  const [code = 1, size = 0] = stdout.trim().split(' ').map(Number);
  if (code !== 0) throw new Error(`Exit code ${code}: ${command.join(' ')}`);
  const bytes = process.platform === 'darwin' ? size : size * 1024; // each system counts in another unit
  return bytes / 2 ** 20;
}
