import type { Notices } from '../../app/ports/notice-port.ts';
import type { Location } from '../../app/ports.ts';
import { postLetter } from './post-letter.ts';
import { runHandler } from './run-handler.ts';
import { createSentNotices } from './sent-notices.ts';

/** Of one try. */
const TIMES = { postSeconds: 10, runSeconds: 30 };

export function createNotices({ root, commonDir }: Pick<Location, 'root' | 'commonDir'>, env: NodeJS.ProcessEnv, { postSeconds, runSeconds } = TIMES): Notices {
  return {
    ...createSentNotices(commonDir),
    post: (letter) => postLetter(letter, { env, now: () => new Date(), timeoutSeconds: postSeconds }),
    run: (handler) => runHandler(root, handler, { own: env, timeoutSeconds: runSeconds }),
  };
}
