/** The template of three agents side by side, with a small program in place of each, and of what proves their work. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeArenaFolder, RUNTIME } from './dispatch-arena.mjs';

/** @import { ArenaTask, DispatchArena } from './dispatch-arena.mjs' */

const INTO = 'workstream-integration';

/** @param {string} place an empty folder @param {string} coord @returns {DispatchArena} */
export function makeTemplateArena(place, coord) {
  const { root, git, write } = makeArenaFolder(place);
  git('commit', '-q', '--allow-empty', '-m', 'Begin');
  execFileSync(process.execPath, [coord, 'init', '--template', 'workstreams', '--start', '2025-08-11'], { cwd: root, stdio: 'ignore' });
  write('deployment/coord.yaml', `${withRuntime(readFileSync(join(root, 'deployment/coord.yaml'), 'utf8'))}\nruntimes:\n  ${RUNTIME}\n`);
  git('switch', '-q', '-c', INTO);
  git('add', '-A');
  git('commit', '-q', '-m', 'Plan');
  return { root, trace: join(place, 'trace.txt'), into: INTO, tasks: tasksIn(join(root, 'deployment/tasks')), git };
}

/** What whoever takes the template has to say: how its agents are run, and what proves work here. @param {string} settings */
function withRuntime(settings) {
  return settings.replaceAll(/^ {4}branch: /gm, '    runtime: script\n    branch: ').replaceAll(/run: \[cargo[^\]]*\]/g, 'run: [node, -e, "process.exit(0)"]');
}

/** Those that agents do. @param {string} folder @returns {ArenaTask[]} */
function tasksIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    /** @type {{ id: string, agent: string, kind?: string, files: string[], dependencies?: string[] | null }} */
    const { id, agent, kind, files, dependencies } = parse(readFileSync(join(folder, name), 'utf8'));
    return (kind ?? 'task') === 'task' ? [{ id, agent, files, after: dependencies ?? [] }] : [];
  });
}
