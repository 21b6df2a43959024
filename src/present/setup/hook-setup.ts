/** What makes git call the keeper of a hook, to be typed once in each clone. */
import type { HookKeeper } from '../../app/setup/hook-runs.ts';

export const HOOK_SETUP: Readonly<Record<HookKeeper, string>> = { husky: 'npx husky', lefthook: 'npx lefthook install', git: 'coord init --hook' };
