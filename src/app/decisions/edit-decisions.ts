/** How verdicts are written into decisions, and whose they are to give. */
import { editRecord } from '../../core/documents/edit-record.ts';
import type { Decision } from '../../core/model.ts';
import { done, refused } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { nameOfDecision } from './find-decision.ts';
import type { Ports } from '../ports.ts';
import type { FileChange, TextFiles } from '../ports/writer-port.ts';

/** Names of people count as the same in upper and lower case. */
export function unlessMaker(decision: Decision, maker: string | null, who: string): Result<never> | null {
  const isMaker = maker === null || maker.toLowerCase() === who.toLowerCase();
  return isMaker ? null : refused('not-the-decision-maker', { decision: nameOfDecision(decision), maker, who });
}

export const supersededBy = (newer: Decision) => ({ status: 'superseded', superseded_by: `${nameOfDecision(newer)}.md` }) as const;

type Edit = readonly [decision: Decision, fields: Readonly<Record<string, string | null | readonly string[]>>];

/** All of them, or none. */
export async function editDecisions({ location }: Pick<Ports, 'location'>, files: TextFiles, wanted: readonly Edit[]): Promise<Result<readonly FileChange[]>> {
  const changes: FileChange[] = [];
  for (const [{ place: { file } }, fields] of wanted) {
    const edited = editRecord({ file, text: (await files.read(file)) ?? '', folder: location.folder }, fields);
    if (!edited.ok) return edited;
    changes.push({ path: file, text: edited.value });
  }
  return done(changes);
}
