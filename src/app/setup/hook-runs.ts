/** Whether git calls what keeps a hook: husky and lefthook have to be set up once in each clone. */
import type { Ports } from '../ports.ts';

export type HookKeeper = 'husky' | 'lefthook' | 'git';

export async function hookRuns({ location, adoption }: Pick<Ports, 'location' | 'adoption'>, by: HookKeeper): Promise<boolean> {
  if (by === 'git') return true;
  const folder = await adoption.hooksFolder();
  if (by === 'husky') return `${folder}/`.startsWith(`${location.root}/.husky/`);
  return ((await adoption.readHook(`${folder}/pre-commit`)) ?? '').includes('lefthook');
}
