/** The scripts git runs before a commit, wherever this repository keeps them. */
import { chmodSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Adoption } from '../../app/ports/adoption-port.ts';
import type { Location } from '../../app/ports.ts';
import { refused } from '../../core/problem/refusal.ts';
import { runGit } from '../git/run-git.ts';
import { makeFolder } from '../make-folder.ts';
import { nearestExisting } from '../text-files.ts';
import { writeFailure } from '../write-failure.ts';
import { writeAll } from '../writer.ts';

export function createHookFiles(location: Location): Pick<Adoption, 'hooksFolder' | 'readHook' | 'writeHook'> {
  return {
    async hooksFolder() {
      const configured = await configuredFolder(location);
      return configured === null ? join(location.commonDir, 'hooks') : resolve(location.root, configured);
    },
    readHook: (path) => Promise.resolve(statSync(path, { throwIfNoEntry: false }) === undefined ? null : readFileSync(path, 'utf8')),
    writeHook(path, text) {
      try {
        // A checked-out link for a folder of hooks must not have a program put where somebody else will run it.
        if (!isOwnPlace(location, path)) return Promise.resolve(refused('edit-refused', { file: path, reason: 'its folder is a link that leads out of the repository' }));
        makeFolder(dirname(path));
        const written = writeAll(dirname(path), [{ path: basename(path), text }]);
        if (written.ok) chmodSync(path, statSync(path).mode | 0o111);
        return Promise.resolve(written);
      } catch (error) {
        return Promise.resolve(writeFailure(path, error));
      }
    },
  };
}

function isOwnPlace({ root, commonDir }: Location, path: string): boolean {
  const place = nearestExisting(dirname(path)) + sep;
  return [root, commonDir].some((own) => place.startsWith(realpathSync(own) + sep));
}

/** As the user's settings have it: the door to git itself switches hooks off by the command line. */
async function configuredFolder(location: Location): Promise<string | null> {
  const { code, stdout } = await runGit(location, ['config', '--show-scope', '--type=path', '--get-all', 'core.hooksPath']);
  if (code !== 0) return null;
  const settings = stdout.toString('utf8').split('\n').filter((line) => line !== '' && !line.startsWith('command\t'));
  return settings.at(-1)?.replace(/^\w+\t/, '') ?? null;
}
