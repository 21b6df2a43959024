/** Lets git merge the workspace field by field: a line in .gitattributes for everybody, settings for this clone. */
import type { Change } from '../../core/adoption/marked-block.ts';
import { ATTRIBUTES, mergeDriver, withMergeAttribute } from '../../core/adoption/merge-attribute.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import { ownProgram } from './own-program.ts';
import type { Ports } from '../ports.ts';

/** Answers what was done to .gitattributes. */
export async function installMergeDriver(ports: Pick<Ports, 'location' | 'writer' | 'git' | 'adoption'>, folder: string): Promise<Result<Change>> {
  const written = await ports.writer.write(async (files) => {
    const { text, change } = withMergeAttribute(await files.read(ATTRIBUTES), folder);
    return done({ changes: change === 'unchanged' ? [] : [{ path: ATTRIBUTES, text }], value: change });
  });
  if (written.ok) await ports.git.configure(mergeDriver(await ownProgram(ports)));
  return written;
}
