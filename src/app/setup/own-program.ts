import { mainWorkTree } from '../main-work-tree.ts';
import type { Ports } from '../ports.ts';

/** Absolute path of the coord that runs now; null where it lies in the repository itself, so that a branch may bring another. */
export async function ownProgram({ location, adoption }: Pick<Ports, 'location' | 'adoption'>): Promise<string | null> {
  const program = await adoption.program();
  return [location.root, mainWorkTree(location)].some((root) => program.startsWith(`${root}/`)) ? null : program;
}
