import { minutesOf } from '../duration.ts';
import type { Config } from '../model.ts';

export interface Verifier {
  readonly name: string;
  readonly command: readonly string[];
  readonly timeoutSeconds: number;
}

const DEFAULT_SECONDS = 600;

/** null where coord.yaml defines none of that name. */
export function verifierOf(config: Config, name: string): Verifier | null {
  const verifiers = config.verifiers ?? {};
  const settings = Object.hasOwn(verifiers, name) ? verifiers[name] : undefined;
  if (settings === undefined) return null;
  const { timeout } = settings;
  const seconds = typeof timeout === 'string' ? (minutesOf(timeout) ?? 0) * 60 : (timeout ?? 0);
  return { name, command: settings.run, timeoutSeconds: seconds > 0 ? seconds : DEFAULT_SECONDS };
}
