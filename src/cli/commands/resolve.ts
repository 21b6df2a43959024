import type { Ports } from '../../app/ports.ts';
import { resolve } from '../../app/merging/resolve.ts';
import type { ResolveAnswer } from '../../core/schemas/types.ts';
import { resolveTalk, resolveText } from '../../present/checks/merging.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { conflictEntry } from '../conflict-entry.ts';
import { refuse } from '../refuse.ts';

export async function run(ports: Ports, { args }: Input, screen: Screen): Promise<Reply> {
  const answer = await resolve(ports, args);
  if (!answer.ok) return refuse(answer.refusal, screen);
  const files = answer.value;
  const data: ResolveAnswer = { files: files.map(({ path, state, conflicts }) => ({ path, state, conflicts: conflicts.map(conflictEntry) })) };
  const isSettled = files.every(({ state }) => state === 'merged' || state === 'settled');
  return { exit: isSettled ? 0 : 1, text: resolveText(files), talk: resolveTalk(files), data };
}
