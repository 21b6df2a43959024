/** The main job in a throw-away repository, with real output. Node and git are all it needs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { root, run, setUp } from './setup.mjs';

setUp();
run(process.execPath, ['scripts/build.mjs']);

const place = realpathSync(mkdtempSync(join(tmpdir(), 'coord-demo-')));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const app = join(place, 'app');
const worktree = join(place, 'app-FIX-001');
const commands = join(place, 'bin');
mkdirSync(commands);
symlinkSync(join(root, 'bin/coord.js'), join(commands, 'coord'));
mkdirSync(app);
let here = app;

say('A repository with a plan: six agents, their tasks and what waits for what.');
shell(app, 'git init -q -b main');
shell(app, 'coord init --template deployment');
shell(app, 'git add -A');
shell(app, 'git commit -qm "Plan"');

say('What can start now?');
shell(app, 'coord next');

say('One agent takes a task, with a worktree and a branch of its own.');
shell(app, 'coord claim FIX-001 --as frontend --worktree');
shell(worktree, 'coord');

say('A second agent wants the same task. It is refused with exit code 3, and told what is free.');
shell(app, 'coord claim FIX-001 --as backend', 3);

say('The first agent commits its work and is done: the verifiers run, the handoff is written.');
writeFileSync(join(worktree, 'deploy.md'), '# Deployment\n\nPush to main; the pipeline builds and publishes the site.\n');
shell(worktree, 'git add deploy.md');
shell(worktree, 'git commit -qm "Fix website deployment"');
shell(worktree, 'coord done');
shell(worktree, 'git log --oneline --stat -2');
shell(worktree, 'coord status');

console.log('\nThat was all in a temporary folder, which is removed now. In a repository of yours: coord init');

/** @param {string} text */
function say(text) {
  console.log(`\n# ${text}`);
}

/**
 * Shows a command and what it really answers; any other exit code than the expected one ends the demo as a failure.
 * @param {string} folder
 * @param {string} command
 * @param {number} expected
 */
function shell(folder, command, expected = 0) {
  if (folder !== here) console.log(`$ cd ${relative(here, folder)}`);
  here = folder;
  console.log(`$ ${command}`);
  const { status, signal } = spawnSync(command, { cwd: folder, env: environment(), shell: true, stdio: 'inherit' });
  if (expected !== 0) console.log(`$ echo $?\n${status ?? signal}`);
  if (status === expected) return;
  console.error(`\nThe demo stops here: exit code ${status ?? signal} where ${expected} was expected.`);
  process.exit(1);
}

/** Nothing of the person's own settings takes part, but for the terminal. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GIT_|COORD_|npm_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [commands, process.env.PATH].join(delimiter),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Demo',
    GIT_AUTHOR_EMAIL: 'demo@example.com',
    GIT_COMMITTER_NAME: 'Demo',
    GIT_COMMITTER_EMAIL: 'demo@example.com',
    GIT_PAGER: 'cat',
  };
}
