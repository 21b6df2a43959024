/** Lets git merge the workspace field by field: a line in .gitattributes for everybody, settings for this clone. */
import type { Change } from '../core/adoption/marked-block.ts';
import { MERGE_DRIVER, withMergeAttribute } from '../core/adoption/merge-attribute.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';

const ATTRIBUTES = '.gitattributes';

/** Answers what was done to .gitattributes. */
export async function installMergeDriver({ writer, git }: Pick<Ports, 'writer' | 'git'>, folder: string): Promise<Result<Change>> {
  const written = await writer.write(async (files) => {
    const { text, change } = withMergeAttribute(await files.read(ATTRIBUTES), folder);
    return done({ changes: change === 'unchanged' ? [] : [{ path: ATTRIBUTES, text }], value: change });
  });
  if (written.ok) await git.configure(MERGE_DRIVER);
  return written;
}
