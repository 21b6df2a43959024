/** Many notices as one: what happens in bursts must not flood a channel. */
import { groupBy } from '../group-by.ts';
import { bounded } from './notice.ts';
import type { Notice } from './notice.ts';

/** More of them at once are told together. */
const MOST_APART = 5;

/** What goes out, with the keys that each of them settles. */
export interface Parcel {
  readonly notice: Notice;
  readonly keys: readonly string[];
}

export function gathered(notices: readonly Notice[]): readonly Parcel[] {
  if (notices.length <= MOST_APART) return notices.map((notice) => ({ notice, keys: [notice.key] }));
  const [first] = notices;
  return first === undefined ? [] : [{ notice: together(first, notices), keys: notices.map(({ key }) => key) }];
}

function together(first: Notice, notices: readonly Notice[]): Notice {
  const [event] = new Set(notices.map((notice) => notice.event)).size === 1 ? [first.event] : (['message'] as const);
  const urgent = notices.map(({ severity }) => severity).filter((severity) => severity !== null).sort();
  return bounded({
    ...first,
    key: `${first.key} and ${notices.length - 1} more`,
    event,
    title: `${notices.length} things happened: ${[...groupBy(notices, (notice) => notice.event, () => 1)].map(([name, each]) => `${each.length} ${name}`).join(', ')}`,
    lines: notices.map(({ title }) => title),
    severity: urgent[0] ?? null,
    agents: [...new Set(notices.flatMap(({ agents }) => agents))],
    task: null,
    links: [...new Set(notices.flatMap(({ links }) => links))],
  });
}
