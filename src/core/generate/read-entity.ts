/** The description of an entity, read as a stranger's file is: nothing of it is used before all of it holds. */
import { conform } from '../documents/conform.ts';
import { placeProblems } from '../documents/place-problems.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { placeIn, plainSource } from '../documents/source-text.ts';
import { problem } from '../problem/problem.ts';
import type { PlacedProblem } from '../problem/problem.ts';
import { validateEntity } from '../schemas/entity-validators.js';
import type { EntityDocument } from '../schemas/types.ts';
import { entityFaults } from './entity-faults.ts';

export type EntityReading = { readonly entity: EntityDocument } | { readonly problems: readonly PlacedProblem[] };

/** `reserved`: names that the templates or their language need for themselves. `file`: what the text is called in problems. */
export function readEntity(text: string, file: string, reserved: readonly string[]): EntityReading {
  const place = placeIn(plainSource(file));
  const yaml = readYaml(text, file);
  const { value, problems } = yaml.value === undefined ? { value: null, problems: yaml.problems } : conform<EntityDocument>(validateEntity, yaml.value, place);
  const against = value === null || problems.length > 0 ? problems : entityFaults(value, reserved).map(({ at, expected, got }) => problem('schema-violation', place(at), { field: at.join('.'), expected, got }));
  return value === null || against.length > 0 ? { problems: placeProblems(against, () => text) } : { entity: value };
}
