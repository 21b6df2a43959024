import { unlessBroken } from '../core/documents/edit-record.ts';
import { done } from '../core/problem/refusal.ts';
import type { Result } from '../core/problem/refusal.ts';
import type { Ports } from './ports.ts';

const SHORTEST = 2;

/**
 * Writes a record into a file of its own, if it is a valid one, and answers the path. The name, relative to the
 * workspace's folder, ends in a random mark, which is longer where a short one is taken. `stillFits` is asked under the lock.
 */
export async function writeNewRecord({ writer, random, location }: Pick<Ports, 'writer' | 'random' | 'location'>, nameFor: (mark: string) => string, text: string, stillFits: () => Promise<Result<unknown>> = () => Promise.resolve(done(null))): Promise<Result<string>> {
  return writer.write(async (files) => {
    const fit = await stillFits();
    if (!fit.ok) return fit;
    for (let bytes = SHORTEST; ; bytes++) {
      const path = `${location.folder}/${nameFor(random.hex(bytes))}`;
      if (await files.has(path)) continue;
      const sound = unlessBroken(text, { file: path, problems: [] }, location.folder);
      return sound.ok ? done({ changes: [{ path, text }], value: path }) : sound;
    }
  });
}
