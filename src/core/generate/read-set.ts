/** What a set of templates says of itself: its file generator.yaml. */
import { conform } from '../documents/conform.ts';
import { placeProblems } from '../documents/place-problems.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { placeIn, plainSource } from '../documents/source-text.ts';
import { secondsOf } from '../dispatch/limits.ts';
import type { Verifier } from '../documents/verifier.ts';
import type { PlacedProblem } from '../problem/problem.ts';
import { validateGenerator } from '../schemas/entity-validators.js';
import type { GeneratorDocument } from '../schemas/types.ts';

export interface GeneratorSet {
  readonly into: string;
  readonly reserved: readonly string[];
  readonly files: readonly { readonly template: string; readonly path: string }[];
  /** Their arguments are templates still. */
  readonly commands: readonly Verifier[];
}

export type SetReading = { readonly set: GeneratorSet } | { readonly problems: readonly PlacedProblem[] };

const DEFAULT_SECONDS = 300;

export function readSet(text: string, file: string): SetReading {
  const place = placeIn(plainSource(file));
  const yaml = readYaml(text, file);
  const { value, problems } = yaml.value === undefined ? { value: null, problems: yaml.problems } : conform<GeneratorDocument>(validateGenerator, yaml.value, place);
  if (value === null || problems.length > 0) return { problems: placeProblems(problems, () => text) };
  const commands = (value.commands ?? []).map(({ name, run, timeout }) => ({ name, command: run, timeoutSeconds: secondsOf(timeout) ?? DEFAULT_SECONDS }));
  return { set: { into: value.into ?? 'src', reserved: value.reserved ?? [], files: value.files, commands } };
}
