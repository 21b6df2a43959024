/** What the process that makes files of an entity is told by the coord that starts it, as JSON on its standard input. */
import { entry, GROUNDS, ownForm, text } from '../dispatch/own-forms.ts';
import type { JsonObject } from '../dispatch/runtimes/json-lines.ts';
import type { Grounds } from '../dispatch/scope.ts';

/** As GENERATOR_INPUTS has it; '' where nothing was said. */
export interface GeneratorInput {
  readonly entity: string;
  readonly describe: string;
  readonly set: string;
  readonly into: string;
  readonly force: boolean;
  readonly dry_run: boolean;
}

export interface Generation {
  readonly input: GeneratorInput;
  /** From where paths of the input are meant; absolute. */
  readonly cwd: string;
  /** Name of the runtime that makes an entity of prose; null: none. */
  readonly model: string | null;
  readonly session: string;
  /** What it may change. */
  readonly grounds: Grounds;
}

const flag = (description: string): JsonObject => ({ type: 'boolean', default: false, description });
const words = (description: string, more: JsonObject = {}): JsonObject => ({ type: 'string', ...more, description });

/** What an agent of kind `generator` takes. */
export const GENERATOR_INPUTS: JsonObject = {
  type: 'object',
  properties: {
    entity: words('YAML file that describes the entity'),
    describe: words('the entity in your words, for a model; with --entity the description is kept there'),
    set: words('set of templates', { default: 'node', minLength: 1 }),
    into: words('folder to write into (default: as the set says)'),
    force: flag('write over files that differ'),
    dry_run: flag('only tell what would be written and how it differs'),
  },
};

export const { print: printGeneration, read: readGeneration } = ownForm<Generation>(
  entry({
    input: entry({ entity: text, describe: text, set: text, into: text, force: { type: 'boolean' }, dry_run: { type: 'boolean' } }),
    cwd: text,
    model: { type: ['string', 'null'] },
    session: text,
    grounds: GROUNDS,
  }),
);
