/** What keeps coord from going on with a job, or beginning one, whatever the job itself has done. */
import { refusal } from '../../core/problem/refusal.ts';
import type { Refusal } from '../../core/problem/refusal.ts';
import { errorsIn } from '../../core/problem/errors-in.ts';
import type { Ports } from '../ports.ts';
import type { View } from '../view.ts';

export function whySettingsBroken({ location: { folder } }: Pick<Ports, 'location'>, { survey, problems }: View): Refusal | null {
  const file = `${folder}/coord.yaml`;
  return survey.configBroken ? refusal('settings-broken', { file, problems: errorsIn(file, problems) }) : null;
}

/** Every git would go by them, and they name programs: none is asked then of what an agent left. null: they are as they were. */
export async function whyGitUnsafe({ dispatching }: Pick<Ports, 'dispatching'>): Promise<{ readonly reason: string; readonly message: string } | null> {
  const changed = await dispatching.changedSettings();
  return changed.length === 0 ? null : { reason: 'git-settings', message: `the settings of git were changed since coord dispatch was started, perhaps by an agent: look at ${changed.join(', ')}, then start it again` };
}
