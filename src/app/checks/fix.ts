/** `coord validate --fix`: mends what can be mended without a doubt. Today that is the older names in coord.yaml. */
import { renameOldKeys } from '../../core/documents/rename-keys.ts';
import { done } from '../../core/problem/refusal.ts';
import type { Result } from '../../core/problem/refusal.ts';
import type { Ports } from '../ports.ts';

/** How many problems were mended. */
export async function fix({ location, writer }: Pick<Ports, 'location' | 'writer'>): Promise<Result<number>> {
  const path = `${location.folder}/coord.yaml`;
  return writer.write(async (files) => {
    const text = await files.read(path);
    const renamed = text === null ? null : renameOldKeys(text);
    if (renamed === null || renamed.count === 0) return done({ changes: [], value: 0 });
    return done({ changes: [{ path, text: renamed.text }], value: renamed.count });
  });
}
