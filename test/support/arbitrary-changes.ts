/** Changes to a work tree's files, as people, editors, git and accidents make them. */
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import type { TestRepository } from './repository.ts';

export interface Change {
  readonly what: string;
  readonly file: string;
  readonly other: string;
  readonly text: string;
}

const FILES = [
  'coord.yaml',
  'tasks/a.yaml',
  'tasks/b.yaml',
  'tasks/queue.yaml',
  'tasks/\u00fcber \u{1f600}.yaml',
  'tasks/\uff01.yaml',
  'tasks/notes.txt',
  'agents/backend.md',
  'handoffs/h.md',
  'decisions/d.md',
  'status/current-status.md',
  'status/blockers/b.md',
].map((name) => `deployment/${name}`);

/** Of equal lengths by twos, so that a change may leave the size as it was. */
const TEXTS = [
  'id: A\ntask: one\n',
  'id: A\ntask: two\n',
  'id: B\ntask: one\ndependencies: [A]\n',
  'id: B\ntask: two\ndependencies: [C]\n',
  'id: b\ntask: t\nstatus: done\n',
  'id: C\r\ntask: t\r\n',
  'task_queue:\n  high_priority:\n    - {id: C, task: t}\n    - {id: D, task: t, dependencies: [A, B]}\n',
  'protocol: 1\nteam: {backend: {name: Backend}}\n',
  'protocol: 1\nteam: {backend: {name: Betty}}\nx-odd: [.inf, .nan, -0, 1e999, &a [b], *a]\n',
  'protocol: 2\n',
  '---\ntask: A\nseverity: P1\nraised: 2025-08-12\n---\nbody\n',
  '---\nfrom_agent: backend\ntask: B\n---\n',
  '---\ntitle: t\nstatus: accepted\nsupersedes: [x]\n---\n',
  '---js\n{}\n---\n',
  '## Backend\n**Current Task**: A\n**Progress**: 40%\n',
  'id: [\n',
  '',
  'id: A\0\n',
  `# ${'x'.repeat(300_000)}\n`,
  '<<<<<<< ours\n',
];

const KINDS = ['write', 'write', 'write', 'same size', 'touch -r', 'rename', 'rename over', 'delete', 'chmod', 'link', 'folder', 'move folder', 'link folder', 'commit', 'switch'] as const;

export const arbitraryChange: fc.Arbitrary<Change> = fc.record({ what: fc.constantFrom(...KINDS), file: fc.constantFrom(...FILES), other: fc.constantFrom(...FILES), text: fc.constantFrom(...TEXTS) });

export function applyChange(repository: TestRepository, change: Change): void {
  const at = (file: string): string => join(repository.root, file);
  const [file, other] = [at(change.file), at(change.other)];
  const isFile = lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
  switch (change.what) {
    case 'write':
      put(file, change.text);
      return;
    case 'same size':
      if (isFile) writeFileSync(file, repository.read(change.file).replace('task: ', 'task: '.toUpperCase()));
      return;
    case 'touch -r': {
      if (!isFile) return;
      const { atime, mtime } = statSync(file);
      put(file, change.text);
      utimesSync(file, atime, mtime);
      return;
    }
    case 'rename':
    case 'rename over':
      if (!isFile || file === other || (change.what === 'rename' && lstatSync(other, { throwIfNoEntry: false }))) return;
      clear(other);
      // A link on the way to the other name went with it, and with the link the file.
      if (lstatSync(file, { throwIfNoEntry: false })) renameSync(file, other);
      return;
    case 'delete':
      rmSync(file, { recursive: true, force: true });
      return;
    case 'chmod':
      if (isFile) chmodSync(file, (statSync(file).mode & 0o777) ^ 0o100);
      return;
    case 'link':
      clear(file);
      symlinkSync(join('..', 'elsewhere.yaml'), file);
      return;
    case 'folder':
      clear(file);
      mkdirSync(file);
      return;
    case 'move folder': {
      const folder = dirname(file);
      rmSync(at('away'), { recursive: true, force: true });
      if (folder !== at('deployment') && lstatSync(folder, { throwIfNoEntry: false })) renameSync(folder, at('away'));
      return;
    }
    case 'link folder': {
      const folder = dirname(file);
      if (folder === at('deployment') || lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
      rmSync(at('away'), { recursive: true, force: true });
      renameSync(folder, at('away'));
      symlinkSync(at('away'), folder);
      return;
    }
    case 'commit':
      repository.git('add', '-A');
      repository.git('commit', '-q', '--allow-empty', '-m', 'Work');
      return;
    case 'switch': {
      repository.git('add', '-A');
      repository.git('commit', '-q', '--allow-empty', '-m', 'Work');
      const branch = repository.git('branch', '--show-current') === 'main' ? 'other' : 'main';
      const exists = repository.git('branch', '--list', branch) !== '';
      repository.git('switch', '-q', ...(exists ? [branch] : ['-c', branch]));
      mkdirSync(at('deployment'), { recursive: true });
      return;
    }
  }
}

/** Room for a file of that name, whatever stood there. */
function clear(path: string): void {
  const parent = dirname(path);
  if (lstatSync(parent, { throwIfNoEntry: false })?.isDirectory() !== true) rmSync(parent, { recursive: true, force: true });
  mkdirSync(parent, { recursive: true });
  rmSync(path, { recursive: true, force: true });
}

function put(path: string, text: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true || lstatSync(dirname(path)).isSymbolicLink()) clear(path);
  writeFileSync(path, text);
}

/**
 * Gives each file whose bytes differ from `before` a time of its own, as files have that are changed hours apart.
 * Answers the bytes of all files.
 */
export function ageChanges(root: string, before: ReadonlyMap<string, string>, step: number): ReadonlyMap<string, string> {
  const now = new Map(filesBelow(join(root, 'deployment')).map((file) => [file, readFileSync(file, 'latin1')]));
  for (const [file, bytes] of now) if (before.get(file) !== bytes) utimesSync(file, 1_000_000 + step, 1_000_000 + step);
  return now;
}

function filesBelow(folder: string): string[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}
