/** The workspace for verbs that change something: without settings that can be read nobody knows what they may do. */
import { errorsIn } from '../core/problem/errors-in.ts';
import type { Result } from '../core/problem/refusal.ts';
import { refused } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

export type OpeningPorts = Pick<Ports, 'store' | 'location' | 'git' | 'remotes'>;

/** Whoever wants claims to be local says so: claims that others share must not turn into local ones unseen, or two would hold one task. */
export async function openToWrite({ store, location, git, remotes }: OpeningPorts): Promise<Result<View>> {
  const opened = await store.openToWrite();
  if (!opened.ok) return opened;
  const { config, configBroken } = opened.value.survey;
  const file = `${location.folder}/coord.yaml`;
  if (configBroken) return refused('settings-broken', { file, problems: errorsIn(file, opened.value.problems) });
  if (config.claims !== undefined) return opened;
  const problems = errorsIn(file, opened.value.problems);
  const isUnclear = problems.some(({ code, place }) => code === 'schema-violation' && place.pointer?.[0] === 'claims');
  if (isUnclear) return refused('settings-broken', { file, problems });
  const [committed, [remote]] = await Promise.all([git.textsAt('HEAD', [file]), remotes.seen()]);
  if (namesRemote(committed.get(file) ?? '')) return refused('settings-broken', { file, isGone: true });
  return remote === undefined ? opened : refused('sharing-unsaid', { file, remote });
}

function namesRemote(settings: string): boolean {
  return /^["']?claims["']?\s*:\s*(?!["']?local\b)\S/m.test(settings);
}
