/** What the process that reviews a change is told by the coord that starts it, as JSON on its standard input. */
import { entry, ownForm, text, texts } from '../dispatch/own-forms.ts';
import type { RuntimeSettings } from '../schemas/types.ts';
import type { Linter } from './linter.ts';
import type { TestPlaces } from './tests-beside.ts';

export interface ReviewAssignment {
  /** What to compare with; null: where the branch in hand is to be merged. */
  readonly base: string | null;
  /** `a..b`. */
  readonly range: string | null;
  /** Number of a pull request. */
  readonly pr: number | null;
  /** `owner/name`; null: the one that this repository is a clone of. */
  readonly repo: string | null;
  readonly comments: boolean;
  readonly linters: readonly Linter[];
  readonly translations: readonly string[];
  /** null: nobody asks for tests. */
  readonly tests: TestPlaces | null;
  readonly model: ReviewModel | null;
}

/** The runtime whose model looks at the change besides. */
export interface ReviewModel {
  readonly name: string;
  /** null: coord.yaml has none of that name that could. */
  readonly settings: RuntimeSettings | null;
  readonly model: string | null;
  readonly preface: string;
  readonly session: string;
  readonly turns: number | null;
  readonly costUsd: number | null;
  readonly requestsPerMinute: number;
  readonly attempt: number;
}

const bound = { type: ['number', 'null'], minimum: 0 };
const optional = { type: ['string', 'null'] };
const orNone = ['object', 'null'];

export const { print: printReviewAssignment, read: readReviewAssignment } = ownForm<ReviewAssignment>(
  entry({
    base: optional,
    range: optional,
    pr: { type: ['integer', 'null'], minimum: 1 },
    repo: optional,
    comments: { type: 'boolean' },
    linters: { type: 'array', items: entry({ name: text, run: { ...texts, minItems: 1 }, files: texts, within: { enum: ['change', 'files', 'all'] }, timeoutSeconds: { type: 'number', exclusiveMinimum: 0 }, env: texts }) },
    translations: texts,
    tests: entry({ code: texts, tests: texts }, orNone),
    model: entry({ name: text, settings: { type: orNone }, model: optional, preface: text, session: text, turns: bound, costUsd: bound, requestsPerMinute: bound, attempt: { type: 'integer' } }, orNone),
  }),
);
