/** Models behind the Anthropic interface, asked by its own library, which is loaded with the first question. */
import type { Location } from '../../app/ports.ts';
import type { Models } from '../../app/ports/model-port.ts';
import { createAnswers } from './answers.ts';
import { createAsker } from './asker.ts';
import type { Asker } from './asker.ts';
import { admit } from './requests.ts';

/** Milliseconds without a word after which a stream is given up. */
const SILENCE = 300_000;

export function createModels({ commonDir }: Pick<Location, 'commonDir'>, silence = SILENCE): Models {
  const service = process.env['ANTHROPIC_BASE_URL'] ?? '';
  const answers = createAnswers(commonDir, service);
  let key = '';
  let asker: Promise<Asker> | null = null;
  return {
    takeKey(name) {
      key = process.env[name] ?? '';
      Reflect.deleteProperty(process.env, name);
      return Promise.resolve(key !== '');
    },
    async ask(question) {
      const ask = await (asker ??= createAsker(key, service, silence));
      return ask(question);
    },
    admit: (perMinute, now) => Promise.resolve(admit(commonDir, perMinute, now)),
    ...answers,
  };
}
