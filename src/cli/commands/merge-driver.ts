import { mergeDriver } from '../../app/merging/merge-driver.ts';
import type { Ports } from '../../app/ports.ts';
import type { MergeDriverAnswer } from '../../core/schemas/types.ts';
import { conflictLines } from '../../present/checks/merging.ts';
import type { Input, Reply, Screen } from '../command.ts';
import { conflictEntry } from '../conflict-entry.ts';
import { refuse } from '../refuse.ts';

/** To git 1 means that conflicts are in the file; any more, that it was not merged (core/adoption/merge-attribute.ts). */
export async function run(ports: Ports, { args: [base = '', ours = '', theirs = '', path = ''] }: Input, screen: Screen): Promise<Reply> {
  const answer = await mergeDriver(ports, { base, ours, theirs, path });
  if (!answer.ok) return refuse(answer.refusal, screen);
  const { by, isClean, conflicts } = answer.value;
  const data: MergeDriverAnswer = { path, by, clean: isClean, conflicts: conflicts.map(conflictEntry) };
  return { exit: isClean ? 0 : 1, text: conflictLines(path, conflicts).join('\n'), data };
}
