/** A branch that is gone on with gets what was merged since: a plan or a program mended there is what the next try needs. */
import { settingsOf } from '../../core/documents/settings.ts';
import { integrationTip } from '../integration.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';
import { mergeBranch } from './merge-branch.ts';
import type { Unmerged } from './merge-branch.ts';

/** `there`: in its worktree. null: it has everything; else why not, and nothing was changed. */
export async function bringUpToDate(ports: Ports, there: Ports, view: View): Promise<Unmerged | null> {
  const [here, head, newest] = await Promise.all([ports.git.head(), there.git.head(), newestTip(ports, view)]);
  if (newest === null || head.commit === null || head.branch === null || (await there.git.mergeBase(newest, head.commit)) === newest) return null;
  const name = settingsOf(view.survey.config).integration ?? here.branch ?? newest.slice(0, 8);
  const merged = await mergeBranch(there, { commit: head.commit, name: head.branch }, { revision: newest, name, message: `Merge ${name} into ${head.branch}` }, view);
  return 'merged' in merged ? null : merged;
}

/** Where branches come together, or else where the dispatcher is. */
export async function newestTip(ports: Ports, { survey }: View): Promise<string | null> {
  const tip = await integrationTip(ports, survey.config);
  return (tip.ok ? tip.value : null) ?? (await ports.git.head()).commit;
}
