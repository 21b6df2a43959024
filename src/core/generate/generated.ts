/** What came of a generation, as it is told from one coord to the other. */
import { entry, ownForm, text, texts } from '../dispatch/own-forms.ts';
import type { GeneratedOutput } from '../schemas/types.ts';

const number = { type: ['number', 'null'] };
const boolean = { type: 'boolean' };

const FORM = ownForm<GeneratedOutput>(
  entry({
    entity: { type: ['object', 'null'] },
    refusal: { type: ['string', 'null'] },
    set: text,
    written: boolean,
    dry_run: boolean,
    files: { type: 'array', items: entry({ path: text, was: { enum: ['absent', 'same', 'different'] }, diff: texts }) },
    commands: { type: 'array', items: entry({ name: text, command: texts, exit_code: number, timed_out: boolean, seconds: { type: 'number' }, tail: text }) },
  }),
);

/** null where it is none. */
export function readGenerated(value: unknown): GeneratedOutput | null {
  return FORM.fits(value) ? value : null;
}

export function hasFailed({ exit_code: exitCode }: GeneratedOutput['commands'][number]): boolean {
  return exitCode !== 0;
}
