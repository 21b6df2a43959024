/** The scenes of verbs that write whole files: the first ones of a workspace, pages, what is mended and what is merged. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../workspace/git.mjs';
import { ME } from './scene.mjs';

/** @import { Place, Scene } from './scene.mjs' */

/** @type {Record<string, (id: string) => Scene>} */
export const FILE_SCENES = {
  'report pages': (id) => ({
    before: [['block', id, 'A key', '--on', 'human:lead', ...ME]],
    verb: () => ['report', 'pages', ...ME],
    again: [0],
    after: () => [['report', 'pages', '--check']],
    holds: (place) => read(place, 'deployment/status/blockers.md').includes(id),
  }),
  'init': (id) => ({
    arrange: (place) => makeRepository(newcomer(place, id)),
    verb: (_, place) => ['init', '--template', 'deployment', '--hook', '--merge-driver', '--cwd', newcomer(place, id)],
    again: [0],
    after: (place) => [['validate', '--cwd', newcomer(place, id)]],
    holds: (place) => ['deployment/coord.yaml', 'deployment/README.md', 'AGENTS.md', '.gitattributes', '.git/hooks/pre-commit'].every((path) => existsSync(join(newcomer(place, id), path))),
  }),
  'import': (id) => ({
    arrange: ({ root }) => writeFileSync(`${root}-${id}.md`, planOf(id)),
    verb: (_, { root }) => ['import', `${root}-${id}.md`, ...ME],
    again: [0],
    holds: (place) => ['one', 'two'].every((part) => place.task(`${id}-${part}`)?.['agent'] === writerOf(id)) && existsSync(join(place.root, `deployment/agents/${writerOf(id)}.md`)),
  }),
  'validate --fix': () => ({
    arrange: (place) => writeFileSync(join(place.root, SETTINGS), `${withoutLevels(read(place, SETTINGS))}severity_levels: {P0_critical: {respond: 2 hours}}\n`),
    verb: () => ['validate', '--fix'],
    again: [0],
    holds: (place) => read(place, SETTINGS) === `${withoutLevels(read(place, SETTINGS))}severities: {P0: {respond: 2 hours}}\n`,
  }),
  'resolve': (id) => ({
    arrange: (place) => writeFileSync(join(place.root, taskFile(id)), `id: ${id}\ntask: Do ${id}\nverify: [look]\n<<<<<<< ours\nnotes: One\n=======\npriority: high\n>>>>>>> theirs\n`),
    verb: () => ['resolve', taskFile(id)],
    meanwhile: [0, 1],
    again: [0, 1],
    holds: (place) => place.task(id)?.['notes'] === 'One' && place.task(id)?.['priority'] === 'high',
  }),
  'merge-driver': (id) => ({
    arrange: (place) => leaveVersions(place, id),
    verb: () => ['merge-driver', ...['base', 'ours', 'theirs'].map((side) => versionFile(id, side)), taskFile(id)],
    again: [0],
    holds: (place) => read(place, versionFile(id, 'ours')) === versionOf(id, 'high', 'One'),
  }),
};

const SETTINGS = 'deployment/coord.yaml';

/** @param {Place} place @param {string} path */
function read({ root }, path) {
  return readFileSync(join(root, path), 'utf8');
}

/** @param {string} id */
function writerOf(id) {
  return `writer-${id.toLowerCase()}`;
}

/** Two tasks of somebody who is new. @param {string} id */
function planOf(id) {
  return `# Texts\n\n| id | task | agent |\n| --- | --- | --- |\n| ${id}-one | Write it | ${writerOf(id)} |\n| ${id}-two | Print it | ${writerOf(id)} |\n`;
}

/** @param {string} settings */
function withoutLevels(settings) {
  return settings.replace(/^(?:severity_levels|severities):.*\n/m, '');
}

/** @param {string} id */
function taskFile(id) {
  return `deployment/tasks/${id}.yaml`;
}

/** Where it adopts coord, beside the others. @param {Place} place @param {string} id */
function newcomer({ root }, id) {
  return `${root}-${id}-new`;
}

/** @param {string} folder */
function makeRepository(folder) {
  mkdirSync(folder);
  git(folder, ['init', '-q', '-b', 'main']);
  git(folder, ['commit', '-q', '--allow-empty', '-m', 'Begin']);
}

/** As git leaves them for a driver. @param {string} id @param {string} side */
function versionFile(id, side) {
  return `.merge_file_${id}_${side}`;
}

/** They stay until the end, and are nobody's uncommitted work. @param {Place} place @param {string} id */
function leaveVersions({ root }, id) {
  const texts = { base: versionOf(id, 'low', 'None'), ours: versionOf(id, 'low', 'One'), theirs: versionOf(id, 'high', 'None') };
  appendFileSync(join(root, '.git/info/exclude'), '.merge_file_*\n');
  for (const [side, text] of Object.entries(texts)) writeFileSync(join(root, versionFile(id, side)), text);
}

/** @param {string} id @param {string} priority @param {string} notes */
function versionOf(id, priority, notes) {
  return `id: ${id}\npriority: ${priority}\ntask: Do ${id}\nnotes: ${notes}\n`;
}
