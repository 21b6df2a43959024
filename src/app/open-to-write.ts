/** The workspace for verbs that change something: without settings that can be read nobody knows what they may do. */
import type { Result } from '../core/problem/refusal.ts';
import { refused } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';
import type { View } from './view.ts';

export async function openToWrite({ store, location }: Pick<Ports, 'store' | 'location'>): Promise<Result<View>> {
  const opened = await store.open();
  if (!opened.ok || !opened.value.survey.configBroken) return opened;
  return refused('settings-broken', { file: `${location.folder}/coord.yaml` });
}
