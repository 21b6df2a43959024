import { minutesOf } from '../duration.ts';
import type { Config } from '../model.ts';
import { errorsIn } from '../problem/errors-in.ts';
import { severityOf } from '../problem/problem.ts';
import type { PlacedProblem, Problem } from '../problem/problem.ts';

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

/** `problems`: of coord.yaml. */
export function brokenVerifiers(problems: readonly Problem[]): readonly string[] {
  return [...new Set(problems.flatMap((found) => (severityOf(found) === 'error' ? (nameIn(found) ?? []) : [])))];
}

/** What is wrong with the entry of this name in coord.yaml, for which it is left out. */
export function verifierFaults(problems: readonly PlacedProblem[], folder: string, name: string): readonly PlacedProblem[] {
  return errorsIn(`${folder}/coord.yaml`, problems).filter((found) => nameIn(found) === name);
}

function nameIn({ place: { pointer = [] } }: Problem): string | null {
  const [part, name] = pointer;
  return part === 'verifiers' && name !== undefined ? String(name) : null;
}
