/** Where in a document a rule stands: what the headings and labels above have opened. */
import type { Status } from '../../model.ts';
import type { Origin } from '../draft.ts';
import type { OpenTask } from './findings.ts';
import type { Block, List, Section } from './outline.ts';
import { sectionsOf } from './outline.ts';
import { cleanTitle, normal, withoutBrackets } from './clean-text.ts';
import { atEdgeOf } from './phrase-forms.ts';
import { remembered } from './remembered.ts';
import { CHECKPOINT, HARD_NO_WORK, holds, isOne, NO_WORK, WORK } from './vocabulary.ts';
import type { Phrases } from './vocabulary.ts';

export interface Context {
  readonly file: string;
  readonly agent: string | null;
  readonly phase: string | null;
  readonly group: string | null;
  readonly status: Status | null;
  /** A heading that is a task by itself: what stands below are its fields. */
  readonly task: OpenTask | null;
  /** It was said that work follows. */
  readonly isWork: boolean;
  /** Nothing here is work, whatever it looks like: criteria, tools, samples. */
  readonly noWork: boolean;
  /** Below a heading such as "Overview": what is written plainly is no work, boxes and ids may be. */
  readonly isAside: boolean;
  /** The phase has tasks of a surer form, so plain lists in it only explain. */
  readonly isRich: boolean;
  /** The next heading is the document's title. */
  readonly isTitle: boolean;
  /** The heading or label right above, for what is left out, and its line. */
  readonly above: string;
  readonly aboveLine: number;
}

/** Before any heading. */
export function outermost(file: string): Context {
  return { file, agent: null, phase: null, group: null, status: null, task: null, isWork: false, noWork: false, isAside: false, isRich: false, isTitle: false, above: '', aboveLine: 1 };
}

export const at = ({ file }: Pick<Context, 'file'>, line: number): Origin => ({ file, line });

/** A heading or label that tells of criteria, tools and the like. */
export const saysNoWork = remembered((text) => tellsOf(text, NO_WORK));

/** The same of what boxes below are none of work either. */
export const saysNoBox = remembered((text) => tellsOf(text, HARD_NO_WORK));

function tellsOf(text: string, known: Phrases): boolean {
  const plain = normal(withoutBrackets(cleanTitle(text)));
  return isOne(plain, known) || atEdgeOf(known).test(plain);
}

export const saysWork = remembered((text) => isOne(normal(withoutBrackets(cleanTitle(text))), WORK));

export function hasBoxes(list: List): boolean {
  return list.items.some(({ box }) => box !== null);
}

export function listsIn(blocks: readonly Block[]): readonly List[] {
  return blocks.filter((block) => block.kind === 'list');
}

/** Boxes that stand for work, in a section or below it: not those of a check or of criteria. */
export function holdsBoxes(section: Section): boolean {
  return sectionsOf(section).some(({ blocks }) => blocks.some((block, index) => block.kind === 'list' && hasBoxes(block) && !isCheck(blocks[index - 1])));
}

/** A line that introduces a check, or criteria. */
export function isCheck(block: Block | undefined): boolean {
  if (block?.kind !== 'paragraph') return false;
  const label = block.inline.lead ?? block.inline.text;
  return label.length < 80 && (holds(normal(label), CHECKPOINT) || saysNoBox(label));
}

/** What is headed so is no work, not even boxes: they only tell when something is done. */
export const opensNoWork = ({ heading }: Section): boolean => saysNoBox(heading.text);

/** What is headed so is no work as long as it is only listed. */
export const opensAside = ({ heading }: Section): boolean => saysNoWork(heading.text);
