/** Answers of the last hour by what was asked, in the common git directory, for this user alone. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Models } from '../../app/ports/model-port.ts';
import type { ModelAnswer, ModelRequest } from '../../core/dispatch/model/message.ts';
import { isRecord } from '../../core/documents/with-value.ts';
import { digest } from '../digest.ts';
import { makePrivateFolder } from '../jobs/private-folder.ts';
import { putFile } from '../put-file.ts';
import { orUnwritable } from '../write-failure.ts';

const HOUR = 3_600_000;

/** `service`: the same question to another one is another question. */
export function createAnswers(commonDir: string, service: string): Pick<Models, 'recall' | 'keep' | 'forget'> {
  const folder = join(commonDir, 'coord', 'answers');
  const pathOf = (request: ModelRequest): string => join(folder, `${digest(JSON.stringify([service, request]))}.json`);
  return {
    recall: (request, now) => Promise.resolve(recalled(pathOf(request), now.getTime())),
    keep(request, answer, now) {
      orUnwritable(folder, () => {
        makePrivateFolder(folder);
        forgetOld(folder, now.getTime());
        putFile(pathOf(request), JSON.stringify({ at: now.getTime(), answer }));
      });
      return Promise.resolve();
    },
    forget(request) {
      rmSync(pathOf(request), { force: true });
      return Promise.resolve();
    },
  };
}

/** A file that cannot be read is as one that is not there. */
function recalled(path: string, now: number): ModelAnswer | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isFresh = isRecord(kept) && typeof kept['at'] === 'number' && kept['at'] <= now && now - kept['at'] < HOUR;
    return isFresh && isAnswer(kept['answer']) ? kept['answer'] : null;
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is ModelAnswer {
  return isRecord(value) && Array.isArray(value['content']) && value['content'].every(isRecord) && isRecord(value['tokens']);
}

/** By the time of the disk: what a process left half written goes, too. */
function forgetOld(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const { mtimeMs = now } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (now - mtimeMs >= HOUR) rmSync(path, { force: true });
  }
}
