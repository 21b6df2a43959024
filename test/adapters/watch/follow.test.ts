/** A system that gives no notices of changes, or no more of them. */
import { watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { follow } from '../../../src/adapters/watch/follow.ts';
import type { FileChange } from '../../../src/app/ports/watch-port.ts';
import type { WatchTrouble } from '../../../src/core/watch/trouble.ts';
import { realPorts } from '../../support/real-ports.ts';
import { makeRepository } from '../../support/repository.ts';

const HOUR = 3_600_000;
const FILE = 'deployment/tasks/A-1.yaml';

it.each([
  ['ENOSPC', 'from the beginning', 0],
  ['EMFILE', 'after some folders', 2],
])('%s %s: it is said once, and changes are found without notices', { timeout: HOUR }, async (code, _, given) => {
  const repository = makeRepository({ files: { 'deployment/coord.yaml': 'protocol: 1\n', [FILE]: 'id: A-1\ntask: Do it\n', 'deployment/handoffs/h.md': '' } });
  const { location } = await realPorts(repository);
  const troubles: WatchTrouble[] = [];
  let left: number = given;
  let hear: (changes: readonly FileChange[]) => void = () => undefined;
  const heard = (): Promise<readonly FileChange[]> => new Promise((resolve) => (hear = resolve));
  const following = follow(
    location,
    { changed: (changes) => hear(changes), stirred: () => undefined, beat: () => undefined, trouble: (what) => troubles.push(what) },
    (folder, heardOf) => {
      if (left-- > 0) return watch(folder, heardOf);
      throw Object.assign(new Error(code), { code });
    },
  );
  try {
    for (const title of ['Do it well', 'Do it better']) {
      const told = heard();
      writeFileSync(join(repository.root, FILE), `id: A-1\ntask: ${title}\n`);
      expect((await told).map(({ file }) => file)).toEqual([FILE]);
    }
    expect(troubles).toEqual([{ trouble: 'no-notices', reason: code }]);
  } finally {
    following.end();
  }
});
