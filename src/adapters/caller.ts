import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Caller, Location } from '../app/ports.ts';
import { orUnwritable } from './write-failure.ts';
import { makeFolder } from './make-folder.ts';

/** The name that `coord as` chose lies in the worktree's own git directory, so that two worktrees may differ. */
export function createCaller(location: Location, cwd: string, env: NodeJS.ProcessEnv): Caller {
  const file = join(location.gitDir, 'coord', 'agent');
  return {
    cwd,
    agentVariable: filled(env['COORD_AGENT']),
    session: filled(env['COORD_SESSION']),
    chosenAgent: () => Promise.resolve(nameIn(file)),
    chooseAgent(name) {
      orUnwritable(file, () => {
        makeFolder(dirname(file));
        writeFileSync(file, `${name}\n`);
      });
      return Promise.resolve();
    },
  };
}

function nameIn(file: string): string | null {
  try {
    return filled(readFileSync(file, 'utf8').trim());
  } catch {
    return null;
  }
}

function filled(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}
