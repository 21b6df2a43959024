/** The workspace for verbs that change something: without settings that can be read nobody knows what they may do. */
import type { Result } from '../core/problem/refusal.ts';
import { refused } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

/** Claims that others share must not turn into local ones unseen: two would hold one task. */
export async function openToWrite({ store, location, git }: Pick<Ports, 'store' | 'location' | 'git'>): Promise<Result<View>> {
  const opened = await store.open();
  if (!opened.ok) return opened;
  const { config, configBroken } = opened.value.survey;
  const file = `${location.folder}/coord.yaml`;
  const isUnclear = opened.value.problems.some(({ code, place }) => code === 'schema-violation' && place.file === file && place.pointer?.[0] === 'claims');
  if (configBroken || isUnclear) return refused('settings-broken', { file });
  const committed = Object.keys(config).length === 0 ? (await git.textsAt('HEAD', [file])).get(file) : undefined;
  return committed !== undefined && /^["']?claims\b/m.test(committed) ? refused('settings-broken', { file, isGone: true }) : opened;
}
