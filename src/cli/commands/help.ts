import { nearestOf } from '../../core/nearest.ts';
import { PROBLEM_KINDS } from '../../core/problem/problem.ts';
import { refusal } from '../../core/problem/refusal.ts';
import { REFUSAL_CODES } from '../../present/exit-code.ts';
import { helpList, helpVerb } from '../../present/help.ts';
import type { Input, Manual, Reply, Screen, Verb } from '../command.ts';
import { refuse } from '../refuse.ts';

export async function run({ verbs, page }: Manual, { args }: Input, screen: Screen): Promise<Reply> {
  const name = args.join(' ');
  const asked = verbs.filter((verb) => name === '' || verb.name === name || verb.name.startsWith(`${name} `));
  const [only] = asked;
  if (only && asked.length === 1) return { exit: 0, text: helpVerb(only, screen.columns), data: { verbs: asked.map(entry) } };
  if (only) return { exit: 0, text: helpList(asked, screen.columns), data: { verbs: asked.filter(({ hidden }) => !hidden).map(entry) } };
  // Problems and the commoner refusals have a page each.
  const text = /^[a-z0-9-]+$/.test(name) ? await page(name) : null;
  if (text !== null) return { exit: 0, text: text.trimEnd(), data: { code: name, page: text } };
  return refuse(refusal('no-such-code', { name, nearest: await nearestTopic({ verbs, page }, name) }), screen);
}

/** Not every refusal has a page. */
async function nearestTopic({ verbs, page }: Manual, name: string): Promise<string | null> {
  const verbNames = verbs.map((verb) => verb.name);
  for (const topic of nearestOf(name, [...verbNames, ...Object.keys(PROBLEM_KINDS), ...REFUSAL_CODES], Infinity)) {
    if (verbNames.includes(topic) || (await page(topic)) !== null) return topic;
  }
  return null;
}

function entry({ name, summary, args, options }: Verb): object {
  return { name, summary, args: args ?? '', options: (options ?? []).map(([flags, says]) => ({ flags, says })) };
}
