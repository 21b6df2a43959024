import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean }>} Packages */

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Brings a bare clone to where everything can run: Node and git are all it needs.
 * Packages are installed when the lock file asks for others than those that are there.
 */
export function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`This is Node ${process.versions.node}; coord needs 20.19 or later. Install it, then run the same command again.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('Installing packages (npm ci)...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/**
 * Runs a program in the root with its output shown; ends this script when it fails.
 * @param {string} command
 * @param {string[]} args
 */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`Failed: ${[command, ...args].join(' ')}${error ? ` (${error.message})` : ''}`);
  process.exit(1);
}

function isInstalled() {
  const note = join(root, 'node_modules/.package-lock.json'); // npm's own record of what it installed
  if (!existsSync(note)) return false;
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(note);
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = present[path];
    if (found === undefined) return path === '' || optional === true; // optional ones are for other machines
    return found.version === version && found.integrity === integrity;
  });
}

/** @param {string} path @returns {Packages} */
function packages(path) {
  /** @type {{ packages: Packages }} */
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  return lock.packages;
}
