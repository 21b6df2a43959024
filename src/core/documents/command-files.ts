/** Which files of the repository a command names: what it runs, and what says what it does. */
import { repositoryPath } from '../repository-path.ts';

/** Where programs look for what a name among their arguments means. */
const OWN_FILES: Readonly<Record<string, readonly string[]>> = {
  npm: ['package.json'],
  npx: ['package.json'],
  pnpm: ['package.json'],
  yarn: ['package.json'],
  bun: ['package.json'],
  make: ['Makefile', 'makefile', 'GNUmakefile'],
  just: ['justfile', 'Justfile'],
  task: ['Taskfile.yml', 'Taskfile.yaml'],
  cargo: ['Cargo.toml'],
};

/** `root`: where it is run, at the top of a work tree. Any word may be a path; one that is none is no file of a commit either. */
export function commandFiles(command: readonly string[], root: string): readonly string[] {
  const [program = ''] = command;
  const words = command.flatMap((word) => [word, ...(word.includes('=') ? [word.slice(word.indexOf('=') + 1)] : [])]);
  const named = words.flatMap((word) => repositoryPath(root, root, word) || []);
  return [...new Set([...named, ...(Object.hasOwn(OWN_FILES, program) ? (OWN_FILES[program] ?? []) : [])])];
}
